import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createRandom } from "@mingchuang/sample/random";
import { ingestCommand } from "../commands/ingest.ts";
import { recordingTerminal } from "../recording-terminal.ts";
import { workspaceAt } from "../workspace.ts";
import { writeHandedIn } from "./handed-in.ts";
import { differences, listWorkspace, printStore, type StorePrint } from "./store-print.ts";

export interface CrashOptions {
  readonly kills: number;
  readonly seed: number;
  /** How many of the 44 tables are loaded, beside 6 files that are refused. */
  readonly tables?: number;
  /** Loads that are killed side by side. */
  readonly lanes?: number;
  readonly onKill?: (done: number, of: number) => void;
}

/** What became of the loads that were killed. */
export interface CrashFigures {
  kills: number;
  /** Killed after the last file was begun: while the store is checkpointed, synced, renamed and the report written. */
  inCommitWindow: number;
  /** Killed while going over what an earlier kill had left. */
  afterKill: number;
  /** The load had ended before the signal came. */
  tooLate: number;
  /** After the kill the store was the earlier one, the new one, or (where there had been none) still absent. */
  old: number;
  fresh: number;
  /** Loads that were then left to go through, and compared with an undisturbed one. */
  completed: number;
  faults: string[];
}

interface Start {
  readonly name: string;
  /** A workspace to begin from. */
  readonly workspace: string;
  readonly before: StorePrint | null;
  readonly after: StorePrint | null;
  /** Files and settings of the workspace after a load that nobody disturbed. */
  readonly listing: readonly string[];
  readonly settings: string;
  readonly milliseconds: number;
  readonly commitMilliseconds: number;
}

const everyEighth = 8;

/**
 * Kills loads of 50 files by SIGKILL at moments spread over the whole run, two in five of them in the window in which the store is put in
 * place. After each kill the store must open and be exactly the earlier or the new one, table for table. Up to five kills follow one another
 * in one workspace, each over what the last one left; then a load that goes through must give exactly the store, the settings and the files of
 * one that nobody disturbed.
 */
export async function crash(options: CrashOptions): Promise<CrashFigures> {
  const root = await mkdtemp(join(tmpdir(), "mingchuang-crash-"));
  try {
    return await crashIn(root, options);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function crashIn(root: string, { kills, seed, tables, lanes = 2, onKill }: CrashOptions): Promise<CrashFigures> {
  const folder = join(root, "handed-in");
  await mkdir(folder);
  const earlier = join(root, "earlier");
  await writeHandedIn(folder, "earlier", seed, tables);
  await load(folder, earlier);
  await writeHandedIn(folder, "now", seed, tables);
  const over = await undisturbed(root, folder, "over an earlier store", earlier);
  const intoNothing = kills < everyEighth ? over : await undisturbed(root, folder, "into nothing", null);

  const figures: CrashFigures = { kills: 0, inCommitWindow: 0, afterKill: 0, tooLate: 0, old: 0, fresh: 0, completed: 0, faults: [] };
  let given = 0;
  const lane = async (number: number) => {
    const workspace = join(root, `lane-${number}`);
    for (let chain = number; given < kills; chain += lanes) {
      const random = createRandom(seed, `chain/${chain}`);
      const length = Math.min(kills - given, random.int(1, 5));
      const first = given;
      given += length;
      const start = chain % everyEighth === everyEighth - 1 ? intoNothing : over;
      await rm(workspace, { recursive: true, force: true });
      if (start.before) await cp(start.workspace, workspace, { recursive: true });
      try {
        for (let kill = 0; kill < length; kill += 1) {
          const share = (first + kill + random.fraction()) / kills;
          await killOnce(start, { folder, workspace, share, random, figures, isFirst: kill === 0 });
          onKill?.(figures.kills, kills);
        }
        await complete(start, folder, workspace);
        figures.completed += 1;
      } catch (cause) {
        figures.faults.push(`chain ${chain} (${start.name}): ${cause instanceof Error ? cause.message : String(cause)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return figures;
}

interface Trial {
  readonly folder: string;
  readonly workspace: string;
  /** Where in the run the kill falls, from 0 to 1. */
  readonly share: number;
  readonly random: ReturnType<typeof createRandom>;
  readonly figures: CrashFigures;
  readonly isFirst: boolean;
}

/** Kills one load, and holds the store against the old and the new one. */
async function killOnce(start: Start, { folder, workspace, share, random, figures, isFirst }: Trial): Promise<void> {
  const atCommit = random.chance(0.4);
  const after = atCommit ? { commit: random.fraction() * start.commitMilliseconds } : { run: share * start.milliseconds };
  const ended = await killed(folder, workspace, after);
  figures.kills += 1;
  if (ended) figures.tooLate += 1;
  else if (atCommit) figures.inCommitWindow += 1;
  if (!isFirst) figures.afterKill += 1;
  const found = await printStore(workspaceAt(workspace).store);
  const [fromOld, fromNew] = [differences(found, start.before), differences(found, start.after)];
  if (fromOld.length > 0 && fromNew.length > 0) throw new Error(`neither the old store nor the new one:\n  ${fromNew.join("\n  ")}`);
  figures[fromNew.length === 0 ? "fresh" : "old"] += 1;
}

/** Loads once more, undisturbed, and holds everything against a workspace where nothing was killed. */
async function complete(start: Start, folder: string, workspace: string): Promise<void> {
  const { store, settings } = workspaceAt(workspace);
  await load(folder, workspace);
  const wrong = differences(await printStore(store), start.after);
  if (wrong.length > 0) throw new Error(`another store than that of an undisturbed load:\n  ${wrong.join("\n  ")}`);
  const listing = listWorkspace(workspace);
  if (listing.join("\n") !== start.listing.join("\n")) throw new Error(`other files than after an undisturbed load: ${listing.join(", ")}`);
  if ((await readFile(settings, "utf8")) !== start.settings) throw new Error("other settings than after an undisturbed load");
}

/** A load that nobody disturbs, from a copy of a workspace, with the time it takes. */
async function undisturbed(root: string, folder: string, name: string, from: string | null): Promise<Start> {
  const workspace = join(root, `undisturbed-${name.replaceAll(" ", "-")}`);
  if (from) await cp(from, workspace, { recursive: true });
  const before = await printStore(workspaceAt(workspace).store);
  const times = await load(folder, workspace);
  const after = await printStore(workspaceAt(workspace).store);
  const settings = await readFile(workspaceAt(workspace).settings, "utf8");
  return { name, workspace: from ?? workspace, before, after, listing: listWorkspace(workspace), settings, ...times };
}

interface Progress {
  readonly done?: number;
  readonly of?: number;
  readonly exit?: number;
}

async function openChild(): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, "load-child.ts"), [], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, TZ: "Asia/Shanghai" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await once(child, "message");
  return child;
}

/** Runs a load to its end, in this process. */
async function load(folder: string, workspace: string) {
  const started = performance.now();
  let committing = started;
  const recording = recordingTerminal("zh");
  const terminal: typeof recording = {
    ...recording,
    during: (_label, work) =>
      work((done, of) => {
        if (done + 1 === of) committing = performance.now();
      }),
  };
  await ingestCommand(terminal).run([folder, "--workspace", workspace]);
  const ended = performance.now();
  return { milliseconds: ended - started, commitMilliseconds: ended - committing };
}

/** Starts a load and kills it so many milliseconds after its start, or after its last file was begun. Answers whether it had ended before. */
async function killed(folder: string, workspace: string, after: { readonly run: number } | { readonly commit: number }): Promise<boolean> {
  const child = await openChild();
  const exited = once(child, "exit");
  let ended = false;
  const committing = new Promise<void>((reached) => {
    child.on("message", ({ done, of, exit }: Progress) => {
      if (done !== undefined && done + 1 === of) reached();
      if (exit !== undefined) ended = true;
    });
  });
  child.send([folder, "--workspace", workspace]);
  if ("commit" in after) await Promise.race([committing, exited]);
  await Promise.race([pause("commit" in after ? after.commit : after.run), exited]);
  const late = ended;
  child.kill("SIGKILL");
  await exited;
  return late;
}
