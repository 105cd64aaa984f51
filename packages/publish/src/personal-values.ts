import type { Database } from "@mingchuang/warehouse/database";
import type { Known } from "./mask.ts";

/** What was ever handed in that tells who somebody is or how to reach them; superseded and rejected rows included. */
export interface PersonalValues {
  readonly names: readonly string[];
  readonly phones: readonly string[];
  /** Staff numbers, and whatever else stands for one person in the files. */
  readonly persons: readonly string[];
}

type What = keyof PersonalValues;

/** Where the store keeps them, by kind and field. Who applies may be a window, so those are looked at more closely. */
const kept: readonly { readonly kind: string; readonly field: string; readonly what: What }[] = [
  { kind: "people", field: "name", what: "names" },
  { kind: "people", field: "person_id", what: "persons" },
  { kind: "windows", field: "contact", what: "names" },
  { kind: "windows", field: "phone", what: "phones" },
  { kind: "applications", field: "subject_name", what: "names" },
  { kind: "bad_reviews", field: "person_id", what: "persons" },
  { kind: "reviews", field: "person_id", what: "persons" },
  { kind: "complaints", field: "person_id", what: "persons" },
  { kind: "scores", field: "grader_id", what: "names" },
];

/** Of reviews the store itself has the bad ones only, and no others are published. */
const tableOf = (kind: string) => (kind === "reviews" ? "event_bad_review" : `raw_${kind}`);

/** Words that stand beside a contact's name and are nobody's. */
const titles = new Set([
  "主任",
  "科长",
  "组长",
  "处长",
  "局长",
  "站长",
  "经理",
  "负责人",
  "联系人",
  "窗口",
  "值班",
  "值班室",
  "办公室",
  "综合",
  "大厅",
]);

/**
 * Reads the store's personal values. A grader's id counts as a name when it is written in Han characters, 评委 and 专家 apart; an
 * applicant's name when it is neither that of a window nor of one that applied as a window, unit or project.
 */
export async function queryPersonalValues(store: Database): Promise<PersonalValues> {
  const found: Record<What, Set<string>> = { names: new Set(), phones: new Set(), persons: new Set() };
  const places = await queryPlaces(store);
  const add = (kind: string, field: string, value: string) => {
    const what = kept.find((each) => each.kind === kind && each.field === field)?.what;
    const text = value.trim();
    if (what === undefined || text === "" || places.has(text)) return;
    if (field === "contact" || field === "phone") for (const part of partsOf(text)) found[isNumber(part) ? "phones" : "names"].add(part);
    else if (field === "grader_id" ? isGradersName(text) : true) found[what].add(text);
  };
  for (const { kind, field } of kept) {
    const of = kind === "applications" ? `where ${appliesAsPerson}` : "";
    const rows = await store.query<{ value: string }>(`select distinct "${field}" as value from ${tableOf(kind)} ${of}`);
    for (const { value } of rows) if (value !== null) add(kind, field, value);
  }
  for (const { kind, field, value } of await queryRejected(store)) add(kind, field, value);
  const sorted = (what: What) => [...found[what]].sort();
  return { names: sorted("names"), phones: sorted("phones"), persons: sorted("persons") };
}

/** Personal values with what stands in their place. A staff number that is a short number is too common a text to be looked for. */
export function knownPersons({ names, phones, persons }: PersonalValues): readonly Known[] {
  return [
    ...persons.filter(isTelling).map((value) => ({ value, shown: "〔工号〕", whole: true })),
    ...names.map((value) => ({ value, shown: "〔姓名〕" })),
    ...phones.map((value) => ({ value, shown: "〔电话〕" })),
  ];
}

/** The same for names of offices, in which two characters of a street would be taken for a name. */
export function knownPersonsInPlaces(personal: PersonalValues): readonly Known[] {
  return knownPersons(personal).filter(({ value, whole }) => whole || value.replace(/\s/g, "").length >= 3);
}

function isTelling(id: string): boolean {
  return /^\d*$/.test(id) ? id.length >= 6 : id.length >= 3;
}

const appliesAsPerson = `
  subject_id in (select person_id from raw_people)
  or coalesce(subject_kind = 'person', subject_id not in (select window_id from raw_windows))`;

function isGradersName(id: string): boolean {
  return /\p{Script=Han}/u.test(id) && !/^(?:评委|专家)[0-9A-Za-z]+$/.test(id);
}

function isNumber(text: string): boolean {
  return /^[\d\s\-‐-―()（）+＋]{7,}$/u.test(text.normalize("NFKC"));
}

/** `职员甲、职员乙（主任） 13900000000` as its parts, the whole first. A name that is set with spaces (王 某) is one part. */
function partsOf(text: string): readonly string[] {
  const pieces = text.split(/[、，,;；/／|()（）\n]|(?<=\d)\s+(?=\D)|(?<=\D)\s+(?=\d)/u).flatMap((piece) => {
    const words = piece.trim().split(/\s+/u);
    return words.every((word) => word.length >= 2 && !isNumber(word)) ? words : [piece.trim()];
  });
  return [text, ...pieces].filter((part) => part.length >= 2 && !titles.has(part));
}

/** What windows and those who applied as something else than persons are called: a name that a place has too is no secret. */
async function queryPlaces(store: Database): Promise<ReadonlySet<string>> {
  const rows = await store.query<{ value: string }>(`
    select distinct unnest([window_id, name, former_names, unit]) as value from raw_windows
    union
    select unnest([subject_id, subject_name]) from raw_applications where subject_kind in ('window', 'unit', 'project')
  `);
  return new Set(rows.flatMap(({ value }) => (value === null ? [] : [value.trim()])));
}

type Rejected = { readonly kind: string; readonly field: string; readonly value: string };

/** The same values out of rows that were rejected, which the store keeps as they were handed in. */
async function queryRejected(store: Database): Promise<readonly Rejected[]> {
  const fields = kept.map(({ kind, field }) => `('${kind}', '${field}')`).join(", ");
  const rows = await store.query<Rejected & { header: string; row: string }>(`
    select distinct c.kind, c.field, c.header, p.row_text as row, null as value
    from ingest_problem p
    join ingest_column c on c.file_id = p.file_id and c.sheet = p.sheet
    where p.row_text is not null and (c.kind, c.field) in (${fields})
  `);
  return rows.flatMap(({ kind, field, header, row }) => {
    const cells: unknown = JSON.parse(row);
    if (typeof cells !== "object" || cells === null) return [];
    const value = Object.entries(cells).find(([name]) => name === header.trim() || name === field)?.[1];
    return typeof value === "string" ? [{ kind, field, value }] : [];
  });
}
