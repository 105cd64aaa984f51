import { join } from "node:path";
import { Profile } from "@mingchuang/warehouse/manifest";
import { UsageError } from "./failure.ts";
import type { Messages } from "./messages/zh.ts";
import { repository } from "./workspace.ts";

/** The arguments that several commands share, and what their text means. */
export const workspaceArgument = ({ options }: Messages) => ({
  type: "string" as const,
  description: options.workspace,
  valueHint: "name",
});

export const schemesArgument = ({ options }: Messages) => ({
  type: "string" as const,
  description: options.schemes,
  default: join(repository, "data/schemes"),
  valueHint: "folder",
});

export const mappingsArgument = ({ options }: Messages) => ({
  type: "string" as const,
  description: options.mappings,
  default: join(repository, "data/mappings"),
  valueHint: "folder",
});

export const profileArgument = ({ options }: Messages) => ({
  type: "enum" as const,
  options: [...Profile.options],
  default: "committee" as const,
  description: options.profile,
});

export const portArguments = ({ options }: Messages) => ({
  port: { type: "string" as const, default: "4170", description: options.port, valueHint: "port" },
  "exact-port": { type: "boolean" as const, default: false, description: options.exactPort },
});

/** Which run of an evaluation is meant, and how it is told. */
export const runArguments = ({ options }: Messages) => ({
  year: { type: "string" as const, description: options.year, valueHint: "year" },
  honour: { type: "string" as const, description: options.honour, valueHint: "honour" },
  json: { type: "boolean" as const, default: false, description: options.json },
});

export function parseWhole(option: string, text: string, { usage }: Messages): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(usage.notNumber(option, text));
  return Number(text);
}

/** Days by the year they lie in: `2022-12-31,2023-09-15`. */
export function parseDays(option: string, text: string | undefined, { usage }: Messages): Record<string, string> {
  const days = (text ?? "").split(",").filter((day) => day !== "");
  for (const day of days) {
    const date = new Date(`${day}T00:00:00Z`);
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
    if (!isDay) throw new UsageError(usage.notDay(option, day));
  }
  return Object.fromEntries(days.map((day) => [day.slice(0, 4), day]));
}

/** Options of policies: `hunan-2011.input-weights=public-half,suzhou-2019.rank-ties=mean`. */
export function parsePolicies(option: string, text: string | undefined, { usage }: Messages): Record<string, Record<string, string>> {
  const choices: Record<string, Record<string, string>> = {};
  for (const choice of (text ?? "").split(",").filter((part) => part !== "")) {
    const { scheme, policy, value } = /^(?<scheme>[^.=]+)\.(?<policy>[^=]+)=(?<value>.+)$/.exec(choice)?.groups ?? {};
    if (scheme === undefined || policy === undefined || value === undefined) throw new UsageError(usage.notChoice(option, choice));
    choices[scheme] = { ...choices[scheme], [policy]: value };
  }
  return choices;
}

export function parseProfiles(option: string, text: string, { usage }: Messages): Profile[] {
  return text.split(",").map((name) => {
    const { success, data } = Profile.safeParse(name);
    if (!success) throw new UsageError(usage.oneOf(option, name, Profile.options));
    return data;
  });
}
