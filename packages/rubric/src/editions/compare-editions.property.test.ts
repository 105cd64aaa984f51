import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDocuments, parseScheme } from "../parse-scheme.ts";
import { seeded } from "../random-fixture.ts";
import type { Scheme } from "../scheme.ts";
import { compareEditions } from "./compare-editions.ts";
import { differenceSentence } from "./difference-sentence.ts";

const folder = new URL("../../../../data/schemes/", import.meta.url);
const documents = parseDocuments(readFileSync(new URL("../documents.yaml", folder), "utf8"));
const schemeFiles = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

type Path = readonly (string | number)[];

const left = ["id", "edition", "year", "label", "documents"];

/** Where the values of a scheme are, examples and what names the edition left out. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === "examples" || (path.length === 0 && left.includes(key))) return [];
    return pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  });
}

/** The scheme with another value in one place. */
function changedAt(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : `${value}-changed`;
  if (Array.isArray(value)) return value.map((inner, place) => (place === key ? changedAt(inner, rest) : inner));
  return Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, name === key ? changedAt(inner, rest) : inner]));
}

test.each(schemeFiles)("a change of any one value of %s is found, and told the other way round as well", (file) => {
  const scheme = parseScheme(readFileSync(new URL(file, folder), "utf8"), documents);
  fc.assert(
    fc.property(fc.constantFrom(...pathsOf(scheme)), (path) => {
      const changed = changedAt(scheme, path) as Scheme;
      const [there, back] = [compareEditions(scheme, changed), compareEditions(changed, scheme)];
      expect(there.length).toBeGreaterThan(0);
      expect(back.length).toBe(there.length);
      for (const difference of [...there, ...back]) {
        const { zh, en } = differenceSentence(difference);
        expect(`${zh}${en}`).not.toMatch(/undefined|\[object|NaN/);
      }
      expect(there.map(({ before, after }) => [before, after]).sort()).toEqual(back.map(({ before, after }) => [after, before]).sort());
    }),
    { ...seeded, numRuns: 150 },
  );
});
