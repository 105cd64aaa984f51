import type { Command } from "./command.ts";
import { checkCommand } from "./commands/check.ts";
import { compareCommand } from "./commands/compare.ts";
import { drawCallsCommand } from "./commands/draw-calls.ts";
import { evaluateCommand } from "./commands/evaluate.ts";
import { explainCommand } from "./commands/explain.ts";
import { ingestCommand } from "./commands/ingest.ts";
import { ingestLogCommand } from "./commands/ingest-log.ts";
import { ingestRedoCommand, ingestUndoCommand } from "./commands/ingest-undo.ts";
import { loopCommand } from "./commands/loop.ts";
import { mappingCommand } from "./commands/mapping.ts";
import { publishCommand } from "./commands/publish.ts";
import { robustnessCommand } from "./commands/robustness.ts";
import { sampleCommand } from "./commands/sample.ts";
import { serveCommand } from "./commands/serve.ts";
import { startCommand } from "./commands/start.ts";
import { templateCommand } from "./commands/template.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { renderFailure, UsageError } from "./failure.ts";
import { version } from "./software.ts";
import type { Terminal } from "./terminal.ts";
import { findUsageProblem, renderCommandUsage, renderProgramUsage } from "./usage.ts";

const commandsOn = (terminal: Terminal): Record<string, Command> => ({
  start: startCommand(terminal),
  sample: sampleCommand(terminal),
  template: templateCommand(terminal),
  ingest: ingestCommand(terminal),
  "ingest log": ingestLogCommand(terminal),
  "ingest undo": ingestUndoCommand(terminal),
  "ingest redo": ingestRedoCommand(terminal),
  mapping: mappingCommand(terminal),
  evaluate: evaluateCommand(terminal),
  publish: publishCommand(terminal),
  serve: serveCommand(terminal),
  check: checkCommand(terminal),
  explain: explainCommand(terminal),
  robustness: robustnessCommand(terminal),
  compare: compareCommand(terminal),
  "draw-calls": drawCallsCommand(terminal),
  loop: loopCommand(terminal),
});

/** Runs one command line, without the name of the program. Never throws: a failure is told on the terminal and in the exit code. */
export async function runCommandLine(rawArgs: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { messages } = terminal;
  const commands = commandsOn(terminal);
  const { name, rest } = splitName(rawArgs, commands);
  if (name === "--version") {
    terminal.say(version());
    return exitCodes.ok;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command && rest.includes("--help")) terminal.say(renderCommandUsage(name, command, messages));
  else if (!command && (name === "" || rawArgs.includes("--help"))) terminal.say(renderProgramUsage(commands, messages));
  else return command ? runChecked(name, command, rest, terminal) : refuse(messages.usage.unknownCommand(name), "", terminal);
  return name === "" ? exitCodes.usage : exitCodes.ok;
}

/** The name of a command, of two words where there is such a command: a folder called `log` is written `./log`. */
function splitName(rawArgs: readonly string[], commands: Readonly<Record<string, Command>>) {
  const [name = "", ...rest] = rawArgs;
  const two = `${name} ${rest[0]}`;
  return Object.hasOwn(commands, two) ? { name: two, rest: rest.slice(1) } : { name, rest };
}

async function runChecked(name: string, command: Command, rawArgs: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const problem = findUsageProblem(rawArgs, command.args, terminal.messages);
  if (problem !== null) return refuse(problem, name, terminal);
  try {
    return await command.run(rawArgs);
  } catch (failure) {
    if (failure instanceof UsageError) return refuse(failure.message, name, terminal);
    terminal.warn(renderFailure(failure, terminal));
    return exitCodes.failed;
  }
}

function refuse(problem: string, command: string, terminal: Terminal): ExitCode {
  terminal.warn(`S110  ${problem}`);
  terminal.warn(`  mingchuang ${command === "" ? "" : `${command} `}--help`);
  return exitCodes.usage;
}

/** Takes `--lang` out of a command line, wherever it stands: it is everybody's option. */
export function splitLanguage(rawArgs: readonly string[]): { language: string | undefined; rest: readonly string[] } {
  const at = rawArgs.findIndex((each) => each === "--lang" || each.startsWith("--lang="));
  if (at < 0) return { language: undefined, rest: rawArgs };
  const joined = rawArgs[at]?.split("=")[1];
  return { language: joined ?? rawArgs[at + 1], rest: [...rawArgs.slice(0, at), ...rawArgs.slice(at + (joined === undefined ? 2 : 1))] };
}
