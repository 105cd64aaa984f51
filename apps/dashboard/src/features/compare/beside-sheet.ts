import type { Honour } from "@mingchuang/rubric/scheme";
import type { Text } from "../../lib/i18n.ts";
import { type BesideRow, type Group, groups, type Measure } from "./beside-row.ts";
import type { messages } from "./messages.ts";

/** A cell of the sheet; with a formula the value is what the formula comes to. */
export interface SheetCell {
  readonly value: string | number | null;
  readonly format?: string | undefined;
  readonly formula?: string | undefined;
  /** A sum that its parts do not come to: the figure of the results, and no formula. */
  readonly isPlain?: boolean | undefined;
}

/** One line of the sheet: the head of a group of facts, or a fact. */
export interface SheetLine {
  readonly isGroup: boolean;
  /** Not shown on the page, since it is the same for all; there for the sums, but hidden. */
  readonly isHidden: boolean;
  readonly cells: readonly SheetCell[];
}

export interface BesideSheet {
  readonly columns: readonly string[];
  /** How many of the columns hold figures of the subjects, after the first. */
  readonly subjects: number;
  readonly lines: readonly SheetLine[];
  /** What is said about the cells, by fact and subject; those without a word are left out. */
  readonly notes: readonly (readonly string[])[];
}

interface SheetInput {
  readonly rows: readonly BesideRow[];
  /** Whether only rows that differ are shown. */
  readonly different: boolean;
  /** The letters of the columns, and the names of the subjects. */
  readonly letters: readonly string[];
  readonly names: readonly string[];
  readonly honour: Honour | undefined;
  readonly text: Text<keyof (typeof messages)["zh"] & string>;
  /** The line of the sheet, from 0, on which the first fact stands. */
  readonly top: number;
}

const signed = "+0.00;-0.00;0.00";
const differences: Readonly<Record<Measure, string | null>> = {
  points: signed,
  lost: signed,
  difference: signed,
  rate: signed,
  place: "+0;-0;0",
  count: "+0;-0;0",
  placeAmong: null,
};

/**
 * The comparison as a sheet that goes on reckoning: every difference from the first column is a formula, and so are the sums that the
 * sheet has the parts of: the total and the graders' part of it over the items, assessed less self, the bonus under its cap, a rate from
 * its counts. A sum that its parts do not come to stays the figure of the results.
 */
export function besideSheet({ rows, different, letters, names, honour, text, top }: SheetInput): BesideSheet {
  const count = names.length;
  const placed = groups.flatMap((group) => {
    const own = rows.filter((row) => row.group === group);
    return own.length === 0 ? [] : [group, ...own];
  });
  const at = new Map(placed.flatMap((entry, index) => (typeof entry === "string" ? [] : [[entry.key, top + index] as const])));
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const isShown = (row: BesideRow) => !different || row.differs;
  const lines = placed.map((entry): SheetLine => {
    if (typeof entry === "string") return groupLine(entry);
    const line = at.get(entry.key) ?? top;
    const figures = entry.cells.map((cell, column): SheetCell => {
      if (entry.measure === undefined || cell.figure === undefined) return { value: cell.text === "–" ? null : cell.text };
      const format = formatOf(entry.measure, cell.text);
      if (cell.reckoned !== undefined) return { value: cell.figure, format, formula: cell.reckoned };
      const sum = sumOf(entry.key, column);
      if (sum === null) return { value: cell.figure, format };
      return Math.abs(sum.value - cell.figure) < sum.within
        ? { value: sum.value, format, formula: sum.formula }
        : { value: cell.figure, format, isPlain: true };
    });
    const first = figures[0]?.value;
    const format = entry.measure === undefined ? null : differences[entry.measure];
    const changes = figures.slice(1).map(({ value }, index): SheetCell => {
      if (format === null || typeof value !== "number" || typeof first !== "number") return { value: null };
      return { value: value - first, format, formula: `${refAt(line, index + 2)}-${refAt(line, 1)}` };
    });
    return {
      isGroup: false,
      isHidden: !isShown(entry),
      cells: [{ value: entry.label }, ...figures, ...changes, { value: entry.mark ?? null }],
    };
  });
  function groupLine(group: Group): SheetLine {
    return {
      isGroup: true,
      isHidden: !rows.some((row) => row.group === group && isShown(row)),
      cells: [{ value: text(`group-${group}`) }, ...Array.from({ length: 2 * count }, () => ({ value: null }))],
    };
  }
  function formatOf(measure: Measure, shown: string): string {
    if (measure === "lost") return `0.00;-0.00;"${text("notLost")}"`;
    if (measure === "difference") return signed;
    if (measure === "placeAmong") return `0"${shown.replace(/^\d+/, "")}"`;
    return measure === "place" || measure === "count" ? "#,##0" : "0.00";
  }
  /** What a figure is the sum of, in the column; null when it is read, or the sheet lacks a part. `within` is how far rounding takes it. */
  function sumOf(key: string, column: number): { readonly value: number; readonly formula: string; readonly within: number } | null {
    const items = honour?.rubric.items ?? [];
    const keysOf = (wanted: (kind: string) => boolean) => items.filter(({ kind }) => wanted(kind)).map(({ id }) => `items/${id}`);
    const total = figureAt("standing/total", column);
    const self = figureAt("standing/self", column);
    switch (key) {
      case "standing/total":
        return summed(
          keysOf(() => true),
          column,
          exactly,
        );
      case "standing/base":
        return summed(
          keysOf((kind) => kind !== "bonus"),
          column,
          rounded,
        );
      case "standing/bonus":
        return summed(
          keysOf((kind) => kind === "bonus"),
          column,
          rounded,
        );
      case "standing/gap":
        if (total === null || self === null) return null;
        return { value: total - self, formula: `${refOf("standing/total", column)}-${refOf("standing/self", column)}`, within: rounded };
      case "bonus/sum": {
        const bonus = items.find(({ kind }) => kind === "bonus");
        if (bonus?.kind !== "bonus") return null;
        const parts = summed(
          bonus.parts.map(({ id }) => `bonus/${id}`),
          column,
          exactly,
        );
        if (parts === null) return null;
        return { value: Math.min(parts.value, bonus.max), formula: `MIN(${parts.formula},${bonus.max})`, within: exactly };
      }
      default:
        return null;
    }
  }
  function summed(keys: readonly string[], column: number, within: number) {
    const values = keys.map((key) => figureAt(key, column));
    if (keys.length === 0 || values.some((value) => value === null)) return null;
    const places = keys.map((key) => at.get(key) ?? top);
    const [from = top] = places;
    const isRun = places.every((place, index) => place === from + index);
    const refs = isRun
      ? `${refAt(from, column + 1)}:${refAt(from + places.length - 1, column + 1)}`
      : keys.map((key) => refOf(key, column)).join(",");
    const value = values.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    return { value, formula: keys.length === 1 ? refs.replace(/:.*/, "") : `SUM(${refs})`, within };
  }
  function figureAt(key: string, column: number): number | null {
    return byKey.get(key)?.cells[column]?.figure ?? null;
  }
  function refOf(key: string, column: number): string {
    return refAt(at.get(key) ?? top, column + 1);
  }

  return {
    columns: [
      text("fact"),
      ...names.map((name, index) => `${letters[index]} ${name}`),
      ...names.slice(1).map((_, index) => text("less", { letter: letters[index + 1] ?? "", reference: letters[0] ?? "" })),
      text("differ"),
    ],
    subjects: count,
    lines,
    notes: rows
      .filter(({ cells }) => cells.some(({ details = [] }) => details.length > 0))
      .map(({ label, cells }) => [label, ...cells.map(({ details = [] }) => details.join("\n"))]),
  };
}

/** `B5`: from 0, and of at most twice six columns and two more. */
const refAt = (line: number, column: number): string => `${String.fromCharCode(65 + column)}${line + 1}`;

/** Sums of exact figures differ by what a computer cannot hold; figures that the results have in hundredths by half of one. */
const exactly = 1e-9;
const rounded = 0.005 + exactly;
