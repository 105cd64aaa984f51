import { inSchema, layOverStore, liftFromStore, type ScoredClause } from "@mingchuang/warehouse/build";
import { type Check, type RowProblem, readChecks } from "@mingchuang/warehouse/check";
import { orderModels } from "@mingchuang/warehouse/model-order";
import { readModels } from "@mingchuang/warehouse/models";
import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { contractOf, rowContracts } from "./contracts/catalogue.ts";
import { inTransaction } from "./in-transaction.ts";
import type { SchemeCodes } from "./scheme-codes.ts";
import { tallyMonths } from "./segments/tally-months.ts";
import { literal } from "./sql-text.ts";

/**
 * Looks at the rows that count against one another, over the whole store: those checks of the warehouse that name a row, each problem
 * with its cell. What an earlier load found so is replaced, so that a register that comes later clears what was missing without it, and
 * the order of loading makes no difference. They are warnings: what a row says by itself is right, and it stays in the account as
 * accepted. Answers whether anything is other than before.
 */
export async function refreshCrossProblems(db: NodeDatabase, codes: SchemeCodes, segmentFolder: string): Promise<boolean> {
  // what is counted of events is looked at too, and must be that of the files now in force
  await tallyMonths(db, segmentFolder);
  await layOverStore(db, "main", { clauses: scoredClauses(codes) });
  const marts = orderModels(readModels("marts"));
  for (const { name, sql } of marts) await db.execute(`create or replace temp view ${name} as ${inSchema(sql, "main")}`);
  try {
    await db.execute("create or replace temp table cross_problem as select * exclude (origin) from ingest_problem limit 0");
    const present = await queryKindsPresent(db);
    for (const check of readChecks()) {
      const { problem } = check;
      if (problem && present.has(problem.kind)) await db.execute(`insert into cross_problem ${problemsOf(check, problem)}`);
    }
  } finally {
    for (const { name } of [...marts].reverse()) await db.execute(`drop view if exists temp.${name}`);
    await liftFromStore(db);
  }
  const known = "select * exclude (origin) from ingest_problem where origin = 'store'";
  const [difference] = await db.query(`
    (from cross_problem except all ${known}) union all (${known} except all from cross_problem) limit 1`);
  if (difference) {
    await inTransaction(db, async () => {
      await db.execute("delete from ingest_problem where origin = 'store'");
      await db.execute("insert into ingest_problem select *, 'store' from cross_problem order by all");
    });
  }
  await db.execute("drop table temp.cross_problem");
  return difference !== undefined;
}

/** The kinds that the store has rows of: of any other no check has a row to name. */
async function queryKindsPresent(db: NodeDatabase): Promise<ReadonlySet<string>> {
  const looks = rowContracts.map(({ kind }) => `select ${literal(kind)} as kind where exists (select 1 from raw_${kind})`);
  return new Set((await db.query<{ kind: string }>(looks.join(" union all "))).map(({ kind }) => kind));
}

/** A row that a check names, as a problem of the first of its fields for which its table has a column. */
function problemsOf({ sql }: Check, { code, kind, fields }: RowProblem): string {
  const rank = fields.map((field, index) => `when ${literal(field)} then ${index}`).join(" ");
  const [first = ""] = fields;
  const header = contractOf(kind).fields.find(({ name }) => name === first)?.header ?? first;
  return `
    select found.file_id, found.sheet, found.row_no,
      case when file.format <> 'xlsx' or place is null
          then concat('第', found.row_no, if(file.format in ('json', 'parquet'), '条', '行'), '·', coalesce(place, ${literal(header)}))
        when regexp_full_match(place, '[A-Z]+[0-9]+') then place -- of a form
        else concat(place, found.row_no) end as cell,
      coalesce(field, ${literal(first)}) as field, concat_ws(' · ', found.what, found.detail) as value,
      ${literal(code)} as code, 'warning' as severity, null as row_text
    from (${inSchema(sql, "main")}) found
    join ingest_file file on file.file_id = found.file_id
    left join ingest_column read on read.file_id = found.file_id and read.sheet = found.sheet and read.kind = ${literal(kind)}
      and read.field in (${fields.map(literal).join(", ")}) and read.header_row < found.row_no
    qualify row_number() over (
      partition by found.file_id, found.sheet, found.row_no, found.what, found.detail
      order by case read.field ${rank} end nulls last, read.header_row desc) = 1`;
}

/** What graders score: every clause of a deduction, and a graded item as a whole; a bonus is computed. */
function scoredClauses({ items, clauses }: SchemeCodes): ScoredClause[] {
  return items.flatMap(({ scheme, honour, item, label, kind }): ScoredClause[] => {
    if (kind === "bonus") return [];
    if (kind === "graded") return [{ scheme, honour, item, label, clause: null }];
    const own = clauses.filter((clause) => clause.scheme === scheme && clause.honour === honour && clause.item === item);
    return own.map(({ clause }) => ({ scheme, honour, item, label, clause }));
  });
}
