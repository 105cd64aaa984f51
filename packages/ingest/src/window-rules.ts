import type { Contract } from "./contracts/contract.ts";
import { domainNames, windows } from "./contracts/windows.ts";
import { normaliseCode } from "./half-width.ts";
import type { SchemeCodes } from "./scheme-codes.ts";
import { nameMeaning, withNames } from "./scheme-names.ts";
import { constantMap, literal } from "./sql-text.ts";

const codesOfDomains = Object.entries(domainNames).flatMap(([name, code]) => [[name, code] as const, [code, code] as const]);
const commonDomains = constantMap(new Map(codesOfDomains.map(([name, code]) => [normaliseCode(name), literal(code)])), "''");

/** The contract of a register of windows: its domain is one that a scheme or common use has a name for; without one it has a tier. */
export function windowsUnder(codes: SchemeCodes): Contract {
  const tiers = withNames(windows, "tier", "tier", codes);
  return {
    ...tiers,
    derived: [
      ...(tiers.derived ?? []),
      {
        name: "domain",
        sqlType: "varchar",
        sql: `coalesce(${nameMeaning("domain", "domain", codes)}, ${commonDomains}[norm_code(domain)])`,
      },
    ],
    checks: [
      { code: "D201", severity: "rejected", field: "domain", violated: "domain is null and tier is null" },
      { code: "D206", severity: "rejected", field: "domain", violated: "domain is not null and x_domain is null" },
      ...(tiers.checks ?? []),
    ],
  };
}
