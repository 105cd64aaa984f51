import type { Bilingual } from "../bilingual.ts";
import type { Measured, MeasuredPart } from "../measure.ts";
import type { BonusItem } from "../mechanisms/bonus.ts";
import { formatHundredths, formatPoints, hundredthsOf, roundRatio } from "../points.ts";
import type { Ratio } from "../ratio.ts";
import type { Honour, Item } from "../scheme.ts";
import type { ItemScore, Line, Score, SheetScore } from "../score-result.ts";
import { labelledParts, lineSentence } from "../sentence.ts";
import { type ExplanationNode, leaf, note, sum, sumOfLeaves } from "./explanation.ts";

/**
 * Why a score is what it is: the total, its items, their clauses and parts, and at the leaves the lines of the score, each with its rule,
 * its record and its place in a file. The leaves add up to the total, exactly; leaving out one that carries points breaks the sum.
 */
export function scoreTree(honour: Honour, score: Score): ExplanationNode {
  const items = honour.rubric.items.flatMap((item) => {
    const result = score.items.find((each) => each.item === item.id);
    return result === undefined ? [] : [itemNode(honour, item, result, score.sheets.filter(({ kept }) => kept).length)];
  });
  const sheets = score.sheets.filter(({ kept }) => !kept).map((sheet) => sheetNode(honour, sheet));
  const children = [...items, ...sheets];
  return sum("total", { zh: "总分", en: "Total" }, totalSentence(honour, score), score.total, { source: honour.rubric.source, children });
}

function totalSentence({ rubric }: Honour, { total, base, bonus, scored, missing }: Score): Bilingual {
  const said = formatPoints(total);
  const lack = missing.length === 0 ? { zh: "", en: "" } : { zh: `，缺 ${missing.join("、")}`, en: `; missing: ${missing.join(", ")}` };
  if (!scored) return { zh: `尚未计分，现有 ${said} 分${lack.zh}。`, en: `Not scored yet; so far ${said}${lack.en}.` };
  if (rubric.ranking.better === "lower")
    return { zh: `综合名次 ${said}，越小越好。`, en: `The composite rank is ${said}; less is better.` };
  if (!rubric.items.some(({ kind }) => kind === "bonus")) return { zh: `总分 ${said} 分。`, en: `The total is ${said}.` };
  const [own, added] = [formatPoints(base), formatPoints(bonus)];
  return { zh: `总分 ${said} 分：基本分 ${own}，加分 ${added}。`, en: `The total is ${said}: ${own} and a bonus of ${added}.` };
}

const dropped: Readonly<Record<NonNullable<SheetScore["droppedBecause"]>, Bilingual>> = {
  incomplete: { zh: "没有评完", en: "it is not complete" },
  trimmed: { zh: "总分在去掉的最高、最低之列", en: "its total is among the highest and lowest, which are left out" },
  not_median: { zh: "总分不居中", en: "its total is not in the middle" },
};

function sheetNode(honour: Honour, { grader, points, missing, droppedBecause }: SheetScore): ExplanationNode {
  const why = dropped[droppedBecause ?? "incomplete"];
  const names = missing.map((cell) => cellName(honour, cell));
  const lack = {
    zh: names.length === 0 ? "" : `，缺${names.map(({ zh }) => `“${zh}”`).join("、")}`,
    en: names.length === 0 ? "" : `; missing: ${names.map(({ en }) => `"${en}"`).join(", ")}`,
  };
  const total =
    droppedBecause === "incomplete" ? { zh: "", en: "" } : { zh: `（${formatPoints(points)} 分）`, en: ` (${formatPoints(points)})` };
  const label = { zh: `${grader}的评分表`, en: `The sheet of ${grader}` };
  const sentence = {
    zh: `${label.zh}${total.zh}不计入：${why.zh}${lack.zh}。`,
    en: `${label.en}${total.en} takes no part: ${why.en}${lack.en}.`,
  };
  return note(`sheet/${grader}`, label, sentence, { source: honour.rubric.source });
}

/** `<item>/<clause>`, or `<item>` of a graded one. */
function cellName({ rubric }: Honour, cell: string): Bilingual {
  const [itemId, clause] = cell.split("/");
  const item = rubric.items.find(({ id }) => id === itemId);
  if (item === undefined) return { zh: cell, en: cell };
  return clause === undefined ? item.label : nameIn(item, clause);
}

function nameIn(item: Item, id: string): Bilingual {
  return labelledParts(item).find((part) => part.id === id)?.label ?? { zh: id, en: id };
}

function itemNode(honour: Honour, item: Item, { lines, points, maxHundredths, measured }: ItemScore, sheets: number): ExplanationNode {
  const leaves = new Leaves(honour, item, lines);
  const children =
    item.kind === "bonus"
      ? bonusNodes(item, leaves)
      : measured === null
        ? clauseNodes(item, leaves, sheets)
        : measured.parts.length === 0
          ? leaves.takeWhile(() => true)
          : measured.parts.map((part) => measuredNode(item, part, leaves, item.id));
  const { label, source } = item;
  const known = item.kind === "bonus" || (measured === null ? lines.length > 0 : measured.share !== null);
  const had = { points: formatPoints(points), max: maxHundredths === null ? null : formatHundredths(maxHundredths) };
  if (!known) {
    const sentence = { zh: `“${label.zh}”尚未计分。`, en: `"${label.en}" is not scored yet.` };
    return note(item.id, label, sentence, { source, children });
  }
  const sentence =
    had.max === null
      ? { zh: `“${label.zh}”计 ${had.points}，越小越好。`, en: `"${label.en}" counts ${had.points}; less is better.` }
      : { zh: `“${label.zh}”得 ${had.points} 分，满分 ${had.max} 分。`, en: `"${label.en}" has ${had.points} of ${had.max}.` };
  return sum(item.id, label, sentence, points, { source, children });
}

/** The lines of an item, taken one after the other in their order and told as leaves. */
class Leaves {
  readonly #honour: Honour;
  readonly #item: Item;
  readonly #lines: readonly Line[];
  #taken = 0;

  constructor(honour: Honour, item: Item, lines: readonly Line[]) {
    this.#honour = honour;
    this.#item = item;
    this.#lines = lines;
  }

  get upcoming(): Line | undefined {
    return this.#lines[this.#taken];
  }

  takeWhile(holds: (line: Line) => boolean): ExplanationNode[] {
    const nodes: ExplanationNode[] = [];
    for (let line = this.upcoming; line !== undefined && holds(line); line = this.upcoming) nodes.push(this.#tell(line));
    return nodes;
  }

  takeOne(): ExplanationNode[] {
    return this.upcoming === undefined ? [] : [this.#tell(this.upcoming)];
  }

  #tell(line: Line): ExplanationNode {
    const { clause, kind, grader, reason, points, source, origin, recordId } = line;
    this.#taken += 1;
    const name = clause === null ? this.#item.label : nameIn(this.#item, clause);
    const label = grader === null ? name : { zh: grader, en: grader };
    // A record of the bonus that has a reason was not counted; a grader's line has the reason of what it took off.
    const uncounted = (kind === "honour" || kind === "innovation") && reason !== null;
    const sentence = lineSentence(this.#honour, line);
    const [id, from] = [`${this.#item.id}/line-${this.#taken}`, { source, origin, recordId }];
    return uncounted ? note(id, label, sentence, from) : leaf(id, label, sentence, points, from);
  }
}

/** What an item starts from, then clause by clause what the graders took off or gave; a clause of several graders is a step of its own. */
function clauseNodes(item: Item, leaves: Leaves, sheets: number): ExplanationNode[] {
  const nodes: ExplanationNode[] = [];
  for (let line = leaves.upcoming; line !== undefined; line = leaves.upcoming) {
    const { kind, clause, source } = line;
    const children = leaves.takeWhile((other) => other.kind === kind && (kind !== "fixed" || other.clause === clause));
    if (children.length === 1 || kind === "graded" || kind === "max") nodes.push(...children);
    else nodes.push(groupNode(item, { kind, clause, source }, children, sheets));
  }
  return nodes;
}

function groupNode(
  item: Item,
  { kind, clause, source }: Pick<Line, "kind" | "clause" | "source">,
  children: readonly ExplanationNode[],
  sheets: number,
): ExplanationNode {
  const points = sumOfLeaves(...children);
  const [counted, times] = [formatPoints(points), children.length];
  const id = `${item.id}/${kind === "fixed" ? clause : kind}`;
  const given = { source, children };
  if (kind === "fixed") {
    const label = clause === null ? item.label : nameIn(item, clause);
    const zh = `${sheets} 位评委中有 ${times} 位认为“${label.zh}”未达到，合计 ${counted} 分。`;
    return sum(id, label, { zh, en: `${times} of ${sheets} graders found "${label.en}" unmet: ${counted} together.` }, points, given);
  }
  const label = kind === "floor" ? { zh: "补回下限", en: "Given back at the floor" } : { zh: "酌情扣分", en: "Discretionary deductions" };
  const sentence = { zh: `${label.zh} ${times} 笔，合计 ${counted} 分。`, en: `${label.en}: ${times}, ${counted} together.` };
  return sum(id, label, sentence, points, given);
}

/** Each part of a bonus with its records and its cap, then the cap of the item. */
function bonusNodes(item: BonusItem, leaves: Leaves): ExplanationNode[] {
  const parts = item.parts.map((part) => {
    const awards = leaves.takeWhile(({ kind, clause }) => {
      if (part.kind === "each") return kind === "innovation" && clause === part.id;
      return kind === "honour" && part.levels.some(({ id }) => id === clause);
    });
    const children = [...awards, ...leaves.takeWhile(({ kind, clause }) => kind === "cap" && clause === part.id)];
    const points = sumOfLeaves(...children);
    const [label, counted, cap] = [part.label, formatPoints(points), formatHundredths(hundredthsOf(part.cap))];
    const zh = `“${label.zh}”${awards.length} 条，计 ${counted} 分，上限 ${cap} 分。`;
    const en = `"${label.en}": ${awards.length} handed in, which add ${counted}; the cap is ${cap}.`;
    return sum(`${item.id}/${part.id}`, label, { zh, en }, points, { source: part.source, children });
  });
  return [...parts, ...leaves.takeWhile(() => true)];
}

/** A part of a measure, in the shape in which it was measured. Where the whole is not known it has no lines, and no points. */
function measuredNode(item: Item, part: MeasuredPart, leaves: Leaves, above: string): ExplanationNode {
  const id = `${above}/${part.id}`;
  const label = nameIn(item, part.id);
  const { source } = part;
  if (part.parts.length === 0) {
    const [line] = leaves.upcoming?.clause === part.id ? leaves.takeOne() : [];
    return line === undefined ? note(id, label, valueSentence(label, part), { source }) : { ...line, id };
  }
  const children = part.parts.map((inner) => measuredNode(item, inner, leaves, id));
  if (children.some(({ kind }) => kind === "note")) return note(id, label, valueSentence(label, part), { source, children });
  const points = sumOfLeaves(...children);
  const [counted, weight] = [formatPoints(points), percent(part.weight)];
  const sentence = { zh: `“${label.zh}”占 ${weight}，计 ${counted}。`, en: `"${label.en}" weighs ${weight} and counts ${counted}.` };
  return sum(id, label, sentence, points, { source, children });
}

/** A part of something that is not known as a whole: its own value, if it has one. */
function valueSentence(label: Bilingual, { value, kind }: Measured): Bilingual {
  if (value === null) return { zh: `“${label.zh}”没有数据。`, en: `There are no data for "${label.en}".` };
  const scale = kind === "composite" || kind === "checklist" || kind === "point" ? 10_000 : 100;
  const said = `${formatHundredths(roundRatio(value.numerator, value.denominator, scale))}${scale === 100 ? "" : "%"}`;
  return { zh: `“${label.zh}”为 ${said}，其余部分尚缺。`, en: `"${label.en}" is ${said}; other parts are not known yet.` };
}

/** A weight as it is read: 40%, 16.67%. */
function percent({ numerator, denominator }: Ratio): string {
  return `${formatHundredths(roundRatio(numerator, denominator, 10_000)).replace(/\.?0+$/, "")}%`;
}
