import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { lintDocuments, lintScheme } from "@mingchuang/rubric/authoring/lint-scheme";
import { placeInText } from "@mingchuang/rubric/authoring/place-in-text";
import { tryExamples } from "@mingchuang/rubric/authoring/try-examples";
import type { Documents } from "@mingchuang/rubric/document";
import { parseDocuments, parseScheme } from "@mingchuang/rubric/parse-scheme";
import type { Scheme } from "@mingchuang/rubric/scheme";
import { type Particulars, renderFailure, renderProblem } from "./failure.ts";
import { documentsOf, listSchemes, readDocuments } from "./schemes.ts";
import type { Terminal } from "./terminal.ts";

/** How much was wrong, and how much is only worth a look. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
}

/**
 * Checks the schemes of a folder, or one file: that each loads, that its examples come out, that no two have one id. Says what is wrong and
 * what is worth a look, each with its place and how to mend it.
 *
 * @throws {CliError} S109 when there is no scheme · {RubricError} R101 or R113 when the list of documents cannot be read
 */
export function checkSchemes(at: string, terminal: Terminal): Tally & { readonly schemes: readonly Scheme[] } {
  const paths = listSchemes(at);
  const folder = dirname(paths[0] ?? at);
  const documentsText = readDocuments(folder);
  const documents = parseDocuments(documentsText);
  const read: { readonly name: string; readonly scheme: Scheme }[] = [];
  let [errors, warnings] = [0, 0];
  for (const path of paths) {
    const name = basename(path);
    const result = checkScheme(path, documents, read, terminal);
    if (result.scheme !== null) read.push({ name, scheme: result.scheme });
    errors += result.errors;
    warnings += result.warnings;
  }
  // What one file of a folder does not cite, another may.
  if (paths[0] !== at && read.length === paths.length) {
    const unused = lintDocuments(
      documents,
      read.map(({ scheme }) => scheme),
    );
    const heading = terminal.messages.check.remarks(basename(documentsOf(folder)), unused.length);
    if (unused.length > 0) tell(heading, placeInText(documentsText, unused), terminal);
    warnings += unused.length;
  }
  return { schemes: read.map(({ scheme }) => scheme), errors, warnings };
}

interface Checked extends Tally {
  /** Null when it did not load. */
  readonly scheme: Scheme | null;
}

function checkScheme(
  path: string,
  documents: Documents,
  others: readonly { readonly name: string; readonly scheme: Scheme }[],
  terminal: Terminal,
): Checked {
  const { language, messages, say, warn } = terminal;
  const [name, text] = [basename(path), readFileSync(path, "utf8")];
  let scheme: Scheme;
  try {
    scheme = parseScheme(text, documents);
  } catch (failure) {
    const errors = failure instanceof Error && "problems" in failure && Array.isArray(failure.problems) ? failure.problems.length : 1;
    warn(messages.check.schemeFailed(name, errors));
    warn(indent(renderFailure(failure, { language, messages })));
    return { scheme: null, errors, warnings: 0 };
  }
  const { tried, issues } = tryExamples(scheme);
  const twin = others.find((other) => other.scheme.id === scheme.id);
  const [zh, en] = [`${twin?.name} 的编号也是“${scheme.id}”`, `${twin?.name} has the id "${scheme.id}" too`];
  const taken = twin === undefined ? [] : [{ code: "R107" as const, path: ["id"], detail: { zh, en } }];
  const wrong = placeInText(text, [...taken, ...issues]);
  const remarks = placeInText(text, lintScheme(scheme));
  if (wrong.length > 0) tell(messages.check.schemeFailed(name, wrong.length), wrong, terminal);
  else say(messages.check.scheme(name, tried));
  if (remarks.length > 0) tell(messages.check.remarks(name, remarks.length), remarks, terminal);
  return { scheme, errors: wrong.length, warnings: remarks.length };
}

function tell(heading: string, problems: readonly Particulars[], { language, messages, warn }: Terminal): void {
  warn(heading);
  for (const problem of problems) warn(indent(renderProblem(problem, language, messages)));
}

const indent = (text: string): string => text.replace(/^/gm, "  ");
