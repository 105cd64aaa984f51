import type { Policies } from "@mingchuang/rubric/policy";
import type { Honour, Scheme } from "@mingchuang/rubric/scheme";
import type { Database } from "@mingchuang/warehouse/database";
import { EvaluationError } from "./errors.ts";
import { queryRegisterYears } from "./subjects.ts";

/** One programme year of one honour, under one edition of a scheme. */
export interface Run {
  readonly year: number;
  readonly honour: Honour;
  readonly scheme: Scheme;
  readonly policies: Policies;
}

/**
 * Every year and honour to evaluate, sorted: the years for which somebody applied, and those for which there is a register of
 * windows (so that a veto in sight is seen before anyone applies). A register without a scheme is that of the programmes that somebody
 * applied to or, before anyone applied at all, of every programme. An application without a scheme takes the only one that has its
 * honour.
 *
 * @throws {EvaluationError} E102, E103 and E104 when an application's scheme or honour cannot be told.
 */
export async function planRuns(db: Database, schemes: ReadonlyMap<Scheme, Policies>): Promise<readonly Run[]> {
  const applications = await db.query<{ year: number; honour: string; scheme: string | null; example: string }>(`
    select year, honour, scheme_id as scheme, min(application_id) as example
    from stg_applications group by all order by year, honour, scheme
  `);
  const runs = new Map<string, Run>();
  for (const { year, honour, scheme, example } of applications) {
    const run = { year, ...honourOf(schemes, honour, scheme, example) };
    const known = runs.get(`${year} ${honour}`);
    if (known && known.scheme !== run.scheme) {
      throw new EvaluationError("E104", `${year} ${honour}: ${known.scheme.id}, ${run.scheme.id} (${example})`);
    }
    runs.set(`${year} ${honour}`, run);
  }
  const appliedTo = new Set([...runs.values()].map(({ scheme }) => scheme));
  for (const [scheme, policies] of schemes) {
    if (appliedTo.size > 0 && !appliedTo.has(scheme)) continue;
    for (const year of await queryRegisterYears(db, scheme.id)) {
      for (const honour of scheme.honours) {
        const inOthers = [...schemes.keys()].some((other) => other !== scheme && other.honours.some(({ id }) => id === honour.id));
        if (!inOthers && !runs.has(`${year} ${honour.id}`)) runs.set(`${year} ${honour.id}`, { year, honour, scheme, policies });
      }
    }
  }
  return [...runs.values()].sort((a, b) => a.year - b.year || (a.honour.id < b.honour.id ? -1 : 1));
}

function honourOf(schemes: ReadonlyMap<Scheme, Policies>, honour: string, schemeId: string | null, example: string): Omit<Run, "year"> {
  const candidates = [...schemes].filter(([{ id, honours }]) =>
    schemeId === null ? honours.some((each) => each.id === honour) : id === schemeId,
  );
  const [candidate] = candidates;
  if (!candidate || candidates.length > 1) {
    throw new EvaluationError("E102", `${example}: ${schemeId ?? `${honour} (${candidates.map(([{ id }]) => id).join(", ")})`}`);
  }
  const [scheme, policies] = candidate;
  const found = scheme.honours.find(({ id }) => id === honour);
  if (!found) throw new EvaluationError("E103", `${example}: ${scheme.id} · ${honour}`);
  return { honour: found, scheme, policies };
}
