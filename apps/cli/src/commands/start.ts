import { join, resolve } from "node:path";
import { parseWhole, portArguments, profileArgument, workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { buildDashboard } from "../dashboard-build.ts";
import { exitCodes } from "../exit-codes.ts";
import { runPipeline } from "../pipeline.ts";
import type { Terminal } from "../terminal.ts";
import { repository, workspaceFor, workspaceNamed } from "../workspace.ts";
import { engineArguments, parseEngine, parseYear, yearArgument } from "./ingest.ts";
import { serveWorkspace } from "./serve.ts";

const sample = join(repository, "data/sample");

export const startCommand = (terminal: Terminal) => {
  const { messages } = terminal;
  return command(
    messages.start.about,
    {
      folder: { type: "positional", description: messages.start.folder, required: false },
      workspace: workspaceArgument(messages),
      year: yearArgument(terminal),
      ...engineArguments(terminal),
      profile: profileArgument(messages),
      ...portArguments(messages),
      serve: { type: "boolean", default: true, description: messages.options.serve, negativeDescription: messages.options.noServe },
    },
    async (args) => {
      const folder = args.folder === undefined ? sample : resolve(args.folder);
      const workspace = args.workspace === undefined ? workspaceFor(folder) : workspaceNamed(args.workspace);
      const port = parseWhole("--port", args.port, messages);
      // The bundler needs one core and the data the other, so neither waits for the other.
      const ending = new AbortController();
      const built = buildDashboard(ending.signal);
      built.catch(() => {});
      try {
        await runPipeline(folder, workspace, terminal, {
          mayMix: args.workspace !== undefined,
          year: parseYear(args.year, terminal),
          engine: parseEngine(args.memory, args.threads, terminal),
        });
        terminal.say((await built) ? messages.start.built : messages.start.unchanged(messages.start.building));
      } finally {
        ending.abort();
      }
      return args.serve
        ? serveWorkspace(workspace, terminal, { profile: args.profile, port, exactPort: args["exact-port"] })
        : exitCodes.ok;
    },
  );
};
