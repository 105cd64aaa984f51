import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { FileOverrides } from "@mingchuang/ingest/file-override";
import { writeBeside } from "@mingchuang/warehouse/build-beside";
import { parse } from "yaml";
import { z } from "zod";
import { CliError } from "./errors.ts";

/** The root of the repository: schemes, mappings and the dashboard lie at fixed places under it. */
export const repository = resolve(import.meta.dirname, "../../..");

/** Everything that belongs to one set of ingested files. All of it can be rebuilt from those files. */
export interface Workspace {
  readonly folder: string;
  readonly store: string;
  readonly evaluation: string;
  readonly published: string;
  readonly report: string;
  /** Copies of files with problems, for whoever handed them in. */
  readonly returned: string;
  readonly settings: string;
  readonly steps: string;
}

export function workspaceAt(folder: string): Workspace {
  const at = resolve(folder);
  return {
    folder: at,
    store: join(at, "store.duckdb"),
    evaluation: join(at, "evaluation.duckdb"),
    published: join(at, "published"),
    report: join(at, "ingest-report.md"),
    returned: join(at, "returned"),
    settings: join(at, "workspace.json"),
    steps: join(at, "steps.json"),
  };
}

const workspaces = join(repository, ".mingchuang");

/** A workspace as people name it: a bare name lies in `.mingchuang` of the repository, anything with a slash or a dot is a path. */
export function workspaceNamed(name: string): Workspace {
  return workspaceAt(/^[^./\\][^/\\]*$/.test(name) ? join(workspaces, name) : name);
}

/** What people write after `--workspace` to mean a workspace. */
export function nameOf({ folder }: Workspace): string {
  const name = relative(workspaces, folder);
  return workspaceNamed(name).folder === folder && /^[^./\\][^/\\]*$/.test(name) ? name : folder;
}

/** The workspace that files of a folder go to unless another is named: `.mingchuang/<name of the folder>`. */
export const workspaceFor = (ingested: string): Workspace => workspaceNamed(basename(resolve(ingested)));

/**
 * The workspace to work on: the one named, otherwise the only one that there is.
 *
 * @throws {CliError} S112 when none is named and there is not exactly one
 */
export function findWorkspace(name: string | undefined): Workspace {
  if (name !== undefined) return workspaceNamed(name);
  const found = existsSync(workspaces) ? readdirSync(workspaces).filter((each) => existsSync(workspaceNamed(each).store)) : [];
  const [only, ...others] = found.sort();
  if (only === undefined || others.length > 0) throw new CliError("S112", found.length === 0 ? workspaces : found.join(", "));
  return workspaceNamed(only);
}

/** `800MB`, `2GB`: less than 200 MB is not enough to read anything. */
export const MemorySize = z.string().regex(/^([2-9]\d\d|\d{4,6})MB$|^\d{1,4}(\.\d)?GB$/);

/** `workspace.yaml` of a folder that people fill: what cannot be read from its tables. The file is optional, and so is each field. */
const FolderSettings = z.strictObject({
  name: z.string().min(1).optional(),
  /** Invented data: every page says so. */
  sample: z.boolean().default(false),
  /** Last day that counts, by programme year; without it 31 December. */
  as_of: z.record(z.string().regex(/^\d{4}$/), z.iso.date()).default({}),
  /** The year of tables that have no column for it. */
  year: z.int().min(2000).max(2100).optional(),
  /** What is laid down for files, by path or pattern, instead of having it found out. */
  files: FileOverrides.default({}),
  /** How much memory and how many processors an import may take. */
  memory: MemorySize.optional(),
  threads: z.int().min(1).max(1024).optional(),
});
export type FolderSettings = z.infer<typeof FolderSettings>;

/**
 * Reads `workspace.yaml` of a folder about to be ingested.
 *
 * @throws {CliError} S101 when there is no such folder, S108 when its `workspace.yaml` is not as required
 */
export function readFolderSettings(folder: string): FolderSettings {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new CliError("S101", folder);
  const path = join(folder, "workspace.yaml");
  if (!existsSync(path)) return FolderSettings.parse({});
  const parsed = FolderSettings.safeParse(parseYaml(path) ?? {});
  if (!parsed.success) throw new CliError("S108", `${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function parseYaml(path: string): unknown {
  try {
    // Dates stay text: `2023-12-31` is a day here, not a moment in some time zone.
    return parse(readFileSync(path, "utf8"), { schema: "core" });
  } catch (cause) {
    throw new CliError("S108", `${path}: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
}

/** What a workspace knows of the folder ingested into it, for the steps that no longer see it. */
const Remembered = FolderSettings.extend({
  /** The folder, and the files that it held. */
  folder: z.string().default(""),
  files: z.array(z.string()).default([]),
  /** A fingerprint of what decided how they were read: rules and code. */
  readBy: z.string().default(""),
  /** What the command line laid down for single files; it stays in force until it is taken back. */
  told: FileOverrides.default({}),
  /** Rows and files that the last load turned away, and files in the store that the folder no longer has. */
  open: z.strictObject({ rejected: z.int(), refused: z.int(), gone: z.int() }).default({ rejected: 0, refused: 0, gone: 0 }),
});
export type Remembered = z.infer<typeof Remembered>;

export async function remember(workspace: Workspace, remembered: Remembered): Promise<void> {
  await writeBeside(workspace.settings, `${JSON.stringify(remembered, null, 2)}\n`);
}

export function recall({ settings }: Workspace): Remembered {
  return Remembered.parse(existsSync(settings) ? JSON.parse(readFileSync(settings, "utf8")) : {});
}
