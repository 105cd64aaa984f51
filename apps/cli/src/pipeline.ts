import { join } from "node:path";
import { Profile } from "@mingchuang/warehouse/manifest";
import { evaluateWorkspace } from "./commands/evaluate.ts";
import { ingestIntoWorkspace } from "./commands/ingest.ts";
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

/**
 * Takes a folder through all steps: ingest, evaluate, publish. A step whose inputs are as they were is skipped: its data, the rules, its
 * settings and its code.
 */
export async function runPipeline(folder: string, workspace: Workspace, terminal: Terminal, mayMix: boolean): Promise<void> {
  const { messages } = terminal;
  const run = async (
    name: "ingest" | "evaluate" | "publish",
    inputs: readonly string[],
    outputs: readonly string[],
    work: () => Promise<void>,
  ) => {
    const done = await runStep(workspace.steps, { name, inputs: inputs.join(":"), outputs, work });
    if (!done) terminal.say(messages.start.unchanged(messages[name].working));
  };
  readFolderSettings(folder);
  const schemeFiles = [rules.schemes, documentsOf(rules.schemes)];
  const rulesOfReading = await fingerprint([rules.mappings, ...schemeFiles]);

  await run("ingest", [await fingerprint([folder]), rulesOfReading, await codeOf("ingest", "warehouse")], [workspace.store], async () => {
    await ingestIntoWorkspace(folder, workspace, terminal, { ...rules, mayMix });
  });
  const settings = JSON.stringify([recall(workspace).as_of, recall(workspace).sample, version()]);
  const facts = await fingerprint([workspace.store, rules.reference, ...schemeFiles, ownSchemes(folder), documentsOf(ownSchemes(folder))]);
  await run("evaluate", [facts, await codeOf("rubric", "warehouse", "evaluation"), settings], [workspace.evaluation], () =>
    evaluateWorkspace(workspace, terminal, { schemes: rules.schemes, asOf: {} }),
  );
  const results = await fingerprint([workspace.evaluation, workspace.store]);
  await run("publish", [results, await codeOf("warehouse", "publish")], [workspace.published], async () => {
    await publishWorkspace(workspace, terminal, Profile.options);
  });
}
