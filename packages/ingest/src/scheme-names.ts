import type { Contract } from "./contracts/contract.ts";
import { honoursByName, type NameKind, namesByKind, type SchemeCodes } from "./scheme-codes.ts";
import { constantMap, literal } from "./sql-text.ts";

/** SQL that answers what a text means in a row's scheme or, where the row names none or the scheme does not know it, in all of them. */
function meaning(entries: readonly (readonly [key: string, id: string])[], text: string): string {
  const map = constantMap(
    entries.map(([key, id]) => [key, literal(id)]),
    "''",
  );
  return `coalesce(${map}[concat(scheme_id, '|', norm_code(${text}))], ${map}[concat('|', norm_code(${text}))])`;
}

/** SQL for the honour that a row names: an id of one of the schemes, null when no scheme has it. */
export function honourMeaning(codes: SchemeCodes): string {
  return meaning(
    [...honoursByName(codes)].map(([key, { honour }]) => [key, honour]),
    "honour",
  );
}

/** SQL for the code that a scheme gives to the name in a field, null when no scheme has one. */
export function nameMeaning(field: string, kind: NameKind, codes: SchemeCodes): string {
  return meaning(
    [...namesByKind(codes, kind)].map(([key, { id }]) => [key, id]),
    field,
  );
}

/** A field in which a name that a scheme gives a code to becomes that code; a name that none knows stays as it is. */
export function withNames(contract: Contract, field: string, kind: NameKind, codes: SchemeCodes): Contract {
  const known = `known_${field}`;
  return {
    ...contract,
    derived: [
      ...(contract.derived ?? []),
      { name: known, sqlType: "varchar", sql: nameMeaning(field, kind, codes), stored: false },
      { name: field, sqlType: "varchar", sql: `coalesce(x_${known}, ${field})` },
    ],
  };
}

/** The same for a field whose names only schemes know: one that none knows is noted (D249). */
export function withKnownNames(contract: Contract, field: string, kind: NameKind, codes: SchemeCodes): Contract {
  const named = withNames(contract, field, kind, codes);
  const unknown = { code: "D249", severity: "warning" as const, field, violated: `${field} is not null and x_known_${field} is null` };
  return { ...named, checks: [...(named.checks ?? []), unknown] };
}
