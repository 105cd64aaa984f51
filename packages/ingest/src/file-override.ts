import { createHash } from "node:crypto";
import picomatch from "picomatch";
import { z } from "zod";
import { contracts } from "./contracts/catalogue.ts";
import type { Mapping } from "./mapping.ts";
import { separators } from "./readers/csv.ts";
import { encodings } from "./readers/encoding.ts";

const Text = z.string().min(1);
const names = (values: readonly string[]) => z.enum(values as readonly [string, ...string[]]);

/** Other names under which people know an encoding. */
const encodingNames: Readonly<Record<string, (typeof encodings)[number]>> = { utf8: "utf-8", gbk: "gb18030", gb2312: "gb18030" };

/** What somebody lays down for a file instead of having it found out. */
export const FileOverride = z.strictObject({
  /** Code name or Chinese name of a kind. */
  kind: names(contracts.flatMap(({ kind, title }) => [kind, title]))
    .transform((name) => contracts.find(({ kind, title }) => kind === name || title === name)?.kind ?? name)
    .optional(),
  encoding: names([...encodings, ...Object.keys(encodingNames)])
    .transform((name) => encodings.find((known) => known === name) ?? encodingNames[name] ?? "utf-8")
    .optional(),
  separator: names([...separators, "tab"])
    .transform((name) => separators.find((known) => known === name) ?? "\t")
    .optional(),
  /** Only these sheets; of a JSON document, these lists. */
  sheet: z.union([Text.transform((name) => [name]), z.array(Text).min(1)]).optional(),
  /** The row in which the header stands, as the program that shows the file counts it. */
  headerRow: z.int().min(1).optional(),
  /** The name of a mapping. */
  mapping: Text.optional(),
  /** The file is not read, and nothing of it counts. */
  ignore: z.boolean().optional(),
});
export type FileOverride = z.infer<typeof FileOverride>;

/** Path or pattern (`2023/*.csv`) → what is laid down for the files that fit. */
export const FileOverrides = z.record(Text, FileOverride);
export type FileOverrides = z.infer<typeof FileOverrides>;

const isPattern = (key: string) => /[*?[\]{}]/.test(key);

/** Whether a key of `files:` means a path: it is the path, or a pattern that fits it. Brackets and signs of other patterns are characters of a name. */
export function fits(key: string, path: string): boolean {
  const wanted = key.normalize("NFC").replace(/^\.\//, "");
  return wanted === path || (isPattern(wanted) && picomatch(wanted, { nonegate: true, noextglob: true })(path));
}

/** What is laid down for a path: in a list a later pattern goes before an earlier one and the path itself before all; a later list goes first. Null for nothing. */
export function overrideOf(path: string, lists: readonly FileOverrides[]): FileOverride | null {
  const fitting = lists.flatMap((overrides) => {
    const entries = Object.entries(overrides).filter(([key]) => fits(key, path));
    const isOwn = ([key]: (typeof entries)[number]) => !isPattern(key) || key === path;
    return [...entries.filter((entry) => !isOwn(entry)), ...entries.filter(isOwn)];
  });
  return fitting.length === 0 ? null : (Object.assign({}, ...fitting.map(([, override]) => override)) as FileOverride);
}

/** An override as text that is the same for the same settings, in whatever order they were written; null for none. */
export function overrideText(override: FileOverride | null): string | null {
  const settings = Object.entries(override ?? {})
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return settings.length === 0 ? null : JSON.stringify(Object.fromEntries(settings));
}

/** A mapping's content as a short text that changes with it. */
export function mappingPrint(mapping: Mapping | undefined): string | null {
  return mapping ? createHash("sha256").update(JSON.stringify(mapping)).digest("hex").slice(0, 16) : null;
}
