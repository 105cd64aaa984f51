import type { ClosedLoop } from "@mingchuang/rubric/closed-loop/closed-loop";
import type { FactRecord } from "@mingchuang/rubric/facts";
import type { Scheme } from "@mingchuang/rubric/scheme";
import type { Database } from "@mingchuang/warehouse/database";
import { queryAbsentHandling } from "@mingchuang/warehouse/queries/reviews";
import { queryRecords } from "./facts.ts";
import type { Subject } from "./subjects.ts";
import { queryWindows } from "./window-cases.ts";

/** A record that a loop follows, and the window that it is about. */
export interface LoopRecord {
  readonly record: FactRecord;
  readonly window: Subject;
}

/**
 * The records of one year that a loop follows, at the windows of its programme's register. A bad review has no field whose column its table
 * lacks: what was never asked for is not known, and not undone.
 */
export async function queryLoopRecords(db: Database, scheme: Scheme, loop: ClosedLoop, year: number): Promise<readonly LoopRecord[]> {
  const windows = new Map((await queryWindows(db, scheme, year)).map((window) => [window.subject_id, window]));
  const records = await queryRecords(db, loop.records, "window", `${year}-01-01`, `${year}-12-31`);
  const absent = loop.records === "bad_reviews" ? await queryAbsentHandling(db) : new Map<string, readonly string[]>();
  return records.flatMap(({ subject, record }) => {
    const window = windows.get(subject);
    const lacks = absent.get(record.id) ?? [];
    const fields = Object.fromEntries(Object.entries(record.fields).filter(([field]) => !lacks.includes(field)));
    return window === undefined ? [] : [{ record: { ...record, fields }, window }];
  });
}
