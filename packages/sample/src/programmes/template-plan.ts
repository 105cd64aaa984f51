import { createRandom, type Random } from "../random.ts";
import { type Programme, planned, tenths } from "./programme.ts";
import {
  type Entry,
  entryTable,
  type Figure,
  figureTable,
  type Office,
  type Opinion,
  officeTable,
  opinionTable,
  type Turn,
  turnTable,
} from "./programme-tables.ts";

const scheme = "template-plan";
const years = [2022, 2023] as const;
const windows = 12;
const cityWindows = 4;

interface Metric {
  readonly label: string;
  readonly unit: string;
  /** The value of a good quarter, and how far it moves; rates come as counts. */
  readonly good: number;
  readonly spread: number;
  readonly isRate: boolean;
}

const rate = (label: string, good: number, spread: number): Metric => ({ label, unit: "%", good, spread, isRate: true });
const average = (label: string, unit: string, good: number, spread: number): Metric => ({ label, unit, good, spread, isRate: false });

const metrics: readonly Metric[] = [
  average("平均办理时限", "工作日", 1.7, 0.3),
  rate("二次提交率", 9, 3),
  average("群众跑动次数", "次", 0.45, 0.15),
  average("平均等待时间", "分钟", 9, 2),
  rate("一次性告知完整率", 99, 1),
  rate("好评率", 98.5, 0.8),
  rate("差评整改率", 99, 1),
  rate("群众满意度", 96, 1.5),
  rate("智能审批使用率", 92, 3),
  rate("全程网办占比", 82, 4),
  rate("帮办代办服务量占比", 22, 3),
];
const goodRate = "好评率";

/** Window → quarters whose good rate was under its floor. */
const failed: Readonly<Record<string, readonly string[]>> = {
  TW02: ["2023Q1", "2023Q2"],
  TW04: ["2022Q3"],
  TW08: ["2022Q4", "2023Q2"],
};
/** Window → quarters of which nothing was handed in. */
const missing: Readonly<Record<string, readonly string[]>> = { TW03: ["2022Q4"], TW07: ["2023Q1", "2023Q2"] };
/** The quarter in which one window handed in all but its good rate. */
const withoutGoodRate = { windowId: "TW05", period: "2023Q2" };

/** The template plan: eight quarters of eleven indicators with gaps, a title revoked and one that becomes a star. */
export function templatePlan(seed: number): Programme {
  const random = createRandom(seed, scheme);
  const offices = Array.from({ length: windows }, (_, place) => officeOf(random, place));
  return {
    id: scheme,
    name: "示例：三型红旗窗口模板方案 / Sample: the template plan",
    asOf: {},
    shows: [
      ["TW01 授旗后连续四个季度合格，成为星级", "TW01 passes four quarters in a row after its award and becomes a star"],
      ["TW02 连续两个季度好评率低于底线，撤销称号", "TW02 is under the floor of its good rate two quarters in a row and loses the title"],
      [
        "TW03、TW07 缺报季度，TW05 缺一项指标：不算合格也不算不合格",
        "TW03 and TW07 lack quarters, TW05 one indicator: neither passed nor failed",
      ],
      [
        "TW04、TW08 不合格的季度不相连，称号保留",
        "the quarters that TW04 and TW08 failed are not in a row, so that they keep their titles",
      ],
    ],
    files: years.flatMap((year) => [
      planned(`${year}/1-名录/窗口名录-${year}`, [officeTable(scheme, year, offices)]),
      planned(`${year}/2-申报/申报汇总-${year}`, [
        entryTable(
          scheme,
          year,
          offices.map((office) => entryOf(office, year)),
        ),
      ]),
      planned(`${year}/3-指标/季度指标-${year}`, [figureTable(scheme, `${year}年季度指标`, figuresOf(random, offices, year))]),
      planned(`${year}/4-测评/第三方与群众评议-${year}`, [opinionTable(scheme, `${year}年测评`, opinionsOn(random, offices, year))]),
      ...(year === 2022 ? [planned("2022/5-授旗/授旗-2022", [turnTable(scheme, "2022年授旗", awards(offices))])] : []),
    ]),
  };
}

function officeOf(random: Random, place: number): Office {
  const number = String(place + 1).padStart(2, "0");
  const isCity = place < cityWindows;
  return {
    id: `TW${number}`,
    name: `示例三型窗口${number}`,
    city: { code: "990100", name: "示例市" },
    county: isCity ? null : { code: `99010${(place % 4) + 1}`, name: `示例${"一二三四"[place % 4]}区` },
    level: isCity ? "市级" : "县级",
    tier: isCity ? "市级窗口" : "区级窗口",
    unit: "示例主管单位",
    staff: random.int(4, 12),
  };
}

const entryOf = ({ id, name }: Office, year: number): Entry => ({
  id: `TW${String(year).slice(2)}-${id.slice(2)}`,
  honour: "三型红旗窗口",
  subjectId: id,
  subjectName: name,
  kind: "窗口",
});

const quartersOf = (year: number) => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`);

function figuresOf(random: Random, offices: readonly Office[], year: number): Figure[] {
  return offices.flatMap(({ id }) =>
    quartersOf(year)
      .filter((period) => !missing[id]?.includes(period))
      .flatMap((period) =>
        metrics.filter(({ label }) => !isHeldBack(id, period, label)).map((metric) => figureOf(random, id, period, metric)),
      ),
  );
}

const isHeldBack = (id: string, period: string, label: string) =>
  label === goodRate && id === withoutGoodRate.windowId && period === withoutGoodRate.period;

function figureOf(random: Random, subjectId: string, period: string, { label, unit, good, spread, isRate }: Metric): Figure {
  const drawn = random.around(good, spread);
  if (!isRate) return { subjectId, metric: label, period, value: Math.max(0, Math.round(drawn * 100) / 100), unit };
  const hasFailed = label === goodRate && failed[subjectId]?.includes(period) === true;
  const share = label === goodRate ? (hasFailed ? 93.5 : Math.max(95.5, drawn)) : drawn;
  const denominator = random.int(400, 2400);
  const numerator = Math.round((Math.min(100, Math.max(0, share)) / 100) * denominator);
  return { subjectId, metric: label, period, unit, counts: [numerator, denominator] };
}

/** The third party comes in January and July, the public is asked every quarter. */
function opinionsOn(random: Random, offices: readonly Office[], year: number): Opinion[] {
  const score = (mean: number) => Math.min(100, tenths(random.around(mean, 3)));
  return offices.flatMap(({ id }) => [
    ...[`${year}-01`, `${year}-07`].map((period): Opinion => ({ subjectId: id, source: "第三方", period, score: score(88) })),
    ...quartersOf(year).map((period): Opinion => ({ subjectId: id, source: "群众评议", period, score: score(91) })),
  ]);
}

function awards(offices: readonly Office[]): Turn[] {
  return offices.slice(0, 8).map(({ id }, place) => {
    return { id: `TWS${place + 1}`, subjectId: id, event: "授旗", on: place < 6 ? "2022-04-10" : "2022-07-10" };
  });
}
