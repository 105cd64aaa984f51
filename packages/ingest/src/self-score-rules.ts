import { applications } from "./contracts/applications.ts";
import type { Contract, DerivedColumn, Field, RowCheck } from "./contracts/contract.ts";
import type { SchemeCodes } from "./scheme-codes.ts";
import { honourMeaning, withNames } from "./scheme-names.ts";
import { itemLookup } from "./score-rules.ts";
import { literal } from "./sql-text.ts";

/** A column `自评·<item>` of a table of applications: its position and header, and the item as the header names it. */
export interface SelfScoreColumn {
  readonly column: number;
  readonly header: string;
  readonly itemText: string;
}

export const selfScoreField = (index: number) => `self_${index}`;

/** The contract of a table of applications with these self-score columns: a score belongs to an item of the row's honour, within its points. */
export function applicationsWith(columns: readonly SelfScoreColumn[], codes: SchemeCodes): Contract {
  const fields: Field[] = [];
  const derived: DerivedColumn[] = [{ name: "honour", sqlType: "varchar", sql: honourMeaning(codes) }];
  const checks: RowCheck[] = [{ code: "D206", severity: "rejected", field: "honour", violated: "honour is not null and x_honour is null" }];
  columns.forEach(({ header, itemText }, index) => {
    const name = selfScoreField(index);
    fields.push({ name, header, type: "points", stored: false });
    derived.push({
      name: `${name}_item`,
      sqlType: "",
      sql: itemLookup("scheme_id", "x_honour", `norm_code(${literal(itemText)})`),
      stored: false,
    });
    checks.push(
      {
        code: "D248",
        severity: "rejected",
        field: name,
        violated: `${name} is not null and x_honour is not null and x_${name}_item is null`,
      },
      { code: "R214", severity: "rejected", field: name, violated: `${name} > x_${name}_item.max_c` },
    );
  });
  const tiers = withNames(applications, "tier", "tier", codes);
  return {
    ...tiers,
    fields: [...tiers.fields, ...fields],
    derived: [...(tiers.derived ?? []), ...derived],
    checks: [...(tiers.checks ?? []), ...checks],
  };
}
