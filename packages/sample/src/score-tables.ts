import type { Nomination } from "./nominations.ts";
import { personItems, windowItems } from "./rubric-2023.ts";
import type { PersonSheet, WindowSheet } from "./score-sheets.ts";
import { type CellContent, type Column, layOut, type Table } from "./table.ts";

/** A line of a grader's sheet as it is typed. */
export interface ScoreRow {
  readonly applicationId: string;
  readonly subjectName: string;
  readonly honour: Nomination["honour"];
  readonly grader: string;
  readonly item: string;
  readonly clause: string | null;
  readonly kind: "扣分" | "酌情扣分" | "给分";
  readonly points: number | null;
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly scoredOn: string;
}

/** One row for each clause (0 when met), then the discretionary deductions. */
export function windowScoreRows(sheet: WindowSheet, nomination: Nomination): ScoreRow[] {
  const line = { ...head(sheet, nomination), kind: "扣分" } as const;
  const evidence = (page: number) => `示例记录${sheet.grader}-第${page}页`;
  const fixed = windowItems.flatMap((item, index) =>
    item.clauses.map((clause, at): ScoreRow => {
      const unmet = sheet.items[index]?.unmet[at] ?? false;
      return {
        ...line,
        item: `${item.number} ${item.label}`,
        clause: `${at + 1} ${clause.label}`,
        points: unmet ? item.deduct : 0,
        reason: unmet ? clause.unmet : null,
        evidence: unmet ? evidence(10 * item.number + at + 1) : null,
      };
    }),
  );
  const minor = windowItems.flatMap((item, index): ScoreRow[] => {
    const deduction = sheet.items[index]?.minor;
    if (!deduction) return [];
    return [
      {
        ...line,
        item: `${item.number} ${item.label}`,
        clause: null,
        kind: "酌情扣分",
        points: deduction.halves / 2,
        reason: deduction.reason,
        evidence: evidence(10 * item.number),
      },
    ];
  });
  return [...fixed, ...minor];
}

export function personScoreRows(sheet: PersonSheet, nomination: Nomination): ScoreRow[] {
  return personItems.map(({ number, label }, index) => ({
    ...head(sheet, nomination),
    item: `${number} ${label}`,
    clause: null,
    kind: "给分",
    points: (sheet.given[index] ?? 0) / 2,
    reason: null,
    evidence: null,
  }));
}

const head = ({ grader, applicationId, scoredOn }: WindowSheet | PersonSheet, { subjectName, honour }: Nomination) => ({
  grader,
  applicationId,
  scoredOn,
  subjectName,
  honour,
});

const column = (header: string, width: number, cell: (row: ScoreRow) => CellContent): Column<ScoreRow> => ({ header, width, cell });
const who = [
  column("申报编号", 14, ({ applicationId }) => applicationId),
  column("申报对象名称", 36, ({ subjectName }) => subjectName),
  column("荣誉", 10, ({ honour }) => honour),
  column("轮次", 8, () => "初审"),
  column("评委编号", 10, ({ grader }) => grader),
  column("评分项目", 20, ({ item }) => item),
];
const scoredOn: Column<ScoreRow> = { header: "评分日期", width: 12, date: true, cell: (row) => row.scoredOn };

export const windowScoreTable = (title: string, rows: readonly ScoreRow[]): Table =>
  layOut(
    "窗口",
    title,
    ["每条款一行：满足填 0，不满足按标准扣分；酌情扣分须写明原因和佐证"],
    [
      ...who,
      column("条款", 36, ({ clause }) => clause),
      column("评分类型", 10, ({ kind }) => kind),
      column("扣分", 8, ({ points }) => points),
      column("扣分原因", 28, ({ reason }) => reason),
      column("佐证", 22, ({ evidence }) => evidence),
      scoredOn,
    ],
    rows,
  );

export const personScoreTable = (title: string, rows: readonly ScoreRow[]): Table =>
  layOut("人员", title, ["每项在 0 分至满分之间给分"], [...who, column("给分", 8, ({ points }) => points), scoredOn], rows);
