import type { Contract } from "./contracts/contract.ts";
import { scores } from "./contracts/scores.ts";
import { type ClauseCode, clausesByName, type ItemCode, itemsByName, type SchemeCodes } from "./scheme-codes.ts";
import { honourMeaning } from "./scheme-names.ts";
import { constantMap, literal } from "./sql-text.ts";

const itemSql = (code: ItemCode) =>
  `{'item': ${literal(code.item)}, 'scheme': ${literal(code.scheme)}, 'honour': ${literal(code.honour)}, 'kind': ${literal(code.kind)}, 'max_c': ${code.maxHundredths}}`;
const clauseSql = (code: ClauseCode) => `{'clause': ${literal(code.clause)}, 'deduct_c': ${code.deductHundredths}}`;
const noItem = "{'item': '', 'scheme': '', 'honour': '', 'kind': '', 'max_c': 0}";
const noClause = "{'clause': '', 'deduct_c': 0}";

/**
 * Statements that lay down for a connection what the rubrics call their items and clauses: thousands of names, which the engine would
 * otherwise have to read again in the query of every sheet.
 *
 * @throws {IngestError} F119 when a scheme has an item twice.
 */
export function namesOfRubrics(codes: SchemeCodes): readonly string[] {
  const items = [...itemsByName(codes)].map(([key, code]) => [key, itemSql(code)] as const);
  const isOwn = ([key]: readonly [string, string]) => !/^\||^[^|]*\|\|/.test(key);
  const clauses = [...clausesByName(codes)].map(([name, code]) => [name, clauseSql(code)] as const);
  return [
    `set variable own_items = ${constantMap(items.filter(isOwn), noItem)}`,
    `set variable wider_items = ${constantMap(
      items.filter((item) => !isOwn(item)),
      noItem,
    )}`,
    `set variable clauses = ${constantMap(clauses, noClause)}`,
  ];
}

/**
 * SQL that finds `{item, scheme, honour, kind, max_c}` by a name (`namesOfRubrics`): under scheme and honour, and only where that finds
 * nothing (the engine looks at those rows alone) in the wider scopes of a row that does not say one of them.
 */
export function itemLookup(scheme: string, honour: string, name: string): string {
  const key = `concat(${scheme}, '|', ${honour}, '|', ${name})`;
  return `coalesce(getvariable('own_items')[${key}], getvariable('wider_items')[${key}])`;
}

/** What the store knows of the application of a row: the scheme and the honour that it is for. */
const application = `(select any_value({'scheme': scheme_id, 'honour': honour}) from raw_applications
  where superseded_by is null and raw_applications.application_id = x_row_application)`;

/**
 * The contract of score sheets under the given rubrics: items and clauses become ids, and every amount is held against what the
 * rubric allows. Scheme and honour are those of the row or, where it names none, of its application.
 */
export function scoresUnder(codes: SchemeCodes): Contract {
  return {
    ...scores,
    amount: "if(x_kind = 'graded', 'given', 'deducted')",
    derived: [
      { name: "row_application", sqlType: "varchar", sql: "application_id", stored: false },
      { name: "application", sqlType: "", sql: application, stored: false },
      { name: "named_honour", sqlType: "varchar", sql: honourMeaning(codes), stored: false },
      {
        name: "item_code",
        sqlType: "",
        sql: itemLookup(
          "coalesce(scheme_id, (x_application).scheme)",
          "coalesce(x_named_honour, (x_application).honour)",
          "norm_code(item)",
        ),
        stored: false,
      },
      { name: "scheme_id", sqlType: "varchar", sql: "coalesce((x_item_code).scheme, scheme_id)" },
      { name: "honour", sqlType: "varchar", sql: "coalesce((x_item_code).honour, x_named_honour)" },
      {
        name: "clause_code",
        sqlType: "",
        sql: `getvariable('clauses')[concat((x_item_code).scheme, '|', (x_item_code).honour, '|', (x_item_code).item, '|', norm_code(clause))]`,
        stored: false,
      },
      {
        name: "kind",
        sqlType: "varchar",
        sql: "coalesce(kind, if((x_item_code).kind = 'graded' or (deducted is null and given is not null), 'graded', 'fixed'))",
      },
      { name: "item", sqlType: "varchar", sql: "(x_item_code).item" },
      { name: "clause", sqlType: "varchar", sql: "(x_clause_code).clause" },
      { name: "points_c", sqlType: "integer", sql: "if(x_kind = 'graded', given, deducted)" },
      { name: "occasion", sqlType: "varchar", sql: "if(x_kind = 'discretionary', reason, null)" },
    ],
    checks: [
      { code: "D206", severity: "rejected", field: "honour", violated: "honour is not null and x_named_honour is null" },
      { code: "D241", severity: "rejected", field: "item", violated: "item is not null and x_item_code is null" },
      { code: "D243", severity: "rejected", field: "item", violated: "x_item_code.kind = 'bonus'" },
      {
        code: "D246",
        severity: "rejected",
        field: "kind",
        violated: "(x_item_code.kind = 'graded') <> (x_kind = 'graded') and x_item_code.kind <> 'bonus'",
        value: "x_kind",
      },
      {
        code: "D242",
        severity: "rejected",
        field: "clause",
        violated: "x_item_code.kind = 'deduction' and x_clause_code is null and (clause is not null or x_kind = 'fixed')",
      },
      { code: "D242", severity: "rejected", field: "clause", violated: "x_item_code.kind = 'graded' and clause is not null" },
      { code: "D247", severity: "rejected", field: "deducted", violated: "x_kind = 'graded' and deducted is not null" },
      { code: "D247", severity: "rejected", field: "given", violated: "x_kind <> 'graded' and given is not null" },
      {
        code: "R214",
        severity: "rejected",
        field: "deducted",
        violated: "x_kind <> 'graded' and x_item_code.kind = 'deduction' and deducted > x_item_code.max_c",
      },
      { code: "R214", severity: "rejected", field: "given", violated: "x_kind = 'graded' and given > x_item_code.max_c" },
      {
        code: "D244",
        severity: "rejected",
        field: "deducted",
        violated: "x_kind = 'fixed' and deducted <= x_item_code.max_c and deducted not in (0, x_clause_code.deduct_c)",
      },
      {
        code: "D245",
        severity: "rejected",
        field: "deducted",
        violated: "x_kind = 'discretionary' and coalesce(deducted, 0) = 0",
      },
      { code: "D245", severity: "rejected", field: "reason", violated: "x_kind = 'discretionary' and reason is null" },
      { code: "D245", severity: "rejected", field: "evidence", violated: "x_kind = 'discretionary' and evidence is null" },
    ],
  };
}
