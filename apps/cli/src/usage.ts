import { parseArgs } from "node:util";
import type { ArgDef, ArgsDef } from "citty";
import type { Command } from "./command.ts";
import type { Messages } from "./messages/zh.ts";

/** What is wrong with the arguments of a command, in words; null when nothing is. */
export function findUsageProblem(rawArgs: readonly string[], args: ArgsDef, messages: Messages): string | null {
  const { tokens } = parseArgs({ args: [...rawArgs], options: optionTypes(args), strict: false, allowPositionals: true, tokens: true });
  let positionals = 0;
  for (const token of tokens) {
    if (token.kind === "positional") positionals += 1;
    if (token.kind !== "option") continue;
    const [name, definition] = findOption(args, token.name);
    if (definition === undefined) return messages.usage.unknownOption(token.rawName);
    const option = `--${name}`;
    if (definition.type !== "boolean" && (token.value === undefined || token.value === "")) return messages.usage.missing(option);
    if (definition.type === "enum" && token.value !== undefined && !definition.options?.includes(token.value)) {
      return messages.usage.oneOf(option, token.value, definition.options ?? []);
    }
  }
  const declared = Object.entries(args).filter(([, definition]) => definition.type === "positional");
  if (positionals > declared.length)
    return messages.usage.unknownOption(tokens.findLast((token) => token.kind === "positional")?.value ?? "");
  const missing = declared.slice(positionals).find(([, definition]) => definition.required !== false);
  return missing ? messages.usage.missing(`<${missing[0]}>`) : null;
}

function optionTypes(args: ArgsDef): Record<string, { type: "boolean" | "string" }> {
  const options = Object.entries(args).filter(([, definition]) => definition.type !== "positional");
  return Object.fromEntries(options.map(([name, definition]) => [name, { type: definition.type === "boolean" ? "boolean" : "string" }]));
}

function findOption(args: ArgsDef, name: string): [string, ArgDef | undefined] {
  if (args[name] && args[name].type !== "positional") return [name, args[name]];
  const positive = name.replace(/^no-/, "");
  return [positive, positive !== name && args[positive]?.type === "boolean" ? args[positive] : undefined];
}

export function renderProgramUsage(commands: Readonly<Record<string, Command>>, messages: Messages): string {
  const { usage } = messages;
  const options = [
    ["--lang", usage.lang],
    ["--version", usage.version],
    ["--help", usage.help],
  ] as const;
  return [
    messages.program,
    "",
    `${usage.usage}: mingchuang ${usage.command} ${usage.anyOptions}`,
    "",
    `${usage.commands}:`,
    columns(Object.entries(commands).map(([name, { about }]) => [name, about] as const)),
    "",
    `${usage.options}:`,
    columns(options),
    "",
    usage.exitCodes,
    usage.more,
  ].join("\n");
}

export function renderCommandUsage(name: string, { about, args }: Command, messages: Messages): string {
  const { usage } = messages;
  const positionals = Object.entries(args).filter(([, definition]) => definition.type === "positional");
  const options = Object.entries(args).filter(([, definition]) => definition.type !== "positional");
  const words = positionals.map(([each, { required }]) => (required === false ? `[${each}]` : `<${each}>`));
  const lines = [about, "", `${usage.usage}: mingchuang ${[name, ...words, usage.anyOptions].join(" ")}`, ""];
  if (positionals.length > 0) {
    lines.push(
      `${usage.arguments}:`,
      columns(positionals.map(([each, definition]) => [each, describe(definition, messages)] as const)),
      "",
    );
  }
  const rows = options.map(([each, definition]) => [optionName(each, definition), describe(definition, messages)] as const);
  lines.push(`${usage.options}:`, columns([...rows, ["--lang zh|en", usage.lang], ["--help", usage.help]]));
  return lines.join("\n");
}

function optionName(name: string, definition: ArgDef): string {
  if (definition.type === "boolean") return definition.default === true ? `--no-${name}` : `--${name}`;
  if (definition.type === "enum") return `--${name} ${definition.options?.join("|")}`;
  return `--${name} <${definition.valueHint ?? name}>`;
}

function describe(definition: ArgDef, messages: Messages): string {
  if (definition.type === "boolean" && definition.default === true) return definition.negativeDescription ?? "";
  const shown =
    definition.default === undefined || definition.default === false ? "" : ` ${messages.usage.default(String(definition.default))}`;
  return `${definition.description ?? ""}${shown}`;
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`).join("\n");
}
