import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
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
    settings: join(at, "workspace.json"),
    steps: join(at, "steps.json"),
  };
}

/** `.mingchuang/<name of the ingested folder>` in the repository. */
export const defaultWorkspace = (ingested: string) => join(repository, ".mingchuang", basename(resolve(ingested)));

/** `workspace.yaml` of a folder that people fill: what cannot be read from its tables. The file is optional, and so is each field. */
const FolderSettings = z.strictObject({
  name: z.string().min(1).optional(),
  /** Invented data: every page says so. */
  sample: z.boolean().default(false),
  /** Last day that counts, by programme year; without it 31 December. */
  as_of: z.record(z.string().regex(/^\d{4}$/), z.iso.date()).default({}),
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

/** What a workspace remembers of the folders ingested into it, for the steps that no longer see them. */
export async function rememberSettings(workspace: Workspace, settings: FolderSettings): Promise<void> {
  const before = recallSettings(workspace);
  const merged = { ...settings, sample: before.sample || settings.sample, as_of: { ...before.as_of, ...settings.as_of } };
  await mkdir(workspace.folder, { recursive: true });
  writeFileSync(workspace.settings, `${JSON.stringify(merged, null, 2)}\n`);
}

export function recallSettings(workspace: Workspace): FolderSettings {
  return existsSync(workspace.settings) ? FolderSettings.parse(JSON.parse(readFileSync(workspace.settings, "utf8"))) : FolderSettings.parse({});
}
