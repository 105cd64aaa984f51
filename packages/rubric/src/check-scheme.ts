import { checkAccess } from "./check-access.ts";
import { checkExamples } from "./check-examples.ts";
import { checkMeasure } from "./check-measure.ts";
import { checkLoop } from "./closed-loop/check-loop.ts";
import type { Documents } from "./document.ts";
import { checkTitle } from "./lifecycle/check-title.ts";
import { hundredthsOf } from "./points.ts";
import type { Policy } from "./policy.ts";
import type { Honour, Item, SchemeFile } from "./scheme.ts";
import { issue, repeated, type SchemeIssue } from "./scheme-issue.ts";
import { isSheetItem } from "./sheets.ts";
import type { Path } from "./yaml-text.ts";

/** What each place of a scheme that may point to a policy needs it to decide. */
const deciders: Readonly<Record<string, Policy["decides"]>> = {
  combined: "combination",
  incomplete: "incomplete-sheet",
  unit: "deduction-unit",
  floor: "floor",
  discretionary: "discretionary-bound",
  period: "period",
  counting: "honour-counting",
  is: "condition",
  tieBreaks: "tie-breaks",
  weights: "weights",
  numerator: "tally",
  denominator: "tally",
  missing: "missing-part",
  award: "indicator-award",
  ties: "rank-ties",
  about: "allowance",
  from: "day",
  before: "day",
  until: "day",
  grades: "grades",
  passing: "passing",
  over: "over-limit",
  count: "day-type",
  gaps: "missing-period",
  since: "run-start",
};

/** What the shape alone does not show: ids that repeat, references that lead nowhere, sums that do not come out. */
export function checkScheme(scheme: SchemeFile, documents: Documents): SchemeIssue[] {
  const honours = scheme.honours.map(({ id }) => id);
  return [
    ...checkReferences(scheme, documents),
    ...checkPolicies(scheme),
    ...repeated(scheme.calendar, ["calendar"]),
    ...repeated(scheme.methods, ["methods"]),
    ...repeated(scheme.domains, ["domains"]),
    ...repeated(scheme.tiers, ["tiers"]),
    ...repeated(scheme.channels, ["channels"]),
    ...repeated(scheme.rhythm, ["rhythm"]),
    ...repeated(scheme.statements, ["statements"]),
    ...repeated(scheme.titles, ["titles"]),
    ...scheme.titles.flatMap((title, place) => checkTitle(title, honours, ["titles", place])),
    ...repeated(scheme.loops, ["loops"]),
    ...scheme.loops.flatMap((loop, place) => checkLoop(loop, ["loops", place])),
    ...repeated(scheme.honours, ["honours"]),
    ...scheme.honours.flatMap((honour, place) => checkHonour(scheme, honour, ["honours", place])),
  ];
}

/** Every citation, every pointer to a policy and every end of a period, wherever it stands. */
function checkReferences(scheme: SchemeFile, documents: Documents): SchemeIssue[] {
  const issues: SchemeIssue[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (typeof value !== "object" || value === null) return;
    const { document, clause, policy, until } = value as Record<string, unknown>;
    if (typeof document === "string" && typeof clause === "string" && !Object.hasOwn(documents, document)) {
      issues.push(issue("R106", [...path, "document"], `没有登记文件“${document}”`, `document "${document}" is not listed`));
    }
    if (typeof policy === "string") issues.push(...checkPolicyReference(scheme, policy, path));
    if (typeof until === "string" && until !== "as-of" && !isDay(until) && !scheme.calendar.some(({ id }) => id === until)) {
      issues.push(issue("R110", [...path, "until"], `日历里没有“${until}”`, `the calendar has no entry "${until}"`));
    }
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  // Examples name fields of records and policies of their own; they are checked against the scheme separately.
  visit({ ...scheme, honours: scheme.honours.map(({ examples: _, ...honour }) => honour) }, []);
  return issues;
}

/** A rule about days says them in full; the end of a period is an entry of the calendar. */
function isDay(until: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(until);
}

function checkPolicyReference(scheme: SchemeFile, id: string, path: Path): SchemeIssue[] {
  const policy = scheme.policies.find((candidate) => candidate.id === id);
  if (policy === undefined) return [issue("R110", [...path, "policy"], `没有名为“${id}”的政策`, `there is no policy "${id}"`)];
  const needed = deciders[String(path.at(-1))];
  if (policy.decides === needed) return [];
  const [zh, en] = [
    `政策“${id}”决定的是 ${policy.decides}，这里需要 ${needed}`,
    `policy "${id}" decides ${policy.decides}, ${needed} is needed`,
  ];
  return [issue("R110", [...path, "policy"], zh, en)];
}

function checkPolicies({ policies }: SchemeFile): SchemeIssue[] {
  return [
    ...repeated(policies, ["policies"]),
    ...policies.flatMap((policy, place) => {
      const issues = repeated(policy.options, ["policies", place, "options"]);
      if (policy.options.some(({ id }) => id === policy.default)) return issues;
      return [...issues, issue("R109", ["policies", place, "default"], `选项中没有“${policy.default}”`, `no option "${policy.default}"`)];
    }),
  ];
}

function checkHonour(scheme: SchemeFile, honour: Honour, path: Path): SchemeIssue[] {
  const { rubric } = honour;
  const at: Path = [...path, "rubric"];
  const issues = [
    ...repeated(rubric.items, [...at, "items"]),
    ...repeated(rubric.vetoes, [...at, "vetoes"]),
    ...repeated(honour.stages, [...path, "stages"]),
    ...repeated(honour.eligibility, [...path, "eligibility"]),
    ...repeated(honour.excludes, [...path, "excludes"]),
    ...repeated(honour.quotas, [...path, "quotas"]),
    ...repeated(honour.places, [...path, "places"]),
    ...checkAccess(scheme, honour, path),
    ...repeated(
      honour.examples.map(({ name }) => ({ id: name })),
      [...path, "examples"],
    ),
    ...rubric.items.flatMap((item, place) => checkItem(scheme, item, [...at, "items", place])),
    ...checkExamples(scheme, honour, path),
  ];
  issues.push(...checkSum(rubric, at));
  if (rubric.deductions === undefined && rubric.items.some(({ kind }) => kind === "deduction")) {
    issues.push(issue("R114", at, "缺少“deductions”", `"deductions" is missing`));
  }
  if (rubric.sheets === undefined && rubric.items.some(isSheetItem)) {
    issues.push(issue("R114", at, "缺少“sheets”", `"sheets" is missing`));
  }
  if (rubric.ranking.countedRecords !== undefined && !rubric.vetoes.some(({ id }) => id === rubric.ranking.countedRecords)) {
    const id = rubric.ranking.countedRecords;
    issues.push(issue("R110", [...at, "ranking", "countedRecords"], `没有否决规则“${id}”`, `there is no veto rule "${id}"`));
  }
  return issues;
}

/** The maxima add up to what is stated; only ranks, which have none, go without. */
function checkSum({ items, full }: Honour["rubric"], at: Path): SchemeIssue[] {
  const maxima = items.flatMap((item) => (item.kind === "ranks" ? [] : [hundredthsOf(item.max)]));
  if (maxima.length === 0 && full === undefined) return [];
  if (full === undefined) return [issue("R114", at, "缺少“full”", `"full" is missing`)];
  const sum = maxima.reduce((total, max) => total + max, 0) / 100;
  if (sum === full && maxima.length === items.length) return [];
  return [issue("R108", [...at, "full"], `各项目合计 ${sum} 分，写明 ${full} 分`, `the items add up to ${sum}, not ${full}`)];
}

function checkItem(scheme: SchemeFile, item: Item, path: Path): SchemeIssue[] {
  const tooMuch = (figure: number, limit: number, at: Path) =>
    figure > limit ? [issue("R111", [...path, ...at], `${figure} 分超过了 ${limit} 分`, `${figure} is more than ${limit}`)] : [];
  const methods = item.checked.flatMap((method, place) =>
    scheme.methods.some(({ id }) => id === method)
      ? []
      : [issue("R110", [...path, "checked", place], `没有检查方式“${method}”`, `there is no method "${method}"`)],
  );
  if (item.kind === "deduction") {
    const clauses = item.clauses.flatMap(({ deduct }, place) => tooMuch(deduct, item.max, ["clauses", place, "deduct"]));
    return [...methods, ...repeated(item.clauses, [...path, "clauses"]), ...clauses];
  }
  if (item.kind === "graded") return methods;
  if (item.kind !== "bonus") return [...methods, ...checkMeasure(scheme, item, path)];
  const parts = item.parts.flatMap((part, place) => {
    const at: Path = ["parts", place];
    const worth = part.kind === "each" ? tooMuch(part.points, part.cap, [...at, "points"]) : [];
    const levels = part.kind === "levels" ? part.levels : [];
    return [
      ...worth,
      ...tooMuch(part.cap, item.max, [...at, "cap"]),
      ...repeated(levels, [...path, ...at, "levels"]),
      ...levels.flatMap(({ points }, level) => tooMuch(points, part.cap, [...at, "levels", level, "points"])),
    ];
  });
  return [...methods, ...repeated(item.parts, [...path, "parts"]), ...parts];
}
