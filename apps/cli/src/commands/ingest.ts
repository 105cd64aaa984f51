import { existsSync } from "node:fs";
import { readdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { FileOverrides } from "@mingchuang/ingest/file-override";
import { ingestFolder } from "@mingchuang/ingest/load";
import { readMappings } from "@mingchuang/ingest/mapping";
import { previewFolder } from "@mingchuang/ingest/preview";
import type { EngineLimits } from "@mingchuang/ingest/replace-store";
import type { IngestReport } from "@mingchuang/ingest/report";
import { writeReturns } from "@mingchuang/ingest/returns/write-returns";
import type { SchemeCodes } from "@mingchuang/ingest/scheme-codes";
import { segmentFolder } from "@mingchuang/ingest/segments/segment-ledger";
import { underStoreLock } from "@mingchuang/ingest/store-lock";
import { findOutdatedStore } from "@mingchuang/ingest/store-version";
import { writeBeside } from "@mingchuang/warehouse/build-beside";
import { mappingsArgument, parseWhole, schemesArgument, workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { UsageError } from "../failure.ts";
import { codeOf, fingerprint } from "../fingerprint.ts";
import { isRefused, renderIngestReport, renderIngestSummary } from "../ingest-report.ts";
import { overrideArguments, parseOverride } from "../override-arguments.ts";
import { documentsOf, readSchemes, schemeCodes } from "../schemes.ts";
import type { Terminal } from "../terminal.ts";
import {
  type FolderSettings,
  MemorySize,
  nameOf,
  readFolderSettings,
  recall,
  remember,
  type Workspace,
  workspaceFor,
  workspaceNamed,
} from "../workspace.ts";

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
      "dry-run": { type: "boolean", default: false, description: messages.ingest.dryRun },
      report: { type: "string", description: messages.ingest.reportTo, valueHint: "file" },
      ...overrideArguments(messages),
      wait: waitArgument(terminal),
      ...engineArguments(terminal),
    },
    async (args) => {
      const { folder: named, workspace: name, schemes, mappings, year, wait, memory, threads } = args;
      const folder = resolve(named);
      const workspace = name === undefined ? workspaceFor(folder) : workspaceNamed(name);
      const engine = parseEngine(memory, threads, terminal);
      const told = parseOverride(args, folder, messages);
      const settings = { schemes, mappings, mayMix: name !== undefined, rebuild: false, year: parseYear(year, terminal), told, engine };
      const isPreview = args["dry-run"];
      if (!isPreview && args.report !== undefined) throw new UsageError(messages.ingest.onlyWith("--report", "--dry-run"));
      if (isPreview) return exitOf(await previewIntoWorkspace(folder, workspace, terminal, { ...settings, reportTo: args.report }));
      const report = await inTurn(workspace, terminal, parseWhole("--wait", wait, messages), () =>
        ingestIntoWorkspace(folder, workspace, terminal, settings),
      );
      return exitOf(report);
    },
  );
};

function exitOf({ totals, files, skipped }: IngestReport): ExitCode {
  const isUnread = skipped.some(({ code }) => code === "F101");
  return totals.rejected > 0 || isUnread || files.some(isRefused) ? exitCodes.rejected : exitCodes.ok;
}

/** How long an import waits for another one: long enough for nearly any to end, and it says at once what it waits for. */
export const waitArgument = ({ messages }: Terminal) =>
  ({ type: "string", default: "600", description: messages.ingest.wait, valueHint: "seconds" }) as const;

/** Waits for the workspace and keeps it until all of the work is done: the store, the report and what is remembered belong together. */
export function inTurn<Result>(
  { store }: Workspace,
  { warn, messages }: Terminal,
  waitSeconds: number,
  work: () => Promise<Result>,
): Promise<Result> {
  return underStoreLock(store, { waitSeconds, onWait: (holder) => warn(messages.ingest.waiting(holder, waitSeconds)) }, work);
}

export interface IngestSettings {
  readonly schemes: string;
  readonly mappings: string;
  /** Whether the workspace may hold another folder's data already: only when someone named it on purpose. */
  readonly mayMix: boolean;
  /** Whether a store of another version is built anew from its folder, instead of being refused. */
  readonly rebuild: boolean;
  /** Of tables without a column for it; otherwise what `workspace.yaml` says, or what an earlier load was told. */
  readonly year?: number | undefined;
  /** What the command line lays down for one file; an empty one takes back what it laid down before. */
  readonly told?: FileOverrides | undefined;
  /** How much the engine may take; otherwise what `workspace.yaml` says. */
  readonly engine?: EngineLimits | undefined;
}

export const yearArgument = ({ messages }: Terminal) => ({ type: "string", description: messages.ingest.year, valueHint: "year" }) as const;

export const parseYear = (year: string | undefined, { messages }: Terminal) =>
  year === undefined ? undefined : parseWhole("--year", year, messages);

export const engineArguments = ({ messages }: Terminal) =>
  ({
    memory: { type: "string", description: messages.ingest.memory, valueHint: "size" },
    threads: { type: "string", description: messages.ingest.threads, valueHint: "number" },
  }) as const;

export function parseEngine(memory: string | undefined, threads: string | undefined, { messages }: Terminal): EngineLimits {
  if (memory !== undefined && !MemorySize.safeParse(memory).success) throw new UsageError(messages.usage.notSize("--memory", memory));
  const count = threads === undefined ? undefined : parseWhole("--threads", threads, messages);
  if (count === 0) throw new UsageError(messages.usage.notNumber("--threads", "0"));
  return { ...(memory === undefined ? {} : { memoryLimit: memory }), ...(count === undefined ? {} : { threads: count }) };
}

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
  const plan = await planIngestion(folder, workspace, settings);
  const { folderSettings, before, isOther, readBy, year, told, options } = plan;
  if (plan.isOutdatedSample) await rm(workspace.store, { force: true });
  const isRebuilt = settings.rebuild && before.folder === folder && (await putAsideOutdated(workspace, terminal));
  if (!isRebuilt) warnOfYear(plan, workspace, terminal);

  // Remembered before the load: should this process be killed right after it, the next one still knows of every file that may be in force.
  const known = [...new Set([...(isOther ? [] : before.files), ...(await readdir(folder, { recursive: true }))])];
  const files = known.map((path) => path.replaceAll("\\", "/").normalize("NFC")).sort();
  await remember(workspace, { ...before, ...(isOther ? {} : { folder, files }) });

  const report = await terminal.during(
    texts.working,
    (show) => ingestFolder({ ...options, onProgress: ({ path, done, total }) => show(done, total, path) }),
    ({ files, totals }) => texts.done(files.length, totals.accepted, totals.rejected, totals.superseded),
  );
  const gone = report.files.filter(({ state }) => state === "gone").map(({ path }) => path);
  if (gone.length > 0) terminal.warn(texts.gone(gone, nameOf(workspace)));
  const undone = report.files.filter(({ state }) => state === "undone").map(({ path }) => path);
  if (undone.length > 0) terminal.warn(texts.undone(undone, nameOf(workspace)));
  const returned = { folder: workspace.returned, copies: await returnCopies(folder, workspace, options.codes) };
  await writeBeside(workspace.report, renderIngestReport(report, returned));
  await remember(workspace, {
    ...folderSettings,
    ...(year === undefined ? {} : { year }),
    sample: folderSettings.sample || (isOther && before.sample),
    as_of: { ...before.as_of, ...folderSettings.as_of },
    folder,
    files: report.files.map(({ path }) => path).sort(),
    readBy,
    told,
    open: { rejected: report.totals.rejected, refused: report.files.filter(isRefused).length, gone: gone.length },
  });
  terminal.say(renderIngestSummary(report, workspace.report, terminal.language, returned));
  return report;
}

const returnCopies = (folder: string, { store, returned }: Workspace, codes: SchemeCodes) =>
  writeReturns({ storePath: store, folder, returnedFolder: returned, codes });

/** What a load of a folder is going to be like, found out without touching anything. */
async function planIngestion(folder: string, workspace: Workspace, settings: IngestSettings) {
  const folderSettings = readFolderSettings(folder);
  const before = recall(workspace);
  const isOther = before.folder !== "" && before.folder !== folder && existsSync(workspace.store);
  if (isOther && !settings.mayMix) throw new CliError("S113", `${workspace.folder}: ${before.folder}`);
  const reading = await fingerprint([settings.schemes, documentsOf(settings.schemes), settings.mappings]);
  const readBy = [reading, await codeOf("ingest", "warehouse")].join(":");
  const year = settings.year ?? folderSettings.year ?? (isOther ? undefined : before.year);
  const told = Object.fromEntries(
    Object.entries({ ...(isOther ? {} : before.told), ...settings.told }).filter(([, override]) => Object.keys(override).length > 0),
  );
  const options = {
    folder,
    storePath: workspace.store,
    codes: schemeCodes(readSchemes(settings.schemes)),
    mappings: readMappings(settings.mappings),
    overrides: [folderSettings.files, told],
    engine: { ...limitsOf(folderSettings), ...settings.engine },
    earlier: isOther ? [] : before.files,
    now: () => new Date(),
    ...(year === undefined ? {} : { defaultYear: year }),
  };
  // An invented province has no history worth keeping: what would be read otherwise today is read anew, as on a fresh clone.
  const isOutdatedSample = before.sample && folderSettings.sample && !isOther && before.readBy !== readBy;
  return { folderSettings, before, isOther, readBy, year, told, options, isOutdatedSample };
}

type Plan = Awaited<ReturnType<typeof planIngestion>>;

function warnOfYear({ isOther, before, year }: Plan, { store }: Workspace, { warn, messages }: Terminal): void {
  if (!isOther && before.year !== undefined && year !== before.year) warn(messages.ingest.otherYear(before.year, store));
}

/** Says what a load would do and changes nothing: neither the store nor the report nor what is remembered. */
async function previewIntoWorkspace(
  folder: string,
  workspace: Workspace,
  terminal: Terminal,
  settings: IngestSettings & { readonly reportTo: string | undefined },
): Promise<IngestReport> {
  const { ingest: texts } = terminal.messages;
  const plan = await planIngestion(folder, workspace, settings);
  warnOfYear(plan, workspace, terminal);
  const { reportTo } = settings;
  if (reportTo !== undefined && existsSync(reportTo)) throw new CliError("S120", reportTo);
  const storePath = plan.isOutdatedSample ? join(workspace.folder, "no-store-yet.duckdb") : workspace.store;
  const report = await terminal.during(
    texts.previewing,
    (show) => previewFolder({ ...plan.options, storePath, onProgress: ({ path, done, total }) => show(done, total, path) }),
    ({ files, totals }) => texts.previewed(files.length, totals.accepted, totals.rejected, totals.superseded),
  );
  if (reportTo !== undefined) await writeFile(reportTo, renderIngestReport(report), { flag: "wx" });
  terminal.say(renderIngestSummary(report, reportTo ?? null, terminal.language));
  return report;
}

function limitsOf({ memory, threads }: FolderSettings): EngineLimits {
  return { ...(memory === undefined ? {} : { memoryLimit: memory }), ...(threads === undefined ? {} : { threads }) };
}

/** Moves a store of another version out of the way, so that the folder is read into a new one. Answers whether there was one. */
async function putAsideOutdated(workspace: Workspace, { messages, say }: Terminal): Promise<boolean> {
  const outdated = await findOutdatedStore(workspace.store);
  if (!outdated) return false;
  const aside = join(workspace.folder, `store-v${outdated.version ?? 0}.duckdb`);
  await rename(workspace.store, aside);
  const segments = segmentFolder(workspace.store);
  if (existsSync(segments)) await rename(segments, join(workspace.folder, `events-v${outdated.version ?? 0}`));
  say(messages.ingest.rebuilding(aside));
  return true;
}
