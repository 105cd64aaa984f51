import { rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ingestFolder } from "@mingchuang/ingest/load";
import { readMappings } from "@mingchuang/ingest/mapping";
import type { IngestReport } from "@mingchuang/ingest/report";
import { findOutdatedStore } from "@mingchuang/ingest/store-version";
import { mappingsArgument, parseWhole, schemesArgument, workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { codeOf, fingerprint } from "../fingerprint.ts";
import { isRefused, renderIngestReport, renderIngestSummary } from "../ingest-report.ts";
import { documentsOf, readSchemes, schemeCodes } from "../schemes.ts";
import type { Terminal } from "../terminal.ts";
import { readFolderSettings, recall, remember, type Workspace, workspaceFor, workspaceNamed } from "../workspace.ts";

export const ingestCommand = (terminal: Terminal) => {
  const { messages } = terminal;
  return command(
    messages.ingest.about,
    {
      folder: { type: "positional", description: messages.ingest.folder, required: true },
      workspace: workspaceArgument(messages),
      schemes: schemesArgument(messages),
      mappings: mappingsArgument(messages),
      year: yearArgument(terminal),
    },
    async ({ folder, workspace: name, schemes, mappings, year }) => {
      const workspace = name === undefined ? workspaceFor(folder) : workspaceNamed(name);
      const settings = { schemes, mappings, mayMix: name !== undefined, rebuild: false, year: parseYear(year, terminal) };
      const { totals, files } = await ingestIntoWorkspace(resolve(folder), workspace, terminal, settings);
      return totals.rejected > 0 || files.some(isRefused) ? exitCodes.rejected : exitCodes.ok;
    },
  );
};

export interface IngestSettings {
  readonly schemes: string;
  readonly mappings: string;
  /** Whether the workspace may hold another folder's data already: only when someone named it on purpose. */
  readonly mayMix: boolean;
  /** Whether a store of another version is built anew from its folder, instead of being refused. */
  readonly rebuild: boolean;
  /** Of tables without a column for it; otherwise what `workspace.yaml` says, or what an earlier load was told. */
  readonly year?: number | undefined;
}

export const yearArgument = ({ messages }: Terminal) => ({ type: "string", description: messages.ingest.year, valueHint: "year" }) as const;

export const parseYear = (year: string | undefined, { messages }: Terminal) =>
  year === undefined ? undefined : parseWhole("--year", year, messages);

/**
 * Loads a folder into a workspace, says what became of every file, and writes the full report beside the store.
 *
 * @throws {CliError} S101, S108, and S113 when the workspace holds another folder's data
 * @throws {IngestError} F120 when its store is of another version and is not to be rebuilt, or is not this folder's
 */
export async function ingestIntoWorkspace(
  folder: string,
  workspace: Workspace,
  terminal: Terminal,
  settings: IngestSettings,
): Promise<IngestReport> {
  const { ingest: texts } = terminal.messages;
  const folderSettings = readFolderSettings(folder);
  const before = recall(workspace);
  const isOther = before.folder !== "" && before.folder !== folder;
  if (isOther && !settings.mayMix) throw new CliError("S113", `${workspace.folder}: ${before.folder}`);

  const codes = schemeCodes(readSchemes(settings.schemes));
  const mappings = readMappings(settings.mappings);
  const reading = await fingerprint([settings.schemes, documentsOf(settings.schemes), settings.mappings]);
  const readBy = [reading, await codeOf("ingest", "warehouse")].join(":");
  // An invented province has no history worth keeping: what would be read otherwise today is read anew, as on a fresh clone.
  if (before.sample && folderSettings.sample && !isOther && before.readBy !== readBy) await rm(workspace.store, { force: true });

  const isRebuilt = settings.rebuild && before.folder === folder && (await putAsideOutdated(workspace, terminal));
  const year = settings.year ?? folderSettings.year ?? (isOther ? undefined : before.year);
  if (!isRebuilt && !isOther && before.year !== undefined && year !== before.year)
    terminal.warn(texts.otherYear(before.year, workspace.store));

  const report = await terminal.during(
    texts.working,
    (show) =>
      ingestFolder({
        folder,
        storePath: workspace.store,
        codes,
        mappings,
        ...(year === undefined ? {} : { defaultYear: year }),
        onProgress: ({ path, done, total }) => show(done, total, path),
      }),
    ({ files, totals }) => texts.done(files.length, totals.accepted, totals.rejected, totals.superseded),
  );
  const present = report.files.map(({ path }) => path);
  const gone = isOther || isRebuilt ? [] : before.files.filter((path) => !present.includes(path));
  if (gone.length > 0) terminal.warn(texts.gone(gone, workspace.store));
  await remember(workspace, {
    ...folderSettings,
    ...(year === undefined ? {} : { year }),
    sample: folderSettings.sample || (isOther && before.sample),
    as_of: { ...before.as_of, ...folderSettings.as_of },
    folder,
    files: [...new Set([...present, ...gone])].sort(),
    readBy,
    open: { rejected: report.totals.rejected, refused: report.files.filter(isRefused).length, gone: gone.length },
  });
  await writeFile(workspace.report, renderIngestReport(report));
  terminal.say(renderIngestSummary(report, workspace.report, terminal.language));
  return report;
}

/** Moves a store of another version out of the way, so that the folder is read into a new one. Answers whether there was one. */
async function putAsideOutdated(workspace: Workspace, { messages, say }: Terminal): Promise<boolean> {
  const outdated = await findOutdatedStore(workspace.store);
  if (!outdated) return false;
  const aside = join(workspace.folder, `store-v${outdated.version ?? 0}.duckdb`);
  await rename(workspace.store, aside);
  say(messages.ingest.rebuilding(aside));
  return true;
}
