import type { BonusItem } from "../mechanisms/bonus.ts";
import type { DeductionItem } from "../mechanisms/deduction.ts";
import { formatHundredths, hundredthsOf } from "../points.ts";
import { type Policies, settle } from "../policy.ts";
import type { Honour } from "../scheme.ts";
import type { Path } from "../yaml-text.ts";
import { type SchemeWarning, warning } from "./scheme-warning.ts";

/** Points of a rubric that do not add up, or that nobody can lose or win. */
export function lintPoints({ rubric }: Pick<Honour, "rubric">, policies: Policies, path: Path): SchemeWarning[] {
  const floor = rubric.deductions === undefined ? null : settle(policies, "floor", rubric.deductions.floor);
  const items = rubric.items.flatMap((item, place) => {
    const at: Path = [...path, "rubric", "items", place];
    if (item.kind === "deduction") return lintDeductions(item, floor, at);
    return item.kind === "bonus" ? lintBonus(item, at) : [];
  });
  return [...items, ...lintMarks(rubric, policies, [...path, "rubric"])];
}

function lintDeductions({ clauses, max }: DeductionItem, floor: number | null, path: Path): SchemeWarning[] {
  const figures = clauses.map(({ deduct }) => hundredthsOf(deduct));
  const sum = figures.reduce((total, figure) => total + figure, 0);
  const takeable = hundredthsOf(max) - hundredthsOf(floor ?? 0);
  const [figuresText, sumText] = [figures.map(print).join(" + "), print(sum)];
  if (floor !== null && takeable <= 0) {
    return [warning("R303", [...path, "max"], `下限 ${floor} 分，满分 ${max} 分`, `the floor is ${floor}, the maximum ${max}`)];
  }
  if (sum < hundredthsOf(max)) {
    const left = print(hundredthsOf(max) - sum);
    const zh = `${clauses.length} 条共扣 ${figuresText} = ${sumText} 分，满分 ${max} 分，还剩 ${left} 分`;
    const en = `${clauses.length} clauses cost ${figuresText} = ${sumText} of ${max}, which leaves ${left}`;
    return [warning("R301", [...path, "clauses"], zh, en)];
  }
  if (floor === null || sum <= takeable) return [];
  const zh = `${clauses.length} 条共扣 ${figuresText} = ${sumText} 分，最多只能扣 ${print(takeable)} 分`;
  const en = `${clauses.length} clauses cost ${figuresText} = ${sumText}, no more than ${print(takeable)} can be taken off`;
  return [warning("R302", [...path, "clauses"], zh, en)];
}

function lintBonus({ parts, max }: BonusItem, path: Path): SchemeWarning[] {
  const sum = parts.reduce((total, { cap }) => total + hundredthsOf(cap), 0);
  if (sum >= hundredthsOf(max)) return [];
  const caps = `${parts.map(({ cap }) => String(cap)).join(" + ")} = ${print(sum)}`;
  return [warning("R304", [...path, "max"], `各部分上限 ${caps} 分，满分 ${max} 分`, `the caps are ${caps}, the maximum is ${max}`)];
}

/** Grades and the mark for passing that lie above full points. */
function lintMarks({ full, grades, passing }: Honour["rubric"], policies: Policies, path: Path): SchemeWarning[] {
  if (full === undefined) return [];
  const above = (from: number, at: Path, zh: string, en: string) =>
    from > full ? [warning("R320", at, `${zh}须 ${from} 分，满分 ${full} 分`, `${en} asks for ${from} of ${full} points`)] : [];
  const graded = grades === undefined ? [] : settle(policies, "grades", grades);
  const passed = passing === undefined ? null : settle(policies, "passing", passing);
  return [
    ...graded.flatMap(({ from, label }) => above(from, [...path, "grades"], `“${label.zh}”`, `“${label.en}”`)),
    ...(passed === null || passed.least === null ? [] : above(passed.least, [...path, "passing"], "合格", "passing")),
  ];
}

/** 300 → "3", 250 → "2.5". */
const print = (hundredths: number): string => formatHundredths(hundredths).replace(/\.?0+$/, "");
