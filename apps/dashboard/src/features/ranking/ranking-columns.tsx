import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  type Row,
  rowSortingFeature,
  type TableOptions,
  tableFeatures,
} from "@tanstack/react-table";
import { rateHundredths } from "../../lib/format.ts";
import type { Text } from "../../lib/i18n.ts";
import { parseItems } from "../../lib/parse-items.ts";
import type { ItemLabel } from "../../lib/scheme.ts";
import type { messages } from "./messages.ts";
import { type Cut, isMeasured, type PlacedRow } from "./place-rows.ts";
import type { RankSpan } from "./rank-spans.ts";
import { textOrder } from "./text-order.ts";

interface RankingColumnMeta {
  /** The name of the column in words: for the header, the menu, the sort keys and the exported file. */
  readonly label: string;
  /** What the header says instead where there is no room. */
  readonly short?: string;
  /** What the figures mean, for the hover text of the header. */
  readonly hint?: string;
  readonly numeric?: boolean;
  /** How a spreadsheet writes the numbers of the column. */
  readonly format?: string;
  /** What an exported cell holds; without it, the value itself. */
  readonly exported?: (row: PlacedRow) => string | number | null;
  /** Instead, several exported cells: a number each, which a sheet can reckon with. */
  readonly parts?: readonly { readonly label: string; readonly read: (row: PlacedRow) => number | null }[];
}

type RankingTableRow = Row<typeof features, PlacedRow>;

const byNumber = (a: RankingTableRow, b: RankingTableRow, id: string) => Number(a.getValue(id)) - Number(b.getValue(id));

export const features = tableFeatures({
  rowSortingFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  sortedRowModel: createSortedRowModel(),
  columnMeta: {} as RankingColumnMeta,
});

const helper = createColumnHelper<typeof features, PlacedRow>();
export type RankingColumns = TableOptions<typeof features, PlacedRow>["columns"];

/** Columns that are there but not shown at first. */
const hiddenAtFirst = new Set(["application", "previous", "county", "level", "gap", "rankSpan"]);
export const isHiddenAtFirst = (id: string): boolean => hiddenAtFirst.has(id) || id.startsWith("item:");

/** Texts that are as they were handed in, whatever the language of the page. */
const inEveryLanguage = new Set(["name", "city", "county", "window", "application"]);

type ColumnText = Text<keyof typeof messages.zh>;

interface ColumnContext {
  readonly text: ColumnText;
  readonly rows: readonly PlacedRow[];
  readonly items: readonly ItemLabel[];
  readonly cuts: readonly Cut[];
  readonly lineName: (stage: string) => string;
  readonly domainName: (domain: string) => string;
  readonly levelName: (level: string) => string;
  readonly stateName: (row: PlacedRow) => string;
  /** What a tier is called, where ranks are those of a tier; else null. */
  readonly tierName: ((tier: string) => string) | null;
  /** Totals are sums of ranks, of which the lowest is the best, and no points. */
  readonly lowerIsBetter: boolean;
  readonly ofPersons: boolean;
  /** The rank within the group that rows stand in, where they are grouped. */
  readonly groupRank: { readonly label: string; readonly read: (row: PlacedRow) => number | undefined } | null;
  /** Best and worst rank without each grader in turn, where they can be worked out. */
  readonly spanOf: ((row: PlacedRow) => RankSpan | undefined) | null;
  /** Whether a tick stands before the rank. */
  readonly isPicking: boolean;
  /** On a narrow screen rank and name, which stay in sight, take less of it. */
  readonly narrow: boolean;
}

/** The room of a tick before the rank, in pixels. */
const tickWidth = 28;

/** Number formats of a spreadsheet: places and counts, points, and differences with their sign. */
export const formats = { count: "#,##0", places: "+0;-0;0", points: "0.00", difference: "+0.00;-0.00;0.00" } as const;

const points = (hundredths: number | null): number | undefined => (hundredths === null ? undefined : hundredths / 100);

/** The columns of the ranking; an undefined value sorts last, whichever way. Cells are drawn by `RankingCell`, by column id. */
export function rankingColumns({
  text,
  rows,
  items,
  cuts,
  lineName,
  domainName,
  levelName,
  stateName,
  tierName,
  lowerIsBetter,
  ofPersons,
  groupRank,
  spanOf,
  narrow,
  isPicking,
}: ColumnContext) {
  const number = (
    id: string,
    label: string,
    size: number,
    read: (row: PlacedRow) => number | undefined,
    format: string,
    descending = true,
    short?: string,
  ) =>
    helper.accessor(read, {
      id,
      size,
      sortFn: byNumber,
      sortUndefined: "last",
      sortDescFirst: descending,
      meta: { label, numeric: true, format, ...(short === undefined ? {} : { short }) },
    });
  const words = (id: string, label: string, size: number, read: (row: PlacedRow) => string | null) => {
    const compare = textOrder(rows, read, inEveryLanguage.has(id) ? id : undefined);
    return helper.accessor(read, {
      id,
      size,
      sortFn: (a: RankingTableRow, b: RankingTableRow) => compare(a.original, b.original),
      sortDescFirst: false,
      meta: { label },
    });
  };
  return helper.columns([
    number(
      "rank",
      text("rank"),
      (narrow ? (groupRank ? 50 : 46) : 54) + (isPicking ? tickWidth : 0),
      (row) => row.rank ?? undefined,
      formats.count,
      false,
    ),
    ...(groupRank === null
      ? []
      : [
          number(
            "groupRank",
            groupRank.label,
            narrow ? 52 : 66,
            groupRank.read,
            formats.count,
            false,
            narrow ? text("groupRankShort") : undefined,
          ),
        ]),
    words("name", text("name"), narrow ? (groupRank ? 118 : 148) : 260, (row) => row.subject_name),
    ...(tierName === null ? [] : [words("tier", text("tier"), 150, (row) => (row.tier === null ? null : tierName(row.tier)))]),
    ...(spanOf === null
      ? []
      : [
          helper.accessor(
            (row) => {
              const span = spanOf(row);
              return span === undefined ? undefined : span.worst - span.best;
            },
            {
              id: "rankSpan",
              size: 92,
              sortFn: byNumber,
              sortUndefined: "last",
              sortDescFirst: true,
              meta: {
                label: text("rankSpan"),
                hint: text("spanHint"),
                numeric: true,
                format: formats.count,
                parts: [
                  { label: text("rankBest"), read: (row) => spanOf(row)?.best ?? null },
                  { label: text("rankWorst"), read: (row) => spanOf(row)?.worst ?? null },
                ],
              },
            },
          ),
        ]),
    number("change", text("change"), 64, (row) => row.change ?? undefined, formats.places),
    number(
      "total",
      text(lowerIsBetter ? "compositeRank" : "total"),
      lowerIsBetter ? 84 : 68,
      (row) => (isMeasured(row) ? points(Math.round(row.total_num / row.total_den)) : undefined),
      formats.points,
      !lowerIsBetter,
    ),
    ...(items.length === 0
      ? []
      : [
          helper.accessor((row) => row.base_c, {
            id: "items",
            size: 196,
            enableSorting: false,
            meta: {
              label: text("items"),
              format: formats.points,
              parts: items.map((item, index) => ({
                label: item.label,
                read: (row) => points(parseItems(row.items_c)[index] ?? null) ?? null,
              })),
            },
          }),
        ]),
    helper.accessor((row) => stateOrder(row), {
      id: "state",
      size: 132,
      sortFn: byNumber,
      sortDescFirst: false,
      meta: { label: text("state"), exported: stateName },
    }),
    ...(cuts.length > 0 && !lowerIsBetter
      ? [
          helper.accessor((row) => points(row.gaps[0] ?? null), {
            id: "toLines",
            size: cuts.length > 1 ? 120 : 88,
            sortFn: byNumber,
            sortUndefined: "last",
            sortDescFirst: true,
            meta: {
              label: text("toLine", { line: cuts.map((cut) => lineName(cut.stage)).join(" / ") }),
              numeric: true,
              format: formats.difference,
              parts: cuts.map((cut, index) => ({
                label: text("toLine", { line: lineName(cut.stage) }),
                read: (row) => points(row.gaps[index] ?? null) ?? null,
              })),
            },
          }),
        ]
      : []),
    ...(items.some(({ isBonus }) => isBonus) ? [number("bonus", text("bonus"), 62, (row) => points(row.bonus_c), formats.points)] : []),
    number("self", text("self"), 70, (row) => points(row.self_c), formats.points),
    number("gap", text("gap"), 84, (row) => (row.self_c === null ? undefined : points(row.total_c - row.self_c)), formats.difference),
    number("bad", text("bad"), 78, (row) => row.counted_bad, formats.count),
    number(
      "goodRate",
      text("goodRate"),
      88,
      (row) => (row.active === null || row.active === 0 || row.good === null ? undefined : rateHundredths(row.good, row.active) / 100),
      formats.points,
    ),
    words("city", text("city"), 66, (row) => row.city),
    words("county", text("county"), 96, (row) => row.county),
    words("domain", text("domain"), 88, (row) => domainName(row.domain)),
    words("level", text("level"), 64, (row) => levelName(row.level)),
    ...(ofPersons ? [words("window", text("window"), 220, (row) => row.window_name)] : []),
    number("previous", text("previous"), 84, (row) => row.previous_rank ?? undefined, formats.count, false),
    words("application", text("application"), 120, (row) => row.application_id),
    ...items.map((item, index) =>
      number(`item:${item.id}`, item.label, 110, (row) => points(parseItems(row.items_c)[index] ?? null), formats.points),
    ),
  ]);
}

/** The worst state first, so that one click on the header shows who is out and who is near. */
function stateOrder(row: PlacedRow): number {
  if (row.state === "vetoed" || row.state === "ineligible") return 0;
  if (row.state === "undecided") return 1;
  if (row.vetoes?.includes(":near:")) return 2;
  return row.state === "unscored" || row.state === "not_applied" ? 3 : row.tied ? 4 : 5;
}
