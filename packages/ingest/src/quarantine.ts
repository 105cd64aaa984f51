import type { NodeDatabase } from "@mingchuang/warehouse/node";
import type { CheckedTable } from "./check-table.ts";
import { contractOf } from "./contracts/catalogue.ts";
import { stageRows } from "./readers/stage-rows.ts";
import { identifier, literal } from "./sql-text.ts";
import { placeColumn, rowText } from "./validate.ts";

const problemColumns = "(file_id, sheet, row_no, cell, field, value, code, severity, row_text)";

/** Lists the problems of a table's rows in `ingest_problem`: cells, rows that contradict one another, records that are malformed. */
export async function storeProblems(db: NodeDatabase, table: CheckedTable, fileId: string): Promise<void> {
  const { view, sheet, unit } = table;
  const place = (column: number) => (unit === "cell" ? placeColumn(table.recognised.headers, column) : literal(table.place(column)));
  const where = `${literal(fileId)}, ${literal(sheet)}`;
  // a row from a form may have a cell on another of its sheets: `附件5!E8`
  const onSheet = (placeSql: string) =>
    unit === "cell" ? `if(contains(${placeSql}, '!'), regexp_extract(${placeSql}, '^(.*)!', 1), ${literal(sheet)})` : literal(sheet);
  const cell = (placeSql: string) =>
    unit === "cell"
      ? `regexp_extract(${placeSql}, '[^!]*$')`
      : unit === "row"
        ? `concat(${placeSql}, row_no)`
        : `concat('第', row_no, '${counters[unit]}·', ${placeSql})`;
  await db.execute(`insert into ingest_problem ${problemColumns}
    select ${literal(fileId)}, ${onSheet("problem.place")}, row_no, ${cell("problem.place")}, problem.field, problem.value, problem.code, problem.severity, row_text
    from (select row_no, row_text, unnest(problems) as problem from ${view} where problems is not null and not is_blank)`);

  await storeConflicts(db, table, fileId, place, cell);

  for (const { column, header } of unit === "cell" ? [] : table.unknownItems) {
    await db.query(`insert into ingest_problem ${problemColumns} values ($1, $2, $3, $4, null, $5, 'F123', 'warning', null)`, [
      fileId,
      sheet,
      table.headerRow,
      unit === "row" ? `${table.place(column)}${table.headerRow}` : table.headerRow === 0 ? header : `第${table.headerRow}行·${header}`,
      header,
    ]);
  }
  for (const { code, rowNo, cell: at, value } of table.notices) {
    await db.query(`insert into ingest_problem ${problemColumns} values ($1, $2, $3, $4, null, $5, $6, 'warning', null)`, [
      fileId,
      sheet,
      rowNo,
      at,
      value,
      code,
    ]);
  }
  if (table.malformed.length === 0) return;
  const rows = table.malformed.map(({ rowNo, text, why, code }) => ({ rowNo, cells: [why, code, JSON.stringify([text])] }));
  await stageRows(db.connection, "malformed", 3, rows);
  const at = unit === "row" || unit === "cell" ? "row_no::varchar" : `concat('第', row_no, '${counters[unit]}')`;
  await db.execute(
    `insert into ingest_problem ${problemColumns} select ${where}, row_no, ${at}, null, c0, c1, 'rejected', c2 from malformed`,
  );
  await db.execute("drop table malformed");
}

const counters = { line: "行", record: "条" } as const;

/** Rows that contradict one another are clean by themselves: their text is read once more, to be sent back as it was handed in. */
async function storeConflicts(
  db: NodeDatabase,
  { part, view, sheet, recognised, stageAgain }: CheckedTable,
  fileId: string,
  place: (column: number) => string,
  cell: (placeSql: string) => string,
): Promise<void> {
  const contract = contractOf(recognised.kind);
  const conflicts = `select n from fate_${contract.kind} where part = ${part} and fate = 'conflict'`;
  const [found] = await db.query(`${conflicts} limit 1`);
  if (!found) return;
  const relation = await stageAgain("handed_in");
  const [firstKey = ""] = contract.key;
  const keyPlace = place(recognised.columns.get(firstKey) ?? 0);
  const keyValue = `concat_ws(' · ', ${contract.key.map((name) => identifier(name)).join(", ")})`;
  await db.execute(`insert into ingest_problem ${problemColumns}
    select ${literal(fileId)}, ${literal(sheet)}, row_no, ${cell(keyPlace)}, ${literal(firstKey)}, ${keyValue}, 'D212', 'rejected', handed_in.row_text
    from ${view} join (select row_no, ${rowText(recognised.headers)} as row_text from ${relation}) handed_in using (row_no)
    where n in (${conflicts})`);
  await db.execute("drop table if exists handed_in");
}

export interface TableCounts {
  readonly rowsIn: number;
  readonly rejected: number;
}

/** Rows that are not blank, and how many of them were rejected. */
export async function countTable(db: NodeDatabase, { part, view, contract, malformed }: CheckedTable): Promise<TableCounts> {
  const [row] = await db.query<{ rows_in: number; rejected: number; conflicts: number }>(`
    select count(*) filter (where not is_blank) as rows_in, count(*) filter (where rejected and not is_blank) as rejected,
      (select count(*) from fate_${contract.kind} where part = ${part} and fate = 'conflict') as conflicts
    from ${view}`);
  return { rowsIn: (row?.rows_in ?? 0) + malformed.length, rejected: (row?.rejected ?? 0) + (row?.conflicts ?? 0) + malformed.length };
}
