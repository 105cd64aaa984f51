import type { z } from "zod";
import { checkScheme } from "./check-scheme.ts";
import { Documents } from "./document.ts";
import { RubricError, type RubricProblem } from "./errors.ts";
import { type Scheme, SchemeFile } from "./scheme.ts";
import { type SchemeIssue, schemeIssues } from "./scheme-issue.ts";
import { readYaml, type YamlText } from "./yaml-text.ts";

/**
 * Reads a scheme from its YAML text. `documents` is what its rules may cite; those it does cite come with the scheme.
 *
 * @throws {RubricError} R101–R114; its `problems` list all that is wrong, each with its path and line in the text.
 */
export function parseScheme(yamlText: string, documents: Documents): Scheme {
  const text = readYaml(yamlText);
  const file = readShape(text, SchemeFile, (issue) => issue);
  refuse(text, checkScheme(file, documents));
  const cited = new Set(JSON.stringify(file).match(/(?<="document":")[^"]+/g));
  return { ...file, documents: Object.fromEntries(Object.entries(documents).filter(([id]) => cited.has(id))) };
}

/** Reads `data/documents.yaml`; throws R101 or R113. */
export function parseDocuments(yamlText: string): Documents {
  return readShape(readYaml(yamlText), Documents, (issue) => ({ ...issue, code: "R113" }));
}

function readShape<T>(text: YamlText, shape: z.ZodType<T>, name: (issue: SchemeIssue) => SchemeIssue): T {
  const read = shape.safeParse(text.value);
  if (read.success) return read.data;
  const issues = read.error.issues.flatMap((issue) => schemeIssues(issue, text.value)).map(name);
  refuse(text, issues);
  throw read.error;
}

/** Throws the problems in the order of their lines; passes when there are none. */
function refuse({ placeOf }: YamlText, issues: readonly SchemeIssue[]): void {
  const [first, ...further] = issues
    .map(({ code, path, detail }): RubricProblem => ({ code, place: placeOf(path), detail }))
    .sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0));
  if (first !== undefined) throw new RubricError(first.code, first.detail, first.place, further);
}
