import type { Title, Transition } from "@mingchuang/rubric/lifecycle/title";
import type { Language } from "../../lib/search-state.ts";

export interface StateBox {
  readonly id: string;
  readonly label: string;
  readonly holds: boolean;
  readonly initial: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Arrow {
  readonly id: string;
  readonly path: string;
  readonly label: string;
  /** Where the middle of the label is. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface TitleDiagram {
  readonly width: number;
  readonly height: number;
  readonly states: readonly StateBox[];
  readonly arrows: readonly Arrow[];
}

const box = { height: 38, gapY: 66, padding: 14 };
const margin = { x: 12, top: 16, bottom: 16 };
const lane = 34;

/** Chinese characters are as wide as the type is high, others about half of it. */
const textWidth = (text: string, size: number): number =>
  [...text].reduce((width, character) => width + (character > "\u2e7f" ? size : size * 0.54), 0);

/**
 * The states of a title from left to right, each as far from the start as it takes transitions to reach it; arrows back run below. The
 * same title gives the same picture.
 */
export function titleDiagram(title: Title, language: Language): TitleDiagram {
  const columns = columnsOf(title);
  const depth = new Map([...columns.entries()].flatMap(([column, ids]) => ids.map((id) => [id, column] as const)));
  const edges = title.transitions.flatMap((transition) => transition.from.map((from) => ({ transition, from })));
  const labelOf = ({ label }: Transition) => label[language];
  const gaps = columns.map((_, column) => {
    const crossing = edges.filter(({ transition, from }) => depth.get(from) === column && depth.get(transition.to) === column + 1);
    return Math.max(70, ...crossing.map(({ transition }) => textWidth(labelOf(transition), 12) + 34));
  });
  const widths = columns.map((ids) =>
    Math.max(...ids.map((id) => textWidth(title.states.find((state) => state.id === id)?.label[language] ?? id, 14) + 2 * box.padding)),
  );
  const rows = Math.max(...columns.map((ids) => ids.length));
  const bodyHeight = rows * box.height + (rows - 1) * box.gapY;
  let x = margin.x;
  const states = columns.flatMap((ids, column) => {
    const at = x;
    x += (widths[column] ?? 0) + (gaps[column] ?? 0);
    const height = ids.length * box.height + (ids.length - 1) * box.gapY;
    return ids.map((id, row): StateBox => {
      const state = title.states.find((each) => each.id === id);
      const y = margin.top + (bodyHeight - height) / 2 + row * (box.height + box.gapY);
      const [label, holds] = [state?.label[language] ?? id, state?.holds === true];
      return { id, label, holds, initial: id === title.initial, x: at, y, width: widths[column] ?? 0, height: box.height };
    });
  });
  const width = x - (gaps.at(-1) ?? 0) + margin.x;
  let lanes = 0;
  const arrows = edges.flatMap(({ transition, from }): Arrow[] => {
    const [a, b] = [states.find(({ id }) => id === from), states.find(({ id }) => id === transition.to)];
    if (a === undefined || b === undefined) return [];
    const label = labelOf(transition);
    const stated = { id: `${transition.id}-${from}`, label, width: textWidth(label, 12) };
    if (b.x > a.x) return [{ ...stated, ...forward(a, b) }];
    if (a.x === b.x && a !== b) return [{ ...stated, ...upright(a, b) }];
    lanes += 1;
    return [{ ...stated, ...backward(a, b, margin.top + bodyHeight + lanes * lane) }];
  });
  return { width: Math.ceil(width), height: Math.ceil(margin.top + bodyHeight + lanes * lane + margin.bottom + 10), states, arrows };
}

/** The states by how many transitions lead to them; those that nothing leads to stand last. */
function columnsOf({ states, initial, transitions }: Title): string[][] {
  const columns = [[initial]];
  const placed = new Set([initial]);
  for (let last = columns[0] ?? []; last.length > 0; ) {
    const next = transitions.filter(({ from, to }) => from.some((id) => last.includes(id)) && !placed.has(to)).map(({ to }) => to);
    last = states.map(({ id }) => id).filter((id) => next.includes(id));
    for (const id of last) placed.add(id);
    if (last.length > 0) columns.push(last);
  }
  const lost = states.map(({ id }) => id).filter((id) => !placed.has(id));
  return lost.length > 0 ? [...columns, lost] : columns;
}

type Run = Pick<Arrow, "path" | "x" | "y">;

function forward(a: StateBox, b: StateBox): Run {
  const [x1, y1, x2, y2] = [a.x + a.width, a.y + a.height / 2, b.x, b.y + b.height / 2];
  const middle = (x1 + x2) / 2;
  return { path: `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2 - 2} ${y2}`, x: middle, y: (y1 + y2) / 2 };
}

function upright(a: StateBox, b: StateBox): Run {
  const x = a.x + a.width / 2;
  const [y1, y2] = a.y < b.y ? [a.y + a.height, b.y - 2] : [a.y, b.y + b.height + 2];
  return { path: `M${x} ${y1}L${x} ${y2}`, x, y: (y1 + y2) / 2 };
}

function backward(a: StateBox, b: StateBox, y: number): Run {
  const [x1, x2] = [a.x + a.width * 0.62, b.x + b.width * 0.38];
  const [y1, y2] = [a.y + a.height, b.y + b.height + 2];
  return {
    path: `M${x1} ${y1}L${x1} ${y - 8}Q${x1} ${y} ${x1 - 8} ${y}L${x2 + 8} ${y}Q${x2} ${y} ${x2} ${y - 8}L${x2} ${y2}`,
    x: (x1 + x2) / 2,
    y,
  };
}
