import { createRandom, type Random } from "../random.ts";
import { type Column, layOut, type Table } from "../table.ts";
import { addMinutes, isoDate, yearMonth } from "../years.ts";
import { type Programme, planned, shareOut, tenths } from "./programme.ts";
import {
  type Clerk,
  clerkTable,
  type Entry,
  entryTable,
  type Figure,
  figureTable,
  type Office,
  type Opinion,
  officeTable,
  opinionTable,
} from "./programme-tables.ts";

const scheme = "fenghua-2022";
const year = 2022;
const units = 61;
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const channels = ["浙江政务服务网", "浙里办APP", "自助机", "大厅"] as const;
const channelWeights = [18, 34, 8, 40];

/** The bulletin's figures to the end of September 2022, which the rows add up to. */
export const published = {
  cases: 1_410_000,
  active: 830_612,
  appealed: 148,
  rectified: 6,
  calledBack: 3_180,
  calledBackSatisfied: 3_176,
  online: 1_242_210,
} as const;
const bad = published.appealed + published.rectified;

interface Cell {
  readonly unit: number;
  readonly month: number;
  readonly channel: (typeof channels)[number];
}

interface Review extends Cell {
  readonly ratedAt: string;
}

/** Fenghua 2022: 61 units to the end of September, whose sums are the published figures. */
export function fenghua(seed: number): Programme {
  const random = createRandom(seed, scheme);
  const offices = Array.from({ length: units }, (_, place) => officeOf(random, place));
  const sizes = offices.map(() => 1 + Math.round(Math.abs(random.around(0, 1)) * 100) / 50);
  const cells = offices.flatMap((_, unit) => months.flatMap((month) => channels.map((channel): Cell => ({ unit, month, channel }))));
  const weight = ({ unit, channel }: Cell) => (sizes[unit] ?? 1) * (channelWeights[channels.indexOf(channel)] ?? 1) * random.int(90, 110);
  const cases = shareOut(published.cases, cells.map(weight));
  const active = shareOut(
    published.active,
    cases.map((count) => count * random.int(85, 115)),
  );
  const reviews = badReviews(random);
  const clerks = Array.from({ length: 24 }, (_, place) => clerkOf(random, place));
  return {
    id: scheme,
    name: "示例：奉化 2022 好差评闭环 / Sample: Fenghua 2022",
    asOf: { [year]: "2022-09-30" },
    shows: [
      [
        "61 家单位到 9 月底的合计与通报一致：差评 154 件 = 申诉 148 件 + 整改 6 件",
        "the sums of 61 units to the end of September are those published: 154 bad reviews, 148 appealed and 6 rectified",
      ],
      ["满意率以主动评价量为分母是 99.98%，以办件量为分母不是", "satisfaction is 99.98 % of the active reviews, and not of the cases"],
      ["两件差评回访迟了一天", "two bad reviews were called back a day late"],
    ],
    files: [
      planned("1-名录/单位名录-2022", [officeTable(scheme, year, offices)]),
      planned("1-名录/人员名录-2022", [clerkTable(scheme, year, clerks)]),
      planned("2-通报单位与人员/通报单位与人员-2022", [
        entryTable(scheme, year, offices.map(unitEntry)),
        entryTable(scheme, year, clerks.map(clerkEntry)),
      ]),
      planned("3-好差评统计/好差评统计-2022", [countTable(random, cells, cases, active, reviews)], "utf-8-bom"),
      planned("4-差评明细/差评明细-2022", [reviewTable(random, reviews)]),
      planned("5-指标/差评处置、一网通办与回访-2022", [figureTable(scheme, "2022年季度指标", figuresOf(cells, cases, reviews))]),
      planned("6-星级测评/人员测评-2022", [
        opinionTable(
          scheme,
          "2022年人员星级测评",
          clerks.flatMap((clerk) => opinionsOn(random, clerk)),
        ),
      ]),
    ],
  };
}

const unitId = (place: number) => `FH${String(place + 1).padStart(2, "0")}`;

function officeOf(random: Random, place: number): Office {
  return {
    id: unitId(place),
    name: `示例奉化单位${String(place + 1).padStart(2, "0")}`,
    city: { code: "330200", name: "宁波市" },
    county: { code: "330213", name: "奉化区" },
    level: "县级",
    tier: "区级单位",
    unit: "示例区级主管单位",
    staff: random.int(4, 30),
  };
}

function clerkOf(random: Random, place: number): Clerk {
  const number = String(place + 1).padStart(4, "0");
  const officeId = unitId((place * 5) % units);
  return {
    id: `FHP${number}`,
    name: `职员己${number}`,
    officeId,
    joinedOn: `${random.int(2010, 2020)}-03-01`,
    onStaff: true,
    frontLine: true,
  };
}

const unitEntry = ({ id, name }: Office): Entry => ({
  id: `FH22-${id.slice(2)}`,
  honour: "季度通报",
  subjectId: id,
  subjectName: name,
  kind: "单位",
});

const clerkEntry = ({ id, name }: Clerk): Entry => ({
  id: `FH22-${id.slice(2)}`,
  honour: "工作人员星级",
  subjectId: id,
  subjectName: name,
  kind: "人员",
});

/** One for every unit in the first quarter, so that a share of its bad reviews can be told, the rest anywhere. */
function badReviews(random: Random): Review[] {
  const reviews = Array.from({ length: bad }, (_, place): Review => {
    const month = place < units ? random.int(1, 3) : random.int(1, 9);
    const day = isoDate(year, month, random.int(1, month === 9 ? 12 : 28));
    const minutes = random.int(9 * 60, 17 * 60);
    return {
      unit: place < units ? place : random.int(0, units - 1),
      month,
      channel: random.pick(channels),
      ratedAt: addMinutes(`${day} 00:00:00`, minutes),
    };
  });
  return reviews.sort((a, b) => (a.ratedAt < b.ratedAt ? -1 : 1));
}

function countTable(
  random: Random,
  cells: readonly Cell[],
  cases: readonly number[],
  active: readonly number[],
  reviews: readonly Review[],
): Table {
  const badIn = (cell: Cell) =>
    reviews.filter(({ unit, month, channel }) => unit === cell.unit && month === cell.month && channel === cell.channel).length;
  type Row = { cell: Cell; cases: number; active: number; byDefault: number; bad: number };
  const rows = cells.map((cell, place): Row => {
    const [all, rated] = [cases[place] ?? 0, active[place] ?? 0];
    return { cell, cases: all, active: rated, byDefault: random.int(0, Math.max(0, Math.floor((all - rated) / 2))), bad: badIn(cell) };
  });
  const columns: Column<Row>[] = [
    { header: "窗口编号", width: 10, cell: ({ cell }) => unitId(cell.unit) },
    { header: "统计月份", width: 12, cell: ({ cell }) => yearMonth(year, cell.month) },
    { header: "评价渠道", width: 16, cell: ({ cell }) => cell.channel },
    { header: "办件量", width: 10, cell: (row) => row.cases },
    { header: "主动评价量", width: 12, cell: (row) => row.active },
    { header: "默认评价量", width: 12, cell: ({ byDefault }) => byDefault },
    { header: "好评数", width: 10, cell: (row) => row.active - row.bad },
    { header: "差评数", width: 10, cell: (row) => row.bad },
  ];
  return layOut("好差评统计", "2022年1至9月好差评统计", ["默认评价由系统给出，不计入主动评价"], columns, rows);
}

/** Six were rectified and reviewed again, the others appealed; all of it within fifteen days, two called back a day late. */
function reviewTable(random: Random, reviews: readonly Review[]): Table {
  const order = random.shuffle(reviews.map((_, place) => place));
  const rectified = new Set(order.slice(0, published.rectified));
  const late = new Set(order.slice(-2));
  const handled = reviews.map(({ ratedAt }) => addMinutes(ratedAt, random.int(1, 12) * 1440));
  const calledAt = reviews.map(({ ratedAt }, place) => addMinutes(ratedAt, late.has(place) ? 2880 : random.int(30, 300)));
  const columns: Column<number>[] = [
    { header: "评价编号", width: 16, cell: (place) => `FHCP2022-${String(place + 1).padStart(3, "0")}` },
    { header: "窗口编号", width: 10, cell: (place) => unitId(reviews[place]?.unit ?? 0) },
    { header: "评价渠道", width: 16, cell: (place) => reviews[place]?.channel ?? null },
    { header: "评价时间", width: 20, cell: (place) => reviews[place]?.ratedAt ?? null },
    { header: "评价等级", width: 12, cell: (place) => (place % 3 === 0 ? "非常不满意" : "不满意") },
    { header: "原因认定", width: 10, cell: (place) => (rectified.has(place) ? "非客观" : "客观") },
    { header: "回访时间", width: 20, cell: (place) => calledAt[place] ?? null },
    { header: "申诉时间", width: 20, cell: (place) => (rectified.has(place) ? null : (handled[place] ?? null)) },
    { header: "申诉结果", width: 10, cell: (place) => (rectified.has(place) ? null : "成立") },
    { header: "整改完成", width: 20, cell: (place) => (rectified.has(place) ? (handled[place] ?? null) : null) },
    { header: "追评", width: 10, cell: (place) => (rectified.has(place) ? "满意" : null) },
  ];
  const places = reviews.map((_, place) => place);
  return layOut("差评明细", "2022年1至9月差评明细", [], columns, places);
}

/** By unit and quarter: bad reviews handled, cases handled through one network, persons called back and satisfied. */
function figuresOf(cells: readonly Cell[], cases: readonly number[], reviews: readonly Review[]): Figure[] {
  const quarters = Array.from({ length: units }, (_, unit) => [1, 2, 3].map((quarter) => ({ unit, quarter }))).flat();
  const inQuarter = (each: { unit: number; month: number }, { unit, quarter }: (typeof quarters)[number]) =>
    each.unit === unit && Math.ceil(each.month / 3) === quarter;
  const casesIn = quarters.map((quarter) =>
    cells.reduce((sum, cell, place) => sum + (inQuarter(cell, quarter) ? (cases[place] ?? 0) : 0), 0),
  );
  const online = shareOut(published.online, casesIn);
  const called = shareOut(published.calledBack, casesIn);
  const satisfied = called.map((count, place) => count - (place < published.calledBack - published.calledBackSatisfied ? 1 : 0));
  return quarters.flatMap((quarter, place): Figure[] => {
    const [subjectId, period] = [unitId(quarter.unit), `${year}Q${quarter.quarter}`];
    const badIn = reviews.filter((review) => inQuarter(review, quarter)).length;
    const rate = (metric: string, counts: Figure["counts"] & {}): Figure[] =>
      counts[1] === 0 ? [] : [{ subjectId, metric, period, counts }];
    return [
      ...rate("申诉整改率", [badIn, badIn]),
      ...rate("一网通办率", [online[place] ?? 0, casesIn[place] ?? 0]),
      ...rate("回访满意率", [satisfied[place] ?? 0, called[place] ?? 0]),
    ];
  });
}

function opinionsOn(random: Random, { id }: Clerk): Opinion[] {
  return ["服务态度", "业务水平", "系统使用"].map((source) => {
    return { subjectId: id, source, period: "2022Q3", score: Math.min(100, tenths(random.around(82, 8))) };
  });
}
