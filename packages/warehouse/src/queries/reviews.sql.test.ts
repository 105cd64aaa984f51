import { beforeAll, describe, expect, test } from "vitest";
import { type NodeDatabase, openNodeDatabase } from "../node.ts";
import { createEvaluationSchema } from "../schema.ts";
import { queryAbsentHandling, queryActiveMonths, queryComplaintYears, queryHandledReviews, queryUnplacedReviews } from "./reviews.ts";

let db: NodeDatabase;
const schemeId = "zhejiang-2023";

beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  await createEvaluationSchema(db);
  await db.execute(`
    insert into mart_window (scheme_id, year, window_id, name, city_code, domain, opened_on) values
      (null, 2023, 'W1', '示例窗口甲', '330100', 'housing', null),
      (null, 2023, 'W2', '示例窗口乙', '330200', 'fund', date '2023-06-15'),
      (null, 2022, 'W1', '示例窗口旧名', '330100', 'housing', null),
      ('other', 2023, 'W8', '别的项目的窗口', '330100', 'housing', null);
    insert into mart_file (file_id, path) values ('f1', '2023/差评明细.xlsx'), ('f2', '2023/差评简表.xlsx'), ('f3', '2023/评价.csv');
    insert into mart_column (file_id, sheet, kind, header_row, field) values
      ('f1', '差评', 'bad_reviews', 2, 'visited_at'), ('f1', '差评', 'bad_reviews', 2, 'appealed_at'), ('f1', '差评', 'bad_reviews', 2, 'rectified_at'),
      ('f1', '差评', 'bad_reviews', 2, 'appeal_result'), ('f1', '差评', 'bad_reviews', 2, 'follow_up_level'),
      ('f2', '', 'bad_reviews', 1, 'review_id'), ('f2', '', 'bad_reviews', 1, 'rectified_at'),
      ('f2', '', 'bad_reviews', 20, 'review_id'), ('f2', '', 'bad_reviews', 20, 'visited_at'),
      ('f3', '', 'reviews', 1, 'review_id'), ('f3', '', 'reviews', 1, 'visited_at');
    insert into mart_bad_review (review_id, window_id, rated_on, channel, level, visited_at, file_id, sheet, row_no) values
      ('R1', 'W1', date '2023-03-02', '大厅', 1, timestamp '2023-03-03 08:30:00', 'f1', '差评', 3),
      ('R2', 'W1', date '2023-03-01', '大厅', 2, null, 'f2', '', 5),
      ('R3', 'W2', date '2023-07-01', '浙里办', 2, null, 'f2', '', 21),
      ('R4', 'W2', date '2023-07-01', null, 2, null, 'f3', '', 9),
      ('R5', 'W1', date '2022-05-01', '大厅', 2, null, 'f1', '差评', 4),
      ('R6', 'W9', date '2023-05-01', '大厅', 2, null, 'f1', '差评', 5),
      ('R7', 'W8', date '2023-05-01', '大厅', 2, null, 'f1', '差评', 6),
      ('R8', 'W1', null, '大厅', 2, null, 'f1', '差评', 7);
    insert into mart_window_month (window_id, month, cases, active_reviews, bad) values
      ('W1', date '2023-03-01', 1000, 600, 2), ('W2', date '2023-07-01', 500, null, 3), ('W8', date '2023-03-01', 9000, 9000, 9);
    insert into mart_complaint (complaint_id, window_id, received_on, closed_on, verified, satisfied) values
      ('C1', 'W1', date '2023-01-05', date '2023-01-09', 'true', true), ('C2', 'W1', date '2023-01-06', null, 'pending', null),
      ('C3', 'W2', date '2023-08-06', date '2023-08-08', null, false), ('C4', 'W8', date '2023-08-06', date '2023-08-08', 'true', true);`);
});

describe("bad reviews and their handling", () => {
  test("they are those of the programme's windows, by day, under the name, city and domain of their year's register", async () => {
    const rows = await queryHandledReviews(db, { schemeId });
    expect(rows.map((row) => [row.review_id, row.window_name, row.city_code, row.domain])).toEqual([
      ["R5", "示例窗口旧名", "330100", "housing"],
      ["R2", "示例窗口甲", "330100", "housing"],
      ["R1", "示例窗口甲", "330100", "housing"],
      ["R3", "示例窗口乙", "330200", "fund"],
      ["R4", "示例窗口乙", "330200", "fund"],
    ]);
    expect(rows.find(({ review_id }) => review_id === "R1")).toMatchObject({
      year: 2023,
      rated_on: "2023-03-02",
      visited_at: "2023-03-03",
      appealed_at: null,
      path: "2023/差评明细.xlsx",
      row_no: 3,
    });
  });

  test("a column that the table of the review has is told from one that it lacks, also of two tables below one another", async () => {
    const rows = await queryHandledReviews(db, { schemeId });
    const columns = Object.fromEntries(rows.map((row) => [row.review_id, [row.has_visited_at, row.has_appealed_at, row.has_rectified_at]]));
    expect(columns).toMatchObject({ R1: [true, true, true], R2: [false, false, true], R3: [true, false, false] });
  });

  test("a review that came among all reviews has no columns of its handling", async () => {
    const rows = await queryHandledReviews(db, { schemeId });
    expect(rows.find(({ review_id }) => review_id === "R4")).toMatchObject({ has_visited_at: false, has_follow_up_level: false });
  });

  test("what a review cannot have is told by its number; one whose table has every column is not named", async () => {
    const absent = await queryAbsentHandling(db);
    expect(absent.get("R1")).toBeUndefined();
    expect(absent.get("R2")).toEqual(["visited_at", "appealed_at", "appeal_result", "follow_up_level"]);
    expect(absent.get("R4")).toHaveLength(5);
  });

  test("a programme with a register of its own has the reviews of its own windows alone", async () => {
    const rows = await queryHandledReviews(db, { schemeId: "other" });
    expect(rows.map(({ review_id }) => review_id)).toEqual(["R5", "R7"]);
  });

  test("reviews at windows in no register, and those without a day, are counted apart", async () => {
    const unplaced = await queryUnplacedReviews(db, { schemeId, year: 2023 });
    expect(unplaced).toEqual({ unregistered: 2, undated: 1 });
    const [all] = await db.query<{ n: number }>("select count(*)::int as n from mart_bad_review where year(rated_on) = 2023");
    const placed = (await queryHandledReviews(db, { schemeId })).filter(({ year }) => year === 2023);
    expect(placed.length + unplaced.unregistered).toBe(all?.n);
  });
});

describe("months", () => {
  test("every month of the year is there; a window that is not open yet is not expected", async () => {
    const months = await queryActiveMonths(db, { schemeId, year: 2023 });
    expect(months).toHaveLength(12);
    expect(months.map(({ expected }) => expected)).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
    expect(months[2]).toMatchObject({ month: "2023-03", cases: 1000, active: 600, bad: 2, reporting: 1 });
  });

  test("a window that handed in one of the two counts is in neither, and what nobody handed in is null; a city or domain narrows", async () => {
    const months = await queryActiveMonths(db, { schemeId, year: 2023, city: "330200", domain: "fund" });
    expect(months.map(({ month }) => month)).toEqual(["2023-07", "2023-08", "2023-09", "2023-10", "2023-11", "2023-12"]);
    expect(months[0]).toMatchObject({ cases: null, active: null, bad: 3, reporting: 0 });
    expect(months[1]).toMatchObject({ cases: null, active: null, reporting: 0 });
  });
});

describe("complaints", () => {
  test("a complaint without a finding is neither true nor untrue nor pending", async () => {
    expect(await queryComplaintYears(db, { schemeId })).toEqual([
      {
        year: 2023,
        received: 3,
        found_true: 1,
        found_untrue: 0,
        pending: 1,
        without_finding: 1,
        closed: 2,
        satisfied: 1,
        asked: 2,
      },
    ]);
  });

  test("they narrow to a city or a domain", async () => {
    const [row] = await queryComplaintYears(db, { schemeId, city: "330200" });
    expect(row).toMatchObject({ received: 1, closed: 1, satisfied: 0, asked: 1 });
    expect(await queryComplaintYears(db, { schemeId, city: "330200", domain: "housing" })).toEqual([]);
  });
});
