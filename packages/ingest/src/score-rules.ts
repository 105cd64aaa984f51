import type { Contract } from "./contracts/contract.ts";
import { scores } from "./contracts/scores.ts";
import { type ClauseCode, clausesByName, type ItemCode, itemsByName, type ScoreCodes } from "./score-codes.ts";
import { constantMap, literal } from "./sql-text.ts";

const itemSql = (code: ItemCode) =>
  `{'item': ${literal(code.item)}, 'honour': ${literal(code.honour)}, 'kind': ${literal(code.kind)}, 'max_c': ${code.maxHundredths}}`;
const clauseSql = (code: ClauseCode) => `{'clause': ${literal(code.clause)}, 'deduct_c': ${code.deductHundredths}}`;
const noItem = "{'item': '', 'honour': '', 'kind': '', 'max_c': 0}";
const noClause = "{'clause': '', 'deduct_c': 0}";

/** A constant SQL map from `honour|name` (or `|name`) to `{item, honour, kind, max_c}`. */
export function itemMap(codes: ScoreCodes): string {
  return constantMap(
    [...itemsByName(codes)].map(([name, code]) => [name, itemSql(code)]),
    noItem,
  );
}

/**
 * The contract of score sheets under the given rubrics: items and clauses become ids, and every amount is held against what the
 * rubric allows.
 *
 * @throws {IngestError} F119 when two schemes define one honour.
 */
export function scoresUnder(codes: ScoreCodes): Contract {
  const clauseMap = constantMap(
    [...clausesByName(codes)].map(([name, code]) => [name, clauseSql(code)]),
    noClause,
  );
  return {
    ...scores,
    amount: "if(x_kind = 'graded', 'given', 'deducted')",
    derived: [
      { name: "item_code", sqlType: "", sql: `${itemMap(codes)}[concat(honour, '|', norm_code(item))]`, stored: false },
      { name: "honour", sqlType: "varchar", sql: "coalesce((x_item_code).honour, honour)" },
      {
        name: "clause_code",
        sqlType: "",
        sql: `${clauseMap}[concat((x_item_code).honour, '|', (x_item_code).item, '|', norm_code(clause))]`,
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
    ],
    checks: [
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
