import type { Bilingual } from "@mingchuang/rubric/bilingual";
import type { Honour, Item, Scheme } from "@mingchuang/rubric/scheme";
import type { Source } from "@mingchuang/rubric/source";

/** What one edition says in a line of the rubric: its figure and where it is written. */
export interface SaidThere {
  readonly label: Bilingual;
  readonly figure: string;
  readonly source: Source;
}

/** A line of a rubric in two editions; null where an edition does not have it. */
export interface RubricLine {
  readonly id: string;
  /** How deep it lies: 0 an honour, 1 an item or a veto rule, 2 a clause, a part or a level. */
  readonly depth: 0 | 1 | 2;
  readonly before: SaidThere | null;
  readonly after: SaidThere | null;
  readonly differs: boolean;
}

type Line = Pick<RubricLine, "id" | "depth"> & { readonly said: SaidThere };

/** The rubrics of two editions line by line, in the order of the later one; what it no longer has stands after its neighbour of old. */
export function sideBySide(before: Scheme, after: Scheme): RubricLine[] {
  const [was, is] = [before.honours.flatMap(linesOf), after.honours.flatMap(linesOf)];
  const former = new Map(was.map((line) => [line.id, line]));
  const kept = new Set(is.map(({ id }) => id));
  const order = is.map(({ id }) => id);
  was.forEach(({ id }, place) => {
    if (kept.has(id)) return;
    const neighbour = was.slice(0, place).findLast((line) => order.includes(line.id));
    order.splice(neighbour === undefined ? 0 : order.indexOf(neighbour.id) + 1, 0, id);
  });
  const later = new Map(is.map((line) => [line.id, line]));
  return order.flatMap((id): RubricLine[] => {
    const [a, b] = [former.get(id), later.get(id)];
    const depth = (b ?? a)?.depth;
    if (depth === undefined) return [];
    const differs = a === undefined || b === undefined || a.said.figure !== b.said.figure || a.said.label.zh !== b.said.label.zh;
    return [{ id, depth, before: a?.said ?? null, after: b?.said ?? null, differs }];
  });
}

function linesOf({ id, label, source, rubric }: Honour): Line[] {
  const vetoes = rubric.vetoes.map((rule): Line => {
    const figure = rule.kind === "count" ? `≥ ${rule.threshold}` : rule.kind === "finding" ? "≥ 1" : thresholdText(rule);
    return { id: `${id}/veto/${rule.id}`, depth: 1, said: { label: withId(rule.id, rule.label), figure, source: rule.source } };
  });
  const full = rubric.full === undefined ? "" : String(rubric.full);
  return [{ id, depth: 0, said: { label, figure: full, source } }, ...rubric.items.flatMap((item) => itemLines(id, item)), ...vetoes];
}

const thresholdText = (rule: { readonly direction: "higher" | "lower"; readonly limit: number }): string =>
  `${rule.direction === "higher" ? "<" : ">"} ${rule.limit}`;
const withId = (id: string, { zh, en }: Bilingual): Bilingual => ({ zh: `${id} ${zh}`, en: `${id} ${en}` });

function itemLines(honour: string, item: Item): Line[] {
  const at = `${honour}/${item.id}`;
  const figure = item.kind === "ranks" ? "" : String(item.max);
  const own: Line = { id: at, depth: 1, said: { label: item.label, figure, source: item.source } };
  return [own, ...innerLines(item, at)];
}

interface Inner {
  readonly id: string;
  readonly label: Bilingual;
  readonly source: Source;
}

function innerLines(item: Item, at: string): Line[] {
  const line = ({ id, label, source }: Inner, figure: string): Line => ({ id: `${at}/${id}`, depth: 2, said: { label, figure, source } });
  switch (item.kind) {
    case "deduction":
      return item.clauses.map((clause) => line(clause, `−${clause.deduct}`));
    case "bonus":
      return item.parts.flatMap((part) => [
        line(part, `≤ ${part.cap}`),
        ...(part.kind === "levels" ? part.levels.map((level) => line(level, `+${level.points}`)) : []),
      ]);
    case "checklist":
      return item.points.map((point) => line(point, point.points === undefined ? "" : `+${point.points}`));
    case "composite":
    case "ranks":
      return item.parts.map((part) => line(part, typeof item.weights === "object" ? String(weightOf(item.weights, part.id)) : ""));
    default:
      return [];
  }
}

const weightOf = (weights: object, id: string): string => (weights as Readonly<Record<string, string>>)[id] ?? "";
