import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDocuments, parseScheme } from "./parse-scheme.ts";
import { runExample } from "./run-example.ts";

const folder = new URL("../../../data/schemes/", import.meta.url);
const documents = parseDocuments(readFileSync(new URL("../documents.yaml", folder), "utf8"));
const schemeFiles = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

describe.each(schemeFiles)("%s", (file) => {
  const scheme = parseScheme(readFileSync(new URL(file, folder), "utf8"), documents);

  test("its file is named after its id and it has at least twelve examples", () => {
    expect(file).toBe(`${scheme.id}.yaml`);
    expect(scheme.honours.flatMap(({ examples }) => examples).length).toBeGreaterThanOrEqual(12);
  });

  describe.each(scheme.honours)("$id", (honour) => {
    test.each(honour.examples)("$name", (example) => {
      expect(Object.values(example.expect).some((expected) => JSON.stringify(expected) !== "{}")).toBe(true);
      expect(runExample(scheme, honour, example)).toEqual([]);
    });
  });
});
