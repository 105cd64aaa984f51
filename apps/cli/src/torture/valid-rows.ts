import { contracts } from "@mingchuang/ingest/contracts/catalogue";
import type { Contract, Field } from "@mingchuang/ingest/contracts/contract";
import type { Random } from "@mingchuang/sample/random";

/** A row as its cells by field name; a field without one is blank. */
export type Row = Record<string, string>;

const two = (n: number) => String(n).padStart(2, "0");
const day = (random: Random, year = 2023) => `${year}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
const moment = (random: Random) => `${day(random)} ${two(random.int(0, 23))}:${two(random.int(0, 59))}`;

/** A cell that its field accepts, whatever stands beside it. */
function validCell(field: Field, random: Random): string {
  const own = Object.keys(field.values ?? {});
  switch (field.type) {
    case "id":
      return `${field.name.slice(0, 1).toUpperCase()}${random.int(0, 9999)}`;
    case "text":
      return random.pick(["示例", "虚构内容甲", "线上线下融合", "Example Unit", "示例窗口（一）"]);
    case "int":
      return String(random.int(0, 5000));
    case "level":
      return random.pick(["1", "2", "3", "4", "5", "非常满意", "不满意"]);
    case "year":
      return random.pick(["2022", "2023", "2024"]);
    case "date":
      return day(random);
    case "timestamp":
      return moment(random);
    case "month":
      return `2023-${two(random.int(1, 12))}`;
    case "period":
      return random.pick(["2023-04", "2023Q2", "2023H1", "2023"]);
    case "decimal":
      return random.pick(["98.6%", "1.75", "1,200", "0", "-3.5", "12"]);
    case "boolean":
      return random.pick(["是", "否"]);
    case "code":
      return random.pick(own);
    case "points":
      return random.pick(["0", "1", "2.5", "3"]);
  }
}

/** What a row must say for its fields to agree with one another, by kind. `n` tells rows apart. */
const agreeing: Readonly<Record<string, (random: Random, n: number) => Row>> = {
  windows: (random) => ({
    scheme_id: "",
    domain: random.pick(["住建", "housing"]),
    tier: "",
    city_code: "330100",
    city: "杭州市",
    county_code: "",
    county: "",
    opened_on: "2015-01-05",
    closed_on: "",
  }),
  people: () => ({ scheme_id: "", left_on: "" }),
  review_counts: (random, n) => {
    const levels = [random.int(100, 900), random.int(0, 90), random.int(0, 20), random.int(0, 3), random.int(0, 2)];
    const active = levels.reduce((sum, level) => sum + level, 0);
    const [five, four, three, bad, worst] = levels.map(String);
    return {
      month: `20${two(20 + (n % 5))}-${two(1 + (n % 12))}`,
      channel: "",
      cases: String(active + 100),
      active_reviews: String(active),
      level_5: five ?? "",
      level_4: four ?? "",
      level_3: three ?? "",
      level_2: bad ?? "",
      level_1: worst ?? "",
      good_reported: "",
      bad_reported: "",
    };
  },
  reviews: (random) => ({
    rated_at: `2023-0${random.int(4, 5)}-${two(random.int(1, 28))} 10:00`,
    level: random.pick(["1", "2", "3", "4", "5", "非常满意", "不满意"]),
    accepted_at: "2023-04-01 09:00",
    finished_at: "2023-04-01 09:30",
    handling_minutes: "30",
  }),
  bad_reviews: (random) => ({
    level: random.pick(["1", "2"]),
    rated_at: `2023-03-0${random.int(1, 9)} 10:00`,
    visited_at: "2023-04-01 10:00",
    appealed_at: "",
    rectified_at: "2023-04-02 10:00",
  }),
  complaints: () => ({ received_at: "2023-03-05 09:00", closed_at: "2023-04-05 09:00" }),
  applications: () => ({ scheme_id: "", honour: "红旗窗口", tier: "" }),
  scores: (_random, n) => ({
    scheme_id: "zhejiang-2023",
    honour: "红旗窗口",
    round: "初审",
    grader_id: `G${n}`,
    item: "组织领导",
    clause: "方案与保障",
    kind: "扣分",
    deducted: "3",
    given: "",
  }),
  findings: () => ({ reported_on: "2023-02-01", decided_on: "2023-03-01" }),
  indicators: (_random, n) => ({
    scheme_id: "",
    metric: "平均办理时限",
    period: "2023",
    numerator: "",
    denominator: "",
    subject_id: `W${n}`,
  }),
  appraisals: (random, n) => ({ scheme_id: "", period: "2023", rank: String(random.int(1, 50)), subject_id: `W${n}` }),
  checklists: (_random, n) => ({ scheme_id: "", point: "亮身份", subject_id: `W${n}` }),
  window_changes: (_random, n) => ({ to_window: `N-${n}`, kind: "合并" }),
  title_events: () => ({ scheme_id: "", event: "限期整改", happened_on: "2023-02-01", due_on: "2023-06-01" }),
};

/** A row that every rule accepts and that no other row with another `n` repeats. */
export function validRow(contract: Contract, random: Random, n: number): Row {
  const row = Object.fromEntries(contract.fields.map((field) => [field.name, validCell(field, random)]));
  const told = agreeing[contract.kind]?.(random, n) ?? {};
  const own = contract.key.find((name) =>
    contract.fields.some((field) => field.name === name && (field.type === "id" || field.type === "text")),
  );
  return { ...row, ...told, ...(own === undefined ? {} : { [own]: `${own.slice(0, 1).toUpperCase()}-${n}` }) };
}

export const headersOf = (contract: Contract): string[] => contract.fields.map(({ header }) => header);
export const cellsOf = (contract: Contract, row: Row): string[] => contract.fields.map(({ name }) => row[name] ?? "");

export const allContracts: readonly Contract[] = contracts;
