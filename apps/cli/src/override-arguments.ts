import { existsSync } from "node:fs";
import { join } from "node:path";
import { contracts } from "@mingchuang/ingest/contracts/catalogue";
import { FileOverride, type FileOverrides } from "@mingchuang/ingest/file-override";
import { z } from "zod";
import { CliError } from "./errors.ts";
import { UsageError } from "./failure.ts";
import type { Messages } from "./messages/zh.ts";

/** The options that lay down for one file what is otherwise found out. They mean what the settings of the same name under `files:` do. */
export const overrideArguments = ({ ingest }: Messages) => ({
  file: { type: "string" as const, description: ingest.override.file, valueHint: "path" },
  kind: { type: "string" as const, description: ingest.override.kind(contracts.map(({ kind }) => kind)), valueHint: "kind" },
  encoding: { type: "string" as const, description: ingest.override.encoding, valueHint: "encoding" },
  separator: { type: "string" as const, description: ingest.override.separator, valueHint: "sign" },
  sheet: { type: "string" as const, description: ingest.override.sheet, valueHint: "sheet" },
  "header-row": { type: "string" as const, description: ingest.override.headerRow, valueHint: "row" },
  mapping: { type: "string" as const, description: ingest.override.mapping, valueHint: "mapping" },
  ignore: { type: "boolean" as const, default: false, description: ingest.override.ignore },
});

type OverrideArguments = {
  readonly [name in "file" | "kind" | "encoding" | "separator" | "sheet" | "header-row" | "mapping"]?: string | undefined;
} & {
  readonly ignore?: boolean | undefined;
};

/**
 * What the command line lays down, by the path of its file; `--file` alone takes back what it laid down before. Undefined without `--file`.
 *
 * @throws {CliError} S119 when there is no such file, or a value that is not allowed
 * @throws {UsageError} when there are settings and no file
 */
export function parseOverride(args: OverrideArguments, folder: string, { ingest }: Messages): FileOverrides | undefined {
  const { file } = args;
  const settings = parseSettings(args);
  if (file === undefined) {
    const [first] = Object.keys(settings);
    if (first !== undefined) throw new UsageError(ingest.onlyWith(`--${first === "headerRow" ? "header-row" : first}`, "--file"));
    return undefined;
  }
  const path = file.replaceAll("\\", "/").replace(/^\.\//, "").normalize("NFC");
  if (!existsSync(join(folder, path))) throw new CliError("S119", `--file ${file}`);
  return { [path]: settings };
}

/** The settings alone. @throws {CliError} S119 for a value that is not allowed. */
export function parseSettings(args: Omit<OverrideArguments, "file">): FileOverride {
  const { kind, encoding, separator, sheet, mapping, ignore } = args;
  const headerRow = args["header-row"] === undefined ? undefined : Number(args["header-row"]);
  const given = { kind, encoding, separator, sheet, headerRow, mapping, ignore: ignore || undefined };
  const parsed = FileOverride.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
  if (!parsed.success) throw new CliError("S119", z.prettifyError(parsed.error));
  return parsed.data;
}
