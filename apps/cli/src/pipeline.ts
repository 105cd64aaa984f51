import { join } from "node:path";
import { fingerprintStore } from "@mingchuang/ingest/store-content";
import { Profile } from "@mingchuang/warehouse/manifest";
import { evaluateWorkspace } from "./commands/evaluate.ts";
import { type IngestSettings, ingestIntoWorkspace, inTurn } from "./commands/ingest.ts";
import { publishWorkspace } from "./commands/publish.ts";
import { codeOf, fingerprint } from "./fingerprint.ts";
import { documentsOf, ownSchemes } from "./schemes.ts";
import { version } from "./software.ts";
import { runStep } from "./step-ledger.ts";
import type { Terminal } from "./terminal.ts";
import { readFolderSettings, recall, repository, type Workspace } from "./workspace.ts";

/** Where the rules lie that a folder is read and judged by. */
export const rules = {
  schemes: join(repository, "data/schemes"),
  mappings: join(repository, "data/mappings"),
  reference: join(repository, "data/reference"),
};

/** As long as `ingest` waits when nothing else is said. */
const waitSeconds = 600;

/** What the person who starts it says of the folder (see `IngestSettings`). */
export type PipelineSettings = Pick<IngestSettings, "mayMix" | "year" | "engine">;

/**
 * Takes a folder through all steps: ingest, evaluate, publish. A step whose inputs are as they were is skipped: its data, the rules, its
 * settings and its code.
 */
export async function runPipeline(folder: string, workspace: Workspace, terminal: Terminal, settings: PipelineSettings): Promise<void> {
  const { messages } = terminal;
  const run = async (
    name: "ingest" | "evaluate" | "publish",
    inputs: readonly string[],
    outputs: readonly string[],
    work: () => Promise<void>,
  ) => {
    const done = await runStep(workspace.steps, { name, inputs: inputs.join(":"), outputs, work });
    if (!done) terminal.say(messages.start.unchanged(messages[name].working));
    return done;
  };
  readFolderSettings(folder);
  const schemeFiles = [rules.schemes, documentsOf(rules.schemes)];
  const rulesOfReading = await fingerprint([rules.mappings, ...schemeFiles]);

  const told = String(settings.year ?? "");
  const reading = [await fingerprint([folder]), rulesOfReading, told, await codeOf("ingest", "warehouse")];
  const isRead = await run("ingest", reading, [workspace.store], async () => {
    await inTurn(workspace, terminal, waitSeconds, () =>
      ingestIntoWorkspace(folder, workspace, terminal, { ...rules, ...settings, rebuild: true }),
    );
  });
  const { rejected, refused, gone } = recall(workspace).open;
  if (!isRead && rejected + refused + gone > 0) terminal.warn(messages.ingest.stillOpen(rejected, refused, gone, workspace.report));
  const terms = JSON.stringify([recall(workspace).as_of, recall(workspace).sample, version()]);
  // Not the store's own bytes: they hold the moments of loading, on which no result depends.
  const stored = await fingerprintStore(workspace.store);
  const facts = await fingerprint([rules.reference, ...schemeFiles, ownSchemes(folder), documentsOf(ownSchemes(folder))]);
  await run("evaluate", [stored, facts, await codeOf("rubric", "warehouse", "evaluation"), terms], [workspace.evaluation], () =>
    evaluateWorkspace(workspace, terminal, { schemes: rules.schemes, asOf: {} }),
  );
  const results = await fingerprint([workspace.evaluation]);
  await run("publish", [stored, results, await codeOf("warehouse", "publish")], [workspace.published], async () => {
    await publishWorkspace(workspace, terminal, Profile.options);
  });
}
