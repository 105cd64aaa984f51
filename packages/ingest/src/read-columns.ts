import type { NodeDatabase } from "@mingchuang/warehouse/node";
import type { CheckedTable } from "./check-table.ts";
import { selfScoreField } from "./self-score-rules.ts";
import { literal } from "./sql-text.ts";
import { placeColumn } from "./validate.ts";

/**
 * Records in `ingest_column` which column of a table each field was read from. The cell of any stored value is then `place` and the
 * row's number together (`F17`, or `第17行·办件量` in a text file), without reading the file again. A field that a mapping gives as a
 * constant, or that came from the default year, was read from no column and has none. A row put together from a form is recorded as if its
 * header stood directly above it, and `place` is then the whole cell (`C5`).
 */
export async function recordColumns(db: NodeDatabase, fileId: string, table: CheckedTable): Promise<void> {
  const { label, headerRow, place, recognised } = table;
  const { kind, mapping, headers, columns, selfScores } = recognised;
  const read = [...columns].filter(([field]) => mapping?.constants[field] === undefined);
  const all = [...read, ...selfScores.map(({ column }, index) => [selfScoreField(index), column] as const)];
  if (table.unit === "cell") {
    for (const [field, column] of all) {
      await db.execute(`insert into ingest_column (file_id, sheet, kind, header_row, field, header, place)
        select distinct ${literal(fileId)}, ${literal(label)}, ${literal(kind)}, row_no - 1, ${literal(field)}, ${literal(headers[column] ?? "")}, ${placeColumn(headers, column)}
        from ${table.view} where not is_blank and not rejected
        qualify row_number() over (partition by row_no order by ${placeColumn(headers, column)}) = 1`);
    }
    return;
  }
  const rows = all.map(([field, column]) => {
    const own = [field, (headers[column] ?? "").trim(), place(column)].map(literal).join(", ");
    return `(${literal(fileId)}, ${literal(label)}, ${literal(kind)}, ${headerRow}, ${own})`;
  });
  if (rows.length === 0) return;
  await db.execute(`insert into ingest_column (file_id, sheet, kind, header_row, field, header, place) values ${rows.join(", ")}`);
}
