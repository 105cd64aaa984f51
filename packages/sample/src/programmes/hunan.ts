import { createRandom, type Random } from "../random.ts";
import { type Column, layOut, type Table } from "../table.ts";
import { type Programme, planned, tenths } from "./programme.ts";
import { type Entry, entryTable, type Office, type Opinion, officeTable, opinionTable, turnTable } from "./programme-tables.ts";

const scheme = "hunan-2011";
const year = 2011;
const cities = [
  { code: "430100", name: "长沙市" },
  { code: "430200", name: "株洲市" },
  { code: "430300", name: "湘潭市" },
  { code: "430600", name: "岳阳市" },
];
const domains = ["行政许可", "市政公用", "公园景区", "房地产交易与权属登记", "物业管理", "住房公积金管理", "12319 服务热线"];
const points = [
  ...["亮身份", "亮形象", "亮承诺", "创岗位", "创窗口", "创品牌", "群众评", "党员评", "领导评", "比技能", "比作风", "比业绩"],
  ...["公开事项", "公开依据", "公开规定", "公开程序", "公开结果"],
];

interface Look {
  readonly subjectId: string;
  readonly point: string;
  readonly kept: boolean;
  readonly on: string;
}

/** Hunan 2011: four inputs without weights, five checklists, and units that were ordered to rectify. */
export function hunan(seed: number): Programme {
  const random = createRandom(seed, scheme);
  const offices = domains.flatMap((domain, place) => [0, 1].map((second): Office => officeOf(random, domain, 2 * place + second)));
  const entries = offices.map(
    ({ id, name }): Entry => ({ id: `HN11-${id.slice(2)}`, honour: "群众满意窗口", subjectId: id, subjectName: name, kind: "窗口" }),
  );
  return {
    id: scheme,
    name: "示例：湖南 2011 为民服务创先争优 / Sample: Hunan 2011",
    asOf: {},
    shows: [
      ["四项没有权重：默认相同，可另选，名次随之变动", "four inputs without weights: equal by default; another choice moves the ranks"],
      ["一个窗口有一点没有检查，补齐之前不计分", "one window has a point that nobody looked at and is not scored until somebody does"],
      ["一点先未做到、复查做到，以复查为准", "a point not kept at first and kept when it was looked at again counts as kept"],
      [
        "限期整改：一家按期完成，一家逾期被通报，一家没有写明期限",
        "ordered to rectify: one in time, one overdue and criticised, one without a date",
      ],
    ],
    files: [
      planned("1-名录/窗口名录-2011", [officeTable(scheme, year, offices)]),
      planned("2-申报/推荐汇总-2011", [entryTable(scheme, year, entries)]),
      planned("3-测评/四项评价-2011", [opinionTable(scheme, "2011年推荐、考核、点评与评议", opinionsOn(random, offices))]),
      planned("4-清单/三亮三创三评三比五公开-2011", [lookTable(looksAt(random, offices))], "gb18030"),
      planned("5-督促检查/限期整改-2011", [turnTable(scheme, "2011年限期整改与通报", turns)]),
    ],
  };
}

function officeOf(random: Random, domain: string, place: number): Office {
  const number = String(place + 1).padStart(2, "0");
  const city = cities[place % cities.length] ?? { code: "430100", name: "长沙市" };
  return {
    id: `HN${number}`,
    name: `示例${domain.replace(/^12319 /u, "")}窗口${number}`,
    city,
    county: null,
    level: "市级",
    domain,
    unit: "示例市级主管单位",
    staff: random.int(3, 12),
  };
}

function opinionsOn(random: Random, offices: readonly Office[]): Opinion[] {
  const sources = ["推荐", "考核得分", "领导点评", "群众评议"];
  return offices.flatMap(({ id }) =>
    sources.map((source): Opinion => ({ subjectId: id, source, period: "2011", score: Math.min(100, tenths(random.around(86, 5))) })),
  );
}

/** Every point of every window once in November, one of them again in December, one of them not at all. */
function looksAt(random: Random, offices: readonly Office[]): Look[] {
  const looks = offices.flatMap(({ id }) =>
    points.map((point): Look => ({ subjectId: id, point, kept: random.chance(0.86), on: "2011-11-30" })),
  );
  const isMissing = ({ subjectId, point }: Look) => subjectId === "HN14" && point === "公开结果";
  const isRepeated = ({ subjectId, point }: Look) => subjectId === "HN02" && point === "亮承诺";
  return looks
    .filter((look) => !isMissing(look))
    .flatMap((look) =>
      isRepeated(look)
        ? [
            { ...look, kept: false },
            { ...look, kept: true, on: "2011-12-15" },
          ]
        : [look],
    );
}

function lookTable(looks: readonly Look[]): Table {
  const columns: Column<Look>[] = [
    { header: "方案编号", width: 16, cell: () => scheme },
    { header: "对象编号", width: 10, cell: ({ subjectId }) => subjectId },
    { header: "清单要点", width: 14, cell: ({ point }) => point },
    { header: "是否做到", width: 10, cell: ({ kept }) => (kept ? "做到" : "未做到") },
    { header: "检查日期", width: 12, cell: ({ on }) => on },
    { header: "佐证", width: 20, cell: ({ kept }) => (kept ? null : "示例检查记录") },
  ];
  return layOut("清单", "2011年清单检查记录", [], columns, looks);
}

const turns = [
  { id: "HNS1", subjectId: "HN05", event: "责令限期整改", on: "2011-11-01", due: "2011-11-30" },
  { id: "HNS2", subjectId: "HN05", event: "完成整改", on: "2011-11-25" },
  { id: "HNS3", subjectId: "HN09", event: "责令限期整改", on: "2011-11-01", due: "2011-11-30" },
  { id: "HNS4", subjectId: "HN09", event: "完成整改", on: "2011-12-12" },
  { id: "HNS5", subjectId: "HN12", event: "责令限期整改", on: "2011-12-05" },
];
