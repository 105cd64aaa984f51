import type { VerdictRow } from "@mingchuang/warehouse/queries/selection";

/** One entry of a public notice. */
export interface NoticeRow {
  readonly city: string;
  readonly name: string;
  /** The window that a person works at; null for a window itself. */
  readonly window: string | null;
  readonly domain: string;
}

/** A public-notice list as it is printed and exported: its words, and its table. */
export interface Notice {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly total: string;
  readonly signature: readonly string[];
  /** What stands under the title when the list is not final, or not real. */
  readonly marks: readonly string[];
}

/** Who is on the list, by city in the official order, then by domain and name: a notice ranks nobody. */
export function noticeRows(
  rows: readonly VerdictRow[],
  list: ReadonlySet<string>,
  { cities, domains, ofPersons }: { readonly cities: readonly string[]; readonly domains: readonly string[]; readonly ofPersons: boolean },
): readonly NoticeRow[] {
  const place = (values: readonly string[], value: string) => (values.includes(value) ? values.indexOf(value) : values.length);
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  return rows
    .filter(({ application_id }) => list.has(application_id))
    .map((row) => ({
      city: row.city ?? "",
      name: row.subject_name ?? row.subject_id,
      window: ofPersons ? (row.window_name ?? "") : null,
      domain: row.domain ?? "",
    }))
    .sort(
      (a, b) =>
        place(cities, a.city) - place(cities, b.city) ||
        place(domains, a.domain) - place(domains, b.domain) ||
        collator.compare(a.name, b.name),
    );
}
