import { contractOf } from "../contracts/catalogue.ts";
import { selfScorePrefix } from "../contracts/self-scores.ts";
import type { IngestErrorCode } from "../errors.ts";
import type { Notice, RawTable } from "../readers/raw-table.ts";
import { type StagedRow, stageRows } from "../readers/stage-rows.ts";
import type { FormValue } from "./form-grid.ts";

/** What is wrong with a row for a reason that its cells alone do not show. */
export interface Flaw {
  readonly code: IngestErrorCode;
  readonly field: string;
  readonly cell: string;
  readonly value: string;
}

/** A row that was put together from the cells of a form. */
export interface FormRow {
  readonly row: number;
  /** Field → value; `自评·<item>` for a self score. A value that stands in no cell names the one that it follows from. */
  readonly values: ReadonlyMap<string, FormValue>;
  readonly flaw: Flaw | null;
}

/**
 * Rows from forms as a table of one kind, its header written by us: every further check is that of any table. Behind the cells themselves are
 * staged as many columns with the place of each, and the flaw of the row (`StagedTable.placed`).
 */
export function formTable(sheet: string, kind: string, rows: readonly FormRow[], notices: readonly Notice[]): RawTable {
  const { fields, requires } = contractOf(kind);
  const wanted = [...requires.flat(), ...fields.flatMap(({ name, required }) => (required ? [name] : []))];
  const used = [...new Set([...wanted, ...rows.flatMap(({ values }) => [...values.keys()])])];
  const ordered = [
    ...fields.map(({ name }) => name).filter((name) => used.includes(name)),
    ...used.filter((name) => name.startsWith(selfScorePrefix)),
  ];
  const headers = ordered.map((name) => fields.find((field) => field.name === name)?.header ?? name);
  const staged = rows.map(({ row, values, flaw }): StagedRow => {
    const own = ordered.map((name) => values.get(name));
    const fallback = [...values.values()][0]?.cell ?? "";
    return {
      rowNo: row,
      cells: [
        ...own.map((value) => value?.text ?? null),
        ...own.map((value) => value?.cell ?? fallback),
        flaw?.code ?? null,
        flaw?.field ?? null,
        flaw?.cell ?? null,
        flaw?.value ?? null,
      ],
    };
  });
  return {
    sheet,
    unit: "cell",
    filledRows: rows.length,
    head: [{ rowNo: 0, cells: headers }],
    place: (column) => headers[column] ?? "",
    stage: async (connection, _headIndex, name) => {
      await stageRows(connection, name, headers.length * 2 + 4, staged);
      return { relation: name, lines: null, placed: true, expectedRows: staged.length, malformed: [], notices };
    },
  };
}
