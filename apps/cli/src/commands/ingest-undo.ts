import { existsSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { redoDocument, type UndoOptions, undoDocument } from "@mingchuang/ingest/undo";
import { parseWhole, schemesArgument, workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { CliError, type CliErrorCode } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { readSchemes, schemeCodes } from "../schemes.ts";
import type { Terminal } from "../terminal.ts";
import { findWorkspace, nameOf, recall, type Workspace } from "../workspace.ts";
import { inTurn, waitArgument } from "./ingest.ts";

/** Takes back the last load of a file, whether or not the folder still has it. */
export const ingestUndoCommand = (terminal: Terminal) =>
  standingCommand(terminal, { texts: terminal.messages.ingestUndo, change: undoDocument, nothing: "S118" });

/** Brings back what was undone last. */
export const ingestRedoCommand = (terminal: Terminal) =>
  standingCommand(terminal, { texts: terminal.messages.ingestRedo, change: redoDocument, nothing: "S124" });

interface StandingChange {
  readonly texts: { readonly about: string; readonly done: (path: string, rows: number, workspace: string) => string };
  readonly change: typeof undoDocument;
  readonly nothing: CliErrorCode;
}

function standingCommand(terminal: Terminal, { texts, change, nothing }: StandingChange) {
  const { messages, say } = terminal;
  return command(
    texts.about,
    {
      file: { type: "positional", description: messages.ingestUndo.file, required: true },
      workspace: workspaceArgument(messages),
      schemes: schemesArgument(messages),
      wait: waitArgument(terminal),
    },
    async ({ file, workspace: name, schemes, wait }) => {
      const workspace = findWorkspace(name);
      if (!existsSync(workspace.store)) throw new CliError("S102", workspace.store);
      const codes = schemeCodes(readSchemes(schemes));
      const options: UndoOptions = { storePath: workspace.store, path: pathInStore(file, workspace), codes, now: () => new Date() };
      const changed = await inTurn(workspace, terminal, parseWhole("--wait", wait, messages), () => change(options));
      if (changed === null) throw new CliError(nothing, options.path);
      say(texts.done(options.path, changed.rows, nameOf(workspace)));
      return exitCodes.ok;
    },
  );
}

/** The path as the store has it, from what someone wrote: that very path, or the file's place on this machine. */
export function pathInStore(file: string, workspace: Workspace): string {
  const { folder } = recall(workspace);
  const inFolder = folder === "" ? "" : relative(folder, resolve(file));
  const isInside = inFolder !== "" && !inFolder.startsWith("..") && !isAbsolute(inFolder);
  return (isInside ? inFolder : file.replace(/^\.[/\\]/, "")).split(sep).join("/").normalize("NFC");
}
