import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { contractOf, contracts } from "./contracts/catalogue.ts";
import { IngestError } from "./errors.ts";

const Text = z.string().min(1);

/** How a foreign table becomes one of ours: which headers give it away, and where each field comes from. */
export const Mapping = z.strictObject({
  name: Text,
  description: Text.optional(),
  kind: z.enum(contracts.map((contract) => contract.kind)),
  /** Only sheets of these names; of a JSON document, lists. Without it any sheet. */
  sheets: z.array(Text).min(1).optional(),
  /** Headers that together identify the foreign table. */
  match: z.array(Text).min(1),
  /** Field → foreign header. */
  columns: z.record(Text, Text),
  /** Field → foreign text → our text or code. Text that is not listed stays as it is. */
  values: z.record(Text, z.record(Text, Text)).default({}),
  /** Field → text that every row gets. */
  constants: z.record(Text, Text).default({}),
  /** How dates and times are written, in the format language of `strptime`; default: as in our own files. */
  dateFormat: Text.optional(),
  /** How a number of 1234 and a half is written; default: as in our own files, `1,234.5`. */
  numberFormat: z.enum(["1,234.5", "1.234,5", "1 234,5"]).optional(),
});
export type Mapping = z.infer<typeof Mapping>;

/** Reads a mapping from YAML text. @throws {IngestError} F115, naming the place. */
export function parseMapping(text: string, where: string): Mapping {
  const result = Mapping.safeParse(parseYaml(text, where));
  if (!result.success) throw new IngestError("F115", `${where}: ${z.prettifyError(result.error)}`);
  const mapping = result.data;
  const fields = new Set(contractOf(mapping.kind).fields.map((field) => field.name));
  const named = [...Object.keys(mapping.columns), ...Object.keys(mapping.values), ...Object.keys(mapping.constants)];
  const unknown = named.filter((name) => !fields.has(name));
  if (unknown.length > 0) throw new IngestError("F115", `${where}: ${mapping.kind} 没有字段 / has no field ${unknown.join(", ")}`);
  return mapping;
}

/** The mappings that a folder about to be ingested brings along, in its own folder `mappings`. @throws {IngestError} F115. */
export function readOwnMappings(folder: string): Mapping[] {
  const own = join(folder, ownMappings);
  return existsSync(own) ? readMappings(own) : [];
}

/** Where a folder of data keeps mappings of its own. */
export const ownMappings = "mappings";

/** All mappings (`*.yaml`) of a folder, sorted by file name. @throws {IngestError} F115. */
export function readMappings(folder: string): Mapping[] {
  return readdirSync(folder)
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .map((file) => parseMapping(readFileSync(join(folder, file), "utf8"), file));
}

function parseYaml(text: string, where: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new IngestError("F115", `${where}: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
}
