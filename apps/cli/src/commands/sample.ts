import { existsSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { defaultSeed, generateSample } from "@mingchuang/sample/generate";
import { generateProgrammes } from "@mingchuang/sample/programmes/generate-programmes";
import { parseWhole } from "../arguments.ts";
import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

export const sampleCommand = (terminal: Terminal) => {
  const { messages } = terminal;
  return command(
    messages.sample.about,
    {
      folder: { type: "positional", description: messages.sample.folder, required: true },
      seed: { type: "string", default: String(defaultSeed), description: messages.options.seed, valueHint: "seed" },
    },
    async (args) => {
      const folder = resolve(args.folder);
      if (existsSync(folder) && readdirSync(folder).length > 0) throw new CliError("S111", folder);
      const seed = parseWhole("--seed", args.seed, messages);
      await terminal.during(
        messages.sample.working,
        async (show) => {
          const files = [...(await generateSample({ seed })), ...(await generateProgrammes({ seed }))];
          for (const [done, { path, bytes }] of files.entries()) {
            show(done, files.length, path);
            await mkdir(dirname(join(folder, path)), { recursive: true });
            await writeFile(join(folder, path), bytes);
          }
          return files.length;
        },
        (count) => messages.sample.done(count, folder),
      );
      return exitCodes.ok;
    },
  );
};
