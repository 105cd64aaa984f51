import type { Example } from "./example.ts";
import type { Honour, SchemeFile } from "./scheme.ts";
import type { SchemeIssue } from "./scheme-issue.ts";
import { labelledParts } from "./sentence.ts";
import type { Path } from "./yaml-text.ts";

/** Names in examples that the scheme does not have: such an example would pass, or fail, for no reason. */
export function checkExamples(scheme: SchemeFile, honour: Honour, path: Path): SchemeIssue[] {
  const { items, vetoes } = honour.rubric;
  const known = {
    clauses: new Set(items.flatMap((item) => (item.kind === "deduction" ? item.clauses.map(({ id }) => id) : []))),
    graded: new Set(items.filter(({ kind }) => kind === "graded").map(({ id }) => id)),
    deductions: new Set(items.filter(({ kind }) => kind === "deduction").map(({ id }) => id)),
    items: new Set(items.map(({ id }) => id)),
    vetoes: new Set(vetoes.map(({ id }) => id)),
    policies: new Set(scheme.policies.map(({ id }) => id)),
    measures: new Set(items.flatMap((item) => [item, ...labelledParts(item)]).map(({ id }) => id)),
    rules: new Set(honour.eligibility.map(({ id }) => id)),
  };
  return honour.examples.flatMap((example, place) =>
    namesOf(example)
      .filter(({ kind, name }) => !(kind === "cells" ? known.clauses.has(name) || known.graded.has(name) : known[kind].has(name)))
      .map(({ name, under }): SchemeIssue => {
        const detail = { zh: `方案里没有“${name}”`, en: `the scheme has no "${name}"` };
        return { code: "R112", path: [...path, "examples", place, ...under], detail };
      }),
  );
}

type Kind = "clauses" | "graded" | "cells" | "deductions" | "items" | "vetoes" | "policies" | "measures" | "rules";

function namesOf({ given, expect }: Example): { kind: Kind; name: string; under: Path }[] {
  const names = (kind: Kind, under: Path, all: readonly string[] = []) => all.map((name) => ({ kind, name, under }));
  const sheets = [{ sheet: given, under: ["given"] as Path }].concat(
    (given.graders ?? []).map((sheet, place) => ({ sheet: { ...given, ...sheet }, under: ["given", "graders", place] as Path })),
  );
  return [
    ...sheets.flatMap(({ sheet, under }) => [
      ...names("clauses", [...under, "unmet"], sheet.unmet),
      ...names("cells", [...under, "blank"], sheet.blank),
      ...names("graded", [...under, "scores"], Object.keys(sheet.scores ?? {})),
      ...names(
        "deductions",
        [...under, "discretionary"],
        sheet.discretionary?.map(({ item }) => item),
      ),
    ]),
    ...names("policies", ["given", "policies"], Object.keys(given.policies)),
    ...names("items", ["expect", "items"], Object.keys(expect.items)),
    ...names("vetoes", ["expect", "vetoes"], Object.keys(expect.vetoes)),
    ...names("measures", ["expect", "values"], Object.keys(expect.values)),
    ...names("measures", ["expect", "marks"], Object.keys(expect.marks)),
    ...names("rules", ["expect", "eligibility"], Object.keys(expect.eligibility)),
  ];
}
