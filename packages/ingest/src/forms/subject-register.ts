import type { NodeDatabase } from "@mingchuang/warehouse/node";
import type { CheckedTable } from "../check-table.ts";
import { normaliseCode } from "../half-width.ts";
import { literal } from "../sql-text.ts";
import type { FormSubject } from "./form.ts";

/** A window or a person of a year's register, as forms may name it. */
export interface RegisteredSubject {
  readonly kind: FormSubject;
  readonly id: string;
  readonly year: number;
  readonly name: string;
  /** Its name before, or names. */
  readonly formerNames: string | null;
  readonly city: string | null;
  readonly unit: string | null;
  /** Of a person: the window, by its name. */
  readonly window: string | null;
}

/** An application that is in force. */
export interface KnownApplication {
  readonly id: string;
  readonly scheme: string | null;
  readonly year: number;
  readonly honour: string;
  readonly subjectId: string;
}

export interface SubjectRegister {
  readonly subjects: readonly RegisteredSubject[];
  readonly applications: readonly KnownApplication[];
}

/** What a form says of the subject that it is about. */
export interface NamedSubject {
  readonly kind: FormSubject;
  readonly name: string;
  readonly year: number | null;
  readonly city: string | null;
  readonly unit: string | null;
  readonly window: string | null;
}

/**
 * The registers in force, those of the file at hand (checked, not yet stored) among them, and the applications in force: what names on forms
 * are looked up in. Earlier versions of the document itself do not count: this one takes their place.
 */
export async function readRegister(db: NodeDatabase, path: string, ofFile: readonly CheckedTable[]): Promise<SubjectRegister> {
  const from = (kind: string, columns: string) => {
    const views = ofFile
      .filter(({ contract }) => contract.kind === kind)
      .map(({ view }) => `select ${columns} from ${view} where not is_blank and not rejected`);
    const others = `select ${columns} from raw_${kind} where superseded_by is null and file_id not in (select file_id from ingest_file where path = ${literal(path)})`;
    return [others, ...views].join(" union ");
  };
  const windowColumns = "window_id, year, name, former_names, city, unit";
  const subjects = await db.query<{
    kind: FormSubject;
    id: string;
    year: number;
    name: string;
    formerNames: string | null;
    city: string | null;
    unit: string | null;
    window: string | null;
  }>(`
    with windows as (${from("windows", windowColumns)}), people as (${from("people", "person_id, year, name, window_id")})
    select 'window' as kind, window_id as id, year, name, former_names as "formerNames", city, unit, null as "window" from windows
    union all
    select 'person', person_id, people.year, people.name, null, windows.city, windows.unit, windows.name
    from people left join windows on windows.window_id = people.window_id and windows.year = people.year
    order by all`);
  const applications = await db.query<{ id: string; scheme: string | null; year: number; honour: string; subjectId: string }>(`
    select application_id as id, scheme_id as scheme, year, honour, subject_id as "subjectId" from (${from("applications", "application_id, scheme_id, year, honour, subject_id")}) order by all`);
  return { subjects, applications };
}

/** A subject found, or why it was not: nobody of that name, or several; with those that are near. */
export type Resolution =
  | { readonly found: RegisteredSubject }
  | { readonly found: null; readonly code: "D256" | "D257"; readonly near: readonly RegisteredSubject[] };

const nearNames = 5;

/**
 * The subject that a form names, in the register of its year (or, where the form has no year, the latest that knows it). A name counts as it
 * stands today or stood before; what else the form says (city, unit, window) decides among several of one name and never against the only one.
 */
export function resolveSubject({ subjects }: SubjectRegister, named: NamedSubject): Resolution {
  const ofYear = subjects.filter(({ kind, year }) => kind === named.kind && (named.year === null || year === named.year));
  const wanted = nameKey(named.name);
  const byId = ofYear.filter(({ id }) => nameKey(id) === wanted);
  const today = ofYear.filter(({ name }) => nameKey(name) === wanted);
  const before = ofYear.filter(({ formerNames }) => formerNames?.split(/[、，,；;/]/u).some((name) => nameKey(name) === wanted));
  const candidates = latest([byId, today, before].find((found) => found.length > 0) ?? []);
  if (candidates.length === 0) return { found: null, code: "D256", near: nearest(ofYear, wanted) };
  const narrowed = narrow(candidates, named);
  const [only, ...others] = narrowed;
  return only && others.length === 0 ? { found: only } : { found: null, code: "D257", near: narrowed.slice(0, nearNames) };
}

/** Of each subject its latest year only. */
function latest(subjects: readonly RegisteredSubject[]): RegisteredSubject[] {
  const byId = new Map<string, RegisteredSubject>();
  for (const subject of subjects) if ((byId.get(subject.id)?.year ?? 0) <= subject.year) byId.set(subject.id, subject);
  return [...byId.values()];
}

function narrow(candidates: RegisteredSubject[], named: NamedSubject): RegisteredSubject[] {
  let left = candidates;
  for (const part of ["window", "city", "unit"] as const) {
    const given = named[part];
    if (left.length < 2 || given === null) continue;
    const fitting = left.filter((subject) => subject[part] !== null && fits(subject[part], given));
    if (fitting.length > 0) left = fitting;
  }
  return left;
}

const fits = (registered: string, given: string) => {
  const [one, other] = [placeKey(registered), placeKey(given)];
  return one !== "" && other !== "" && (one.includes(other) || other.includes(one));
};

const placeKey = (text: string) => nameKey(text).replace(/市$/u, "");

const nameKey = (text: string) => normaliseCode(text).replace(/[“”"'‘’·•.．\-—_]/gu, "");

/** Names that have most in common with the one that nobody has. */
function nearest(subjects: readonly RegisteredSubject[], wanted: string): RegisteredSubject[] {
  const scored = latest(subjects).map((subject) => ({ subject, alike: likeness(nameKey(subject.name), wanted) }));
  return scored
    .filter(({ alike }) => alike >= 0.4)
    .sort((a, b) => b.alike - a.alike || (a.subject.id < b.subject.id ? -1 : 1))
    .slice(0, nearNames)
    .map(({ subject }) => subject);
}

/** How many pairs of neighbouring characters two names share: 0 none, 1 all. */
function likeness(one: string, other: string): number {
  const pairs = (text: string) => [...text].map((character, index, all) => character + (all[index + 1] ?? ""));
  const rest = pairs(other);
  const total = pairs(one).length + rest.length;
  let shared = 0;
  for (const pair of pairs(one)) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    shared += 1;
    rest.splice(at, 1);
  }
  return total === 0 ? 0 : (2 * shared) / total;
}
