import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { draftMapping } from "@mingchuang/ingest/draft-mapping";
import { renderDraft } from "@mingchuang/ingest/render-draft";
import { schemesArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { overrideArguments, parseSettings } from "../override-arguments.ts";
import { readSchemes, schemeCodes } from "../schemes.ts";
import type { Terminal } from "../terminal.ts";
import { repository } from "../workspace.ts";

const schema = join(repository, "data/mappings/mapping.schema.json");

/** Drafts the mapping that a foreign file needs. */
export const mappingCommand = (terminal: Terminal) => {
  const { messages } = terminal;
  const { kind, encoding, separator, sheet, "header-row": headerRow } = overrideArguments(messages);
  return command(
    messages.mapping.about,
    {
      file: { type: "positional", description: messages.mapping.file, required: true },
      kind,
      encoding,
      separator,
      sheet,
      "header-row": headerRow,
      schemes: schemesArgument(messages),
      out: { type: "string", description: messages.mapping.out, valueHint: "file" },
    },
    async ({ file: _file, ...args }) => {
      const path = resolve(_file);
      if (!existsSync(path)) throw new CliError("S119", path);
      if (args.out !== undefined && existsSync(args.out)) throw new CliError("S120", args.out);
      const draft = await draftMapping(path, parseSettings(args), schemeCodes(readSchemes(args.schemes)));
      const yaml = renderDraft(draft, args.out === undefined ? schema : relative(dirname(resolve(args.out)), schema).replaceAll("\\", "/"));
      if (args.out === undefined) terminal.say(yaml.trimEnd());
      else {
        await writeFile(args.out, yaml, { flag: "wx" });
        terminal.say(messages.mapping.written(args.out));
      }
      return exitCodes.ok;
    },
  );
};
