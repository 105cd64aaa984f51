import { existsSync } from "node:fs";
import { publish } from "@mingchuang/publish/publish";
import { type Manifest, Profile } from "@mingchuang/warehouse/manifest";
import { parseProfiles, workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";
import { findWorkspace, type Workspace } from "../workspace.ts";

export const publishCommand = (terminal: Terminal) => {
  const { messages } = terminal;
  return command(
    messages.publish.about,
    {
      workspace: workspaceArgument(messages),
      profile: { type: "string", default: Profile.options.join(","), description: messages.options.profiles, valueHint: "profiles" },
    },
    async (args) => {
      const profiles = parseProfiles("--profile", args.profile, messages);
      await publishWorkspace(findWorkspace(args.workspace), terminal, profiles);
      return exitCodes.ok;
    },
  );
};

/** Writes the published files of a workspace and says how large each is. */
export async function publishWorkspace(workspace: Workspace, terminal: Terminal, profiles: readonly Profile[]): Promise<Manifest> {
  const { store, evaluation, published } = workspace;
  if (!existsSync(evaluation)) throw new CliError("S103", evaluation);
  const { publish: texts } = terminal.messages;
  const manifest = await terminal.during(
    texts.working,
    (show) =>
      publish({
        evaluationPath: evaluation,
        storePath: store,
        outDir: published,
        profiles,
        clock: () => new Date(),
        onProgress: ({ profile, done, of }) => show(done, of, profile),
      }),
    ({ files }) => texts.done(files.length, published),
  );
  for (const { profile, bytes, rows } of manifest.files) {
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    terminal.say(`  ${texts.file(profile, (bytes / 1e6).toFixed(1), total)}`);
  }
  return manifest;
}
