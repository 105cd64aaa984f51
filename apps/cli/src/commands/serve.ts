import { parseWhole, portArguments, profileArgument, workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { dashboardFiles } from "../dashboard-build.ts";
import { CliError } from "../errors.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { readManifest } from "../serve/published-data.ts";
import { startServer } from "../serve/server.ts";
import type { Terminal } from "../terminal.ts";
import { findWorkspace, type Workspace } from "../workspace.ts";

export const serveCommand = (terminal: Terminal) =>
  command(
    terminal.messages.serve.about,
    {
      workspace: workspaceArgument(terminal.messages),
      profile: profileArgument(terminal.messages),
      ...portArguments(terminal.messages),
    },
    async (args) => {
      const port = parseWhole("--port", args.port, terminal.messages);
      return serveWorkspace(findWorkspace(args.workspace), terminal, { profile: args.profile, port, exactPort: args["exact-port"] });
    },
  );

export interface ServeSettings {
  readonly profile: "public" | "leader" | "committee";
  readonly port: number;
  readonly exactPort: boolean;
}

/** Serves until the process is told to end. */
export async function serveWorkspace({ published }: Workspace, terminal: Terminal, settings: ServeSettings): Promise<ExitCode> {
  const { serve } = terminal.messages;
  if ((await readManifest(published, settings.profile)) === null) throw new CliError("S104", `${settings.profile}: ${published}`);
  const server = await startServer({ dashboard: dashboardFiles, published, ...settings });
  terminal.say(`\n  ${serve.ready(server.address, settings.profile)}\n\n  ${serve.stop}`);
  await new Promise<void>((end) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
  });
  await server.close();
  return exitCodes.ok;
}
