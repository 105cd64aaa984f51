import { policiesInForce } from "@mingchuang/rubric/policy";
import { expect, test } from "vitest";
import { fieldWords, valueWords } from "./field-words.ts";
import { numeral } from "./numeral.ts";
import { policyUses } from "./policy-uses.ts";
import { allSchemes, schemeNamed } from "./scheme-files-fixture.ts";
import { settingWords } from "./setting-words.ts";
import { sideBySide } from "./side-by-side.ts";
import { titleDiagram } from "./title-diagram.ts";
import { printShare, type WeighedPart, weighedParts } from "./weighed-parts.ts";

/** Every value under a key, wherever it stands in the rules; examples are no rules. */
function valuesUnder(value: unknown, keys: readonly string[]): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "examples" ? [] : [...(keys.includes(key) ? [inner] : []), ...valuesUnder(inner, keys)],
  );
}

test("every field that a scheme looks at has a name in both languages", () => {
  const named = allSchemes.flatMap((scheme) =>
    valuesUnder(scheme.honours, ["field", "per", "by", "among", "within", "each", "add", "subtract"]),
  );
  const fields = new Set(named.flat().filter((each) => typeof each === "string"));
  expect(fields.size).toBeGreaterThan(15);
  expect([...fields].filter((field) => fieldWords(field).zh === field)).toEqual([]);
});

test("every code that a scheme picks records by has a name", () => {
  const picked = allSchemes.flatMap((scheme) => valuesUnder(scheme.honours, ["where"]));
  const codes = picked.flatMap((where) =>
    Object.entries(where as Record<string, unknown>).flatMap(([field, values]) =>
      field === "metric" || !Array.isArray(values) ? [] : values,
    ),
  );
  const findings = allSchemes.flatMap((scheme) => valuesUnder(scheme.honours, ["finding"]));
  const all = new Set([...codes, ...findings].map(String));
  expect(all.size).toBeGreaterThan(10);
  expect([...all].filter((code) => valueWords(code).zh === code)).toEqual([]);
});

test("a rule's own value is told by what it decides", () => {
  const { calendar } = schemeNamed("zhejiang-2023");
  expect(settingWords("period", { months: 36, until: "apply" }, calendar).zh).toBe("到08-30为止的 36 个月");
  expect(settingWords("period", { calendarYears: 1, until: "as-of" }, calendar).zh).toBe("活动当年，到评价截止日");
  expect(settingWords("condition", { counts: [true], undecided: [null] }, calendar).zh).toBe("是（未填的待认定）");
  expect(settingWords("tally", { add: ["active_reviews"], subtract: ["bad"] }, calendar).zh).toBe("主动评价量 − 差评数");
  expect(settingWords("tie-breaks", [], calendar).en).toBe("one rank");
  expect(settingWords("passing", { least: 60, floors: true, targets: false }, calendar).zh).toBe("总分满 60，底线全部守住");
});

test.each(allSchemes.map((scheme) => [scheme.id, scheme] as const))(
  "%s: every policy that is no procedure leads to a rule it decides",
  (_, scheme) => {
    const uses = policyUses(scheme);
    const idle = scheme.policies.filter(({ id, decides }) => decides !== "procedure" && (uses.get(id) ?? []).length === 0);
    expect(idle.map(({ id }) => id)).toEqual([]);
  },
);

test("weights multiply down the tree: the shares of its leaves make the whole", () => {
  const scheme = schemeNamed("template-plan");
  const [item] = scheme.honours[0]?.rubric.items ?? [];
  if (item?.kind !== "composite") throw new Error("the plan has a composite");
  const leaves = (parts: readonly WeighedPart[]): readonly WeighedPart[] =>
    parts.flatMap((part) => (part.parts.length > 0 ? leaves(part.parts) : [part]));
  const shares = leaves(weighedParts(item, policiesInForce(scheme)));
  expect(shares).toHaveLength(13);
  expect(shares.reduce((sum, { ofWhole }) => sum + ofWhole.numerator / ofWhole.denominator, 0)).toBeCloseTo(1, 12);
  expect(shares.map(({ ofWhole }) => printShare(ofWhole)).slice(0, 2)).toEqual(["40%", "2.5%"]);
});

test("the states of a title stand from left to right by how far they are from the start, and no two on one another", () => {
  const [title] = schemeNamed("template-plan").titles;
  if (title === undefined) throw new Error("the plan has a title");
  const { states, arrows, width, height } = titleDiagram(title, "zh");
  const x = Object.fromEntries(states.map((state) => [state.id, state.x]));
  expect(x.none).toBeLessThan(x.held ?? 0);
  expect(x.held).toBeLessThan(x.star ?? 0);
  expect(x.star).toBe(x.revoked);
  expect(new Set(states.map((state) => `${state.x} ${state.y}`)).size).toBe(states.length);
  expect(arrows).toHaveLength(title.transitions.flatMap(({ from }) => from).length);
  for (const state of states) expect(state.x + state.width <= width && state.y + state.height <= height).toBe(true);
});

test("two editions stand line beside line, and what differs is marked", () => {
  const lines = sideBySide(schemeNamed("zhejiang-2023"), schemeNamed("zhejiang-2024-example"));
  expect(lines.filter(({ differs }) => differs).map(({ id, before, after }) => [id, before?.figure, after?.figure])).toEqual([
    ["red-flag-window/conduct/identity", "−5", "−4"],
    ["red-flag-window/conduct/attitude", "−5", "−6"],
    ["red-flag-window/conduct/guidance", "−5", "−5"],
    ["red-flag-window/bonus/innovations", "≤ 2", "≤ 3"],
    ["red-flag-window/veto/V2", "≥ 4", "≥ 3"],
  ]);
});

test("a line that only one edition has stands where it belongs", () => {
  const scheme = schemeNamed("zhejiang-2023");
  const without = {
    ...scheme,
    honours: scheme.honours.map((honour) => ({ ...honour, rubric: { ...honour.rubric, items: honour.rubric.items.slice(1) } })),
  };
  const gone = sideBySide(scheme, without).slice(0, 3);
  expect(gone.map(({ id, after }) => [id, after])).toEqual([
    ["red-flag-window", expect.anything()],
    ["red-flag-window/organisation", null],
    ["red-flag-window/organisation/plan", null],
  ]);
});

test.each([
  [1, "一"],
  [10, "十"],
  [12, "十二"],
  [20, "二十"],
  [35, "三十五"],
])("section %i is %s", (number, written) => {
  expect(numeral(number, "zh")).toBe(written);
});
