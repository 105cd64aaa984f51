import type { ClosedLoop } from "@mingchuang/rubric/closed-loop/closed-loop";
import type { Scheme } from "@mingchuang/rubric/scheme";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { createEvaluationSchema } from "@mingchuang/warehouse/schema";
import { expect, test } from "vitest";
import { queryLoopRecords } from "./loop-records.ts";

const scheme = { id: "s", honours: [{ id: "h", subject: "window" }] } as unknown as Scheme;
const loop = { id: "bad-review", records: "bad_reviews" } as ClosedLoop;

test("a bad review whose table has no column for the call-back has no such field; one whose cell is blank has it, with nothing in it", async () => {
  const db = await openNodeDatabase(":memory:");
  try {
    await createEvaluationSchema(db);
    await db.execute(`
      insert into mart_window (year, window_id, name) values (2023, 'W1', '示例窗口甲');
      insert into mart_column (file_id, sheet, kind, header_row, field) values
        ('f1', '', 'bad_reviews', 1, 'visited_at'), ('f1', '', 'bad_reviews', 1, 'rectified_at'), ('f2', '', 'bad_reviews', 1, 'rectified_at');
      insert into mart_bad_review (review_id, window_id, rated_on, file_id, sheet, row_no) values
        ('R1', 'W1', date '2023-03-01', 'f1', '', 2), ('R2', 'W1', date '2023-03-02', 'f2', '', 2);`);
    const records = await queryLoopRecords(db, scheme, loop, 2023);
    const fields = Object.fromEntries(records.map(({ record }) => [record.id, record.fields]));
    expect(fields.R1).toMatchObject({ visited_at: null, rectified_at: null });
    expect(fields.R2).toMatchObject({ rectified_at: null });
    expect(fields.R2).not.toHaveProperty("visited_at");
    expect(fields.R1).not.toHaveProperty("appealed_at");
  } finally {
    await db.close();
  }
});
