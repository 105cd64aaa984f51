import { daysOf } from "../period.ts";
import { settle } from "../policy.ts";
import type { RecordKind } from "../record-kind.ts";
import { countOf } from "../veto.ts";
import type { Edition } from "./edition.ts";

interface Year {
  readonly year: number;
  /** Last day that counts, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** The first day that any veto looks at, by kind of record; kinds that no veto counts have none. */
export function firstDaysOfVetoes({ honour, policies }: Edition, { year, asOf }: Year): ReadonlyMap<RecordKind, string> {
  const firstDays = new Map<RecordKind, string>();
  for (const rule of honour.rubric.vetoes.map(countOf)) {
    const { from } = daysOf(settle(policies, "period", rule.period), { year, asOf, days: policies.days });
    const known = firstDays.get(rule.records);
    firstDays.set(rule.records, known === undefined || from < known ? from : known);
  }
  return firstDays;
}

/**
 * Whether facts that were read for one edition hold every record that the vetoes of another look at. Where they do not, its vetoes and
 * ranks are not known from them; points are, since what only brings points is read as far back as it goes.
 */
export function reachesVetoes(read: Edition, edition: Edition, year: Year): boolean {
  const known = firstDaysOfVetoes(read, year);
  return [...firstDaysOfVetoes(edition, year)].every(([kind, from]) => (known.get(kind) ?? from) <= from);
}
