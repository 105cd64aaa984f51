import { selfScorePrefix } from "../contracts/self-scores.ts";
import type { Notice, RawTable } from "../readers/raw-table.ts";
import type { SchemeCodes } from "../scheme-codes.ts";
import type { ApplicationForm, Form, ListRow, RecommendationForm, RubricForm } from "./form.ts";
import { lastDay, writtenOpinion, yearOf } from "./form-dates.ts";
import type { FormValue } from "./form-grid.ts";
import type { FormField } from "./form-labels.ts";
import { type Flaw, type FormRow, formTable } from "./form-table.ts";
import { itemOf, rubricRows } from "./rubric-rows.ts";
import { type RegisteredSubject, resolveSubject, type SubjectRegister } from "./subject-register.ts";

export interface FormContext {
  readonly register: SubjectRegister;
  readonly codes: SchemeCodes;
  readonly defaultYear: number | null;
}

/** What a form is about, found out. */
export interface FormSubjectFound {
  readonly subject: RegisteredSubject | null;
  readonly flaw: Flaw | null;
  readonly year: string | null;
  readonly honour: string | null;
  readonly scheme: string | null;
  readonly applicationId: string | null;
}

/**
 * The tables that the forms of one file come to: applications, honours and new measures from annexes 1 and 2, applications from the lists of
 * annexes 3 and 4, scores from annexes 5 and 6. The self scores of a rubric belong to the application of the same subject in the same file.
 */
export function formTables(forms: readonly Form[], context: FormContext): RawTable[] {
  const rubrics = forms.flatMap((form) => (form.type === "rubric" ? [{ form, about: aboutForm(form, form.values, context) }] : []));
  const taken = new Set<RubricForm>();
  const applied = new Set(context.register.applications.map(({ id }) => id));
  const tables: RawTable[] = [];
  for (const form of forms) {
    if (form.type !== "application") continue;
    const about = aboutForm(form, form.values, context);
    const own = rubrics.filter((rubric) => rubric.about.applicationId !== null && rubric.about.applicationId === about.applicationId);
    for (const rubric of own) taken.add(rubric.form);
    if (about.applicationId) applied.add(about.applicationId);
    tables.push(
      ...applicationTables(
        form,
        about,
        own.map((rubric) => rubric.form),
        context,
      ),
    );
  }
  for (const form of forms) {
    if (form.type === "recommendation") tables.push(recommendationTable(form, applied, context));
  }
  for (const { form, about } of rubrics) {
    const notices: Notice[] = [];
    const isLone = !taken.has(form);
    const rows = rubricRows(form, about, context, isLone, notices);
    if (rows.length > 0) tables.push(formTable(form.sheet, "scores", rows, notices));
    else if (isLone) tables.push(formTable(form.sheet, "scores", [loneSelfScores(form, about)], notices));
  }
  return tables;
}

/** A rubric that holds nothing but self scores, without the application that they belong to. */
function loneSelfScores(form: RubricForm, { flaw }: FormSubjectFound): FormRow {
  const [first] = form.items;
  const cell = first?.self?.cell ?? first?.item.cell ?? `A${form.row}`;
  const own: Flaw = flaw ?? { code: "D260", field: "given", cell, value: form.title };
  return { row: form.row, values: new Map([["item", { text: form.title, cell, row: form.row }]]), flaw: own };
}

function aboutForm(form: Form, values: ReadonlyMap<FormField, FormValue>, context: FormContext, row?: ListRow): FormSubjectFound {
  const text = (field: FormField) => row?.get(field)?.text ?? values.get(field)?.text ?? null;
  const named = row?.get(form.subject) ?? values.get(form.subject);
  const year = yearText(text("year")) ?? yearOf(form.title) ?? (context.defaultYear === null ? null : String(context.defaultYear));
  const honour = honourOf(form, text("honour"), context.codes);
  const none = { subject: null, year, honour, scheme: null, applicationId: null };
  const at = (code: Flaw["code"], field: string, value: string): FormSubjectFound => ({
    ...none,
    flaw: { code, field, cell: named?.cell ?? `A${form.row}`, value },
  });
  if (!named?.text) return at("D259", "subject_id", form.subject === "window" ? "窗口名称" : "姓名");
  if (honour === null) return at("D259", "honour", "申报荣誉");
  const city = text("city") ?? cityIn(form.title) ?? text("recommender");
  const asked = {
    kind: form.subject,
    name: named.text,
    year: year === null ? null : Number(year),
    city,
    unit: text("unit"),
    window: form.subject === "person" ? text("window") : null,
  };
  const whole = resolveSubject(context.register, asked);
  const [, name, explained] = /^(.+?)\s*[(（]([^()（）]+)[)）]$/u.exec(named.text) ?? [];
  // `示例窗口（示例甲市）`: what is in brackets may be where it is
  const apart = whole.found || !name || !explained ? whole : resolveSubject(context.register, { ...asked, name, city: explained });
  const resolved = apart.found ? apart : whole;
  if (!resolved.found) {
    const near = resolved.near
      .map(({ id, name, city: of }) => `${name}（${[of, id].filter((part) => part !== null).join(" ")}）`)
      .join("、");
    return at(resolved.code, "subject_id", near === "" ? named.text : `${named.text} → ${near}`);
  }
  const subject = resolved.found;
  const ofYear = year ?? String(subject.year);
  const known = context.register.applications.filter(
    (each) => each.subjectId === subject.id && each.honour === honour && String(each.year) === ofYear,
  );
  const [one, ...others] = known;
  const applicationId = text("application_id") ?? (one && others.length === 0 ? one.id : `${ofYear}-${honour}-${subject.id}`);
  const scheme = one?.scheme ?? editionOf(honour, ofYear, context.codes);
  return { subject, flaw: null, year: ofYear, honour, scheme, applicationId };
}

const yearText = (text: string | null) => (text === null ? null : (/20\d\d/u.exec(text)?.[0] ?? null));

/** `示例市` in `2023年示例市推荐汇总表` or in brackets. */
function cityIn(title: string): string | null {
  return /(?:年度?|[（(\s]|^)([\p{Script=Han}]{2,4}市)/u.exec(title.replace(/20\d\d/gu, ""))?.[1] ?? null;
}

/** The honour that a form is for: named, or the one whose name its title has, or the only one for its kind of subject. */
function honourOf({ title, subject }: Form, named: string | null, { honours }: SchemeCodes): string | null {
  const possible = honours.filter((code) => code.subject === undefined || code.subject === subject);
  const ids = (codes: typeof honours) => [...new Set(codes.map(({ honour }) => honour))];
  for (const text of [named, title]) {
    if (text === null) continue;
    const [only, ...others] = ids(possible.filter(({ honour, label }) => text.includes(label) || text === honour));
    if (only !== undefined && others.length === 0) return only;
  }
  const ofSubject = ids(honours.filter((code) => code.subject === subject));
  return ofSubject.length === 1 ? (ofSubject[0] ?? null) : null;
}

/** The edition that judges an honour in a year: the only one that has it, or the one named after the year. */
function editionOf(honour: string, year: string, { honours }: SchemeCodes): string | null {
  const editions = [...new Set(honours.filter((code) => code.honour === honour).map(({ scheme }) => scheme))];
  return editions.length === 1 ? (editions[0] ?? null) : (editions.find((scheme) => scheme.endsWith(year)) ?? null);
}

function applicationTables(
  form: ApplicationForm,
  about: FormSubjectFound,
  rubrics: readonly RubricForm[],
  context: FormContext,
): RawTable[] {
  const { values, subject } = form;
  const named = values.get(subject);
  const anchor = named?.cell ?? `A${form.row}`;
  const row = new Map<string, FormValue>();
  const follow = (field: string, text: string | null) => row.set(field, { text, cell: anchor, row: form.row });
  follow("application_id", about.applicationId);
  if (values.get("application_id")?.text) row.set("application_id", values.get("application_id") as FormValue);
  follow("scheme_id", about.scheme);
  follow("year", about.year);
  follow("honour", about.honour);
  follow("subject_id", about.subject?.id ?? null);
  if (named) row.set("subject_name", named);
  follow("subject_kind", subject);
  const taken: readonly (readonly [string, FormField])[] = [
    ["unit", "unit"],
    ["recommender", "recommender"],
    ["deeds", "deeds"],
  ];
  for (const [field, label] of taken) {
    const value = values.get(label);
    if (value) row.set(field, value);
  }
  const filled = values.get("filled_on");
  if (filled) row.set("submitted_at", { ...filled, text: filled.text === null ? null : (lastDay(filled.text) ?? filled.text) });
  for (const opinion of ["opinion_discipline", "opinion_unit", "opinion_city"] as const) {
    const value = values.get(opinion);
    if (!value) continue;
    row.set(opinion, { ...value, text: value.text === null ? null : writtenOpinion(value.text) });
    row.set(`${opinion}_on`, { ...value, text: value.text === null ? null : lastDay(value.text) });
  }
  for (const rubric of rubrics) {
    for (const item of rubric.items) {
      const code = itemOf(item, about, context.codes);
      if (!item.self?.text || !code || code.kind === "bonus") continue;
      row.set(`${selfScorePrefix}${code.label}`, { ...item.self, cell: `${rubric.sheet}!${item.self.cell}` });
    }
  }
  const notices: Notice[] = [];
  const text = values.get("honours_text");
  if (text?.text && !form.lists.some(({ kind }) => kind === "honours"))
    notices.push({ code: "D261", rowNo: text.row, cell: text.cell, value: text.text.slice(0, 100) });
  const tables = [formTable(form.sheet, "applications", [{ row: named?.row ?? form.row, values: row, flaw: about.flaw }], notices)];
  for (const { kind, rows } of form.lists) {
    const own = rows.map((each): FormRow => {
      const [first] = each.values();
      const own = new Map<string, FormValue>([["subject_id", { text: about.subject?.id ?? null, cell: anchor, row: form.row }], ...each]);
      const date = own.get("awarded_on") ?? own.get("started_on");
      if (date?.text) own.set(own.has("awarded_on") ? "awarded_on" : "started_on", { ...date, text: lastDay(date.text) ?? date.text });
      return { row: first?.row ?? form.row, values: own, flaw: about.flaw };
    });
    tables.push(formTable(form.sheet, kind, own, []));
  }
  return tables;
}

/** The nominees of a list as applications, without those whose application is there already: it says all that the list says and more. */
function recommendationTable(form: RecommendationForm, applied: ReadonlySet<string>, context: FormContext): RawTable {
  const filled = form.values.get("filled_on");
  const notices: Notice[] = [];
  const rows = form.rows.flatMap((each): FormRow[] => {
    const about = aboutForm(form, form.values, context, each);
    const named = each.get(form.subject);
    const anchor = named?.cell ?? `A${form.row}`;
    const at = named?.row ?? form.row;
    if (about.applicationId !== null && applied.has(about.applicationId)) {
      notices.push({ code: "F138", rowNo: at, cell: anchor, value: named?.text ?? "" });
      return [];
    }
    const row = new Map<string, FormValue>();
    const follow = (field: string, text: string | null) => row.set(field, { text, cell: anchor, row: at });
    follow("application_id", about.applicationId);
    follow("scheme_id", about.scheme);
    follow("year", about.year);
    follow("honour", about.honour);
    follow("subject_id", about.subject?.id ?? null);
    if (named) row.set("subject_name", named);
    follow("subject_kind", form.subject);
    for (const field of ["unit", "deeds"]) {
      const value = each.get(field);
      if (value) row.set(field, value);
    }
    const recommender = each.get("recommender") ?? form.values.get("recommender");
    if (recommender?.text) row.set("recommender", recommender);
    else follow("recommender", cityIn(form.title));
    if (filled) row.set("submitted_at", { ...filled, text: filled.text === null ? null : (lastDay(filled.text) ?? filled.text) });
    return [{ row: at, values: row, flaw: about.flaw }];
  });
  return formTable(form.sheet, "applications", rows, notices);
}
