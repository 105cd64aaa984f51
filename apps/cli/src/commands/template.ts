import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { contracts } from "@mingchuang/ingest/contracts/catalogue";
import type { SchemeCodes } from "@mingchuang/ingest/scheme-codes";
import { requireStoreVersion } from "@mingchuang/ingest/store-version";
import { queryApplications, scoreSheetWorkbook } from "@mingchuang/ingest/templates/score-sheets";
import { templateWorkbook } from "@mingchuang/ingest/templates/template-workbook";
import { buildBeside } from "@mingchuang/warehouse/build-beside";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { parseWhole, schemesArgument, workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { UsageError } from "../failure.ts";
import { readSchemes, schemeCodes } from "../schemes.ts";
import type { Terminal } from "../terminal.ts";
import { findWorkspace } from "../workspace.ts";

const rounds = ["initial", "onsite"] as const;

export const templateCommand = (terminal: Terminal) => {
  const { messages, say } = terminal;
  const { template: texts, usage } = messages;
  const kinds = contracts.map(({ kind }) => kind);
  return command(
    texts.about,
    {
      kind: { type: "positional", description: texts.kind(contracts.map(({ kind, title }) => `${kind} ${title}`)), required: false },
      out: { type: "string", default: ".", description: texts.out, valueHint: "folder" },
      scheme: { type: "string", description: texts.scheme, valueHint: "scheme" },
      grader: { type: "string", description: texts.grader, valueHint: "grader" },
      round: { type: "enum", options: [...rounds], default: "initial" as const, description: texts.round },
      year: { type: "string", description: messages.options.year, valueHint: "year" },
      workspace: workspaceArgument(messages),
      schemes: schemesArgument(messages),
    },
    async ({ kind, out, scheme, grader, round, year, workspace, schemes }) => {
      if (kind !== undefined && !kinds.includes(kind)) throw new UsageError(usage.oneOf("kind", kind, kinds));
      const all = schemeCodes(readSchemes(schemes));
      const known = [...new Set(all.honours.map((honour) => honour.scheme))];
      if (scheme !== undefined && !known.includes(scheme)) throw new UsageError(usage.oneOf("--scheme", scheme, known));
      const codes = scheme === undefined ? all : codesOf(all, scheme);
      if (grader !== undefined) {
        if (kind !== "scores" || scheme === undefined) throw new UsageError(texts.graderNeeds);
        const wanted = year === undefined ? null : parseWhole("--year", year, messages);
        say(texts.written([await writeScoreSheet({ codes, scheme, grader, round, year: wanted, out, workspace })]));
        return exitCodes.ok;
      }
      const written: string[] = [];
      for (const contract of contracts.filter((each) => kind === undefined || each.kind === kind)) {
        const path = join(resolve(out), `${contract.title}-模板.xlsx`);
        await writeNew(path, await templateWorkbook(contract, codes));
        written.push(path);
      }
      say(texts.written(written));
      return exitCodes.ok;
    },
  );
};

/** What one scheme calls things. */
function codesOf({ honours, items, clauses, names }: SchemeCodes, wanted: string): SchemeCodes {
  const own = ({ scheme }: { readonly scheme: string }) => scheme === wanted;
  return { honours: honours.filter(own), items: items.filter(own), clauses: clauses.filter(own), names: names.filter(own) };
}

interface ScoreSheetOrder {
  readonly codes: SchemeCodes;
  readonly scheme: string;
  readonly grader: string;
  readonly round: (typeof rounds)[number];
  readonly year: number | null;
  readonly out: string;
  readonly workspace: string | undefined;
}

/** @throws {CliError} S102 without a store, S121 when it has no application to score, S120 when the file is there already */
async function writeScoreSheet({ codes, scheme, grader, round, year, out, workspace }: ScoreSheetOrder): Promise<string> {
  const { store } = findWorkspace(workspace);
  if (!existsSync(store)) throw new CliError("S102", store);
  await requireStoreVersion(store);
  const db = await openNodeDatabase(store, { readOnly: true });
  try {
    const found = await queryApplications(db, codes, scheme, year);
    if (found.applications.length === 0) throw new CliError("S121", [scheme, year].filter((part) => part !== null).join(" "));
    const path = join(
      resolve(out),
      `评分-${found.year}-${round === "initial" ? "初审" : "现场"}-${grader.replace(/[\\/:*?"<>|]/g, "_")}.xlsx`,
    );
    await writeNew(path, await scoreSheetWorkbook({ scheme, grader, round, year: found.year }, found.applications, codes));
    return path;
  } finally {
    await db.close();
  }
}

/** @throws {CliError} S120 when there is such a file: somebody may have filled it in */
async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  if (existsSync(path)) throw new CliError("S120", path);
  await mkdir(join(path, ".."), { recursive: true });
  await buildBeside(path, (temporary) => writeFile(temporary, bytes));
}
