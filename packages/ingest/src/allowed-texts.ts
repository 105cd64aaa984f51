import type { Contract } from "./contracts/contract.ts";
import { domainNames } from "./contracts/windows.ts";
import type { NameKind, SchemeCodes } from "./scheme-codes.ts";

/** What a cell of a field may say, one text for each meaning; empty where that is not a list. */
export function allowedTexts({ kind, fields }: Contract, name: string, { honours, names }: SchemeCodes): readonly string[] {
  if (name === "honour") return [...new Set(honours.map(({ label }) => label))];
  if (kind === "windows" && name === "domain") {
    const ofSchemes = names.filter((code) => code.kind === "domain").map(({ label, id }) => [label, id] as const);
    return firstTexts([...ofSchemes, ...Object.entries(domainNames)]);
  }
  const kindOfName = nameKinds[name];
  if (kindOfName) return [...new Set(names.filter((code) => code.kind === kindOfName).map(({ label }) => label))];
  return firstTexts(Object.entries(fields.find((field) => field.name === name)?.values ?? {}));
}

/** Fields whose names only schemes know. */
const nameKinds: Readonly<Record<string, NameKind>> = { tier: "tier", metric: "metric", point: "point", event: "event" };

function firstTexts(entries: readonly (readonly [text: string, code: string])[]): readonly string[] {
  const byCode = new Map<string, string>();
  for (const [text, code] of entries) if (!byCode.has(code)) byCode.set(code, text);
  return [...byCode.values()];
}
