import { createRandom, type Random } from "../random.ts";
import { type Column, layOut } from "../table.ts";
import { type Programme, planned, tenths, textOf } from "./programme.ts";
import {
  type Clerk,
  clerkTable,
  type Entry,
  entryTable,
  type Office,
  type Opinion,
  officeTable,
  opinionTable,
} from "./programme-tables.ts";

const scheme = "suzhou-2019";
const year = 2019;
const city = { code: "320500", name: "苏州市" };
const counties = [
  { code: "320508", name: "姑苏区" },
  { code: "320505", name: "虎丘区" },
  { code: "320506", name: "吴中区" },
  { code: "320507", name: "相城区" },
  { code: "320509", name: "吴江区" },
  { code: "320581", name: "常熟市" },
  { code: "320582", name: "张家港市" },
  { code: "320583", name: "昆山市" },
  { code: "320585", name: "太仓市" },
];
const tiers = {
  A: { label: "市、区审批局", name: "示例审批局", units: 10 },
  B: { label: "开发区、镇审批局", name: "示例开发区审批局", units: 9 },
  C: { label: "交易中心、便民中心（12345）", name: "示例便民中心", units: 7 },
  D: { label: "局机关、直属单位、大厅窗口", name: "示例直属单位", units: 8 },
} as const;
type Tier = keyof typeof tiers;
const tierIds = Object.keys(tiers) as Tier[];
const hall = "示例审批局政务服务大厅";
const hallWindows = 13;
const inTime = "2019-12-16 10:00:00";
const late = "2019-12-19 09:00:00";

interface Suzhou {
  readonly units: readonly (Office & { readonly tierId: Tier })[];
  readonly windows: readonly Office[];
  readonly clerks: readonly (Clerk & { readonly tierId: Tier })[];
}

/** Suzhou 2019: four honours, places by tier, ranks put together, applications that are late, too long, too many. */
export function suzhou(seed: number): Programme {
  const random = createRandom(seed, scheme);
  const world = build(random);
  const projects = projectEntries(random, world);
  const collectives = collectiveEntries(world);
  const stars = starEntries(world);
  const workers = workerEntries(world);
  const opinions = [
    ...[...projects, ...collectives, ...stars, ...workers].map((entry) => opinionOn(random, entry)),
    ...hallOpinions(random, world.windows),
  ];
  return {
    id: scheme,
    name: "示例：苏州 2019 双争双创 / Sample: Suzhou 2019",
    asOf: {},
    shows: [
      [
        "逾期申报、材料超过 1000 字、项目启动过早、一个单位报三个项目",
        "a late application, a text over 1,000 characters, a project begun too early, three projects of one unit",
      ],
      [
        "只有 1 人的大厅窗口不符合条件；缺第三方调查的窗口没有总排名",
        "a hall window with a staff of one; a window without a survey has no composite rank",
      ],
      ["已推荐标兵单位的不再推荐先进集体", "a unit recommended as model unit is not taken as a collective"],
      [
        "查实的行政处罚使人不符合条件，在查的违法使人待认定，2018 年的处分不计",
        "a penalty found true, a breach under inquiry, and one of 2018 that does not count",
      ],
    ],
    files: [
      planned("1-名录/单位与窗口名录-2019", [officeTable(scheme, year, [...world.units, ...world.windows])]),
      planned("1-名录/人员名录-2019", [clerkTable(scheme, year, world.clerks)]),
      planned(
        "2-申报/申报汇总-2019",
        [projects, collectives, stars, workers].map((entries) => entryTable(scheme, year, entries)),
      ),
      planned("3-测评/测评-2019", [opinionTable(scheme, "2019年测评汇总", opinions)]),
      planned("4-查实事项/查实事项-2019", [findingTable(stars, workers)]),
    ],
  };
}

function build(random: Random): Suzhou {
  const units = tierIds.flatMap((tierId) =>
    Array.from({ length: tiers[tierId].units }, (_, place) => {
      const county = counties[tierId === "D" ? 0 : place % counties.length] ?? null;
      const name = `${tiers[tierId].name}${String(place + 1).padStart(2, "0")}`;
      const id = `SZ${tierId}${String(place + 1).padStart(2, "0")}`;
      const level = tierId === "D" ? ("市级" as const) : ("县级" as const);
      return { id, name, city, county, level, tier: tiers[tierId].label, unit: name, staff: random.int(12, 60), tierId };
    }),
  );
  const windows = Array.from({ length: hallWindows }, (_, place): Office => {
    const id = `SZW${String(place + 1).padStart(2, "0")}`;
    const staff = place === hallWindows - 1 ? 1 : random.int(2, 9);
    return {
      id,
      name: `示例大厅窗口${String(place + 1).padStart(2, "0")}`,
      city,
      county: counties[0] ?? null,
      level: "市级",
      tier: tiers.D.label,
      unit: hall,
      staff,
    };
  });
  const homes = [...units, ...windows.map((window) => ({ ...window, tierId: "D" as const }))];
  const seats = homes.flatMap(({ id, tierId }) => Array.from({ length: 2 }, () => ({ officeId: id, tierId })));
  const clerks = seats.map((seat, place) => {
    const nth = seats.slice(0, place).filter(({ tierId }) => tierId === seat.tierId).length;
    return {
      ...seat,
      id: `SZP${String(place + 1).padStart(3, "0")}`,
      name: `职员戊${String(place + 1).padStart(4, "0")}`,
      joinedOn: `${random.int(2008, 2017)}-0${random.int(1, 9)}-15`,
      onStaff: true,
      frontLine: true,
      ...exceptionalClerks[`${seat.tierId}${nth}`],
    };
  });
  return { units, windows, clerks };
}

/** By tier and place in it: one is not front-line; three do not fit what an advanced worker must be. */
const exceptionalClerks: Readonly<Record<string, Partial<Clerk>>> = {
  B0: { frontLine: false },
  A6: { joinedOn: "2019-04-01" },
  A7: { leftOn: "2019-11-30" },
  A8: { onStaff: false },
};

const entryId = (honour: string, place: number) => `SZ19-${honour}-${String(place + 1).padStart(2, "0")}`;

/** How many projects each of the first units of a tier hands in; the first unit of the first tier one too many. */
const projectsOf: Readonly<Record<Tier, readonly number[]>> = {
  A: [3, 2, 1, 1, 1],
  B: [2, 1, 1, 1, 1, 1, 1],
  C: [2, 1, 1, 1, 1],
  D: [2, 2, 2, 1, 1],
};

function projectEntries(random: Random, { units }: Suzhou): Entry[] {
  const owners = tierIds.flatMap((tierId) =>
    projectsOf[tierId].flatMap((count, place) =>
      Array.from({ length: count }, () => units.filter((unit) => unit.tierId === tierId)[place]),
    ),
  );
  const exceptional: Readonly<Record<number, Partial<Entry>>> = {
    8: { submittedAt: late },
    9: { beganOn: "2018-06-30" },
    16: { deeds: textOf(1001) },
    22: { inUse: false },
    23: { inUse: null },
  };
  return owners.flatMap((owner, place): Entry[] => {
    if (owner === undefined) return [];
    const number = String(place + 1).padStart(2, "0");
    const entry: Entry = {
      id: entryId("X", place),
      honour: "改革创新标兵单位",
      subjectId: `SZX${number}`,
      subjectName: `示例改革项目${number}`,
      kind: "项目",
      unit: owner.name,
      tier: owner.tier ?? "",
      submittedAt: inTime,
      beganOn: `2018-${random.pick(["07", "09", "11", "12"])}-01`,
      inUse: true,
      deeds: textOf(random.int(600, 1000)),
    };
    return [{ ...entry, ...exceptional[place] }];
  });
}

function collectiveEntries({ units, windows }: Suzhou): Entry[] {
  const chosen = [...units.filter(({ tierId, id }) => Number(id.slice(3)) >= { A: 5, B: 6, C: 5, D: 6 }[tierId]), ...windows];
  return chosen.map((office, place): Entry => {
    const isWindow = windows.includes(office);
    return {
      id: entryId("J", place),
      honour: "为民服务工作先进集体",
      subjectId: office.id,
      subjectName: office.name,
      kind: isWindow ? "窗口" : "单位",
      unit: office.unit,
      tier: office.tier ?? "",
      submittedAt: office.id === "SZW12" ? late : inTime,
      deeds: textOf(700 + place),
    };
  });
}

function personEntry(honour: string, letter: string, clerk: Suzhou["clerks"][number], place: number, units: readonly Office[]): Entry {
  const office = units.find(({ id }) => id === clerk.officeId);
  return {
    id: entryId(letter, place),
    honour,
    subjectId: clerk.id,
    subjectName: clerk.name,
    kind: "人员",
    unit: office?.unit ?? "",
    tier: tiers[clerk.tierId].label,
    recommender: office?.unit ?? "",
    submittedAt: inTime,
    deeds: textOf(500 + 7 * place),
  };
}

function clerksOf({ clerks }: Suzhou, counts: Readonly<Record<Tier, number>>, skip: Readonly<Record<Tier, number>>): Suzhou["clerks"] {
  return tierIds.flatMap((tierId) => clerks.filter((clerk) => clerk.tierId === tierId).slice(skip[tierId], skip[tierId] + counts[tierId]));
}

function starEntries(world: Suzhou): Entry[] {
  const offices = [...world.units, ...world.windows];
  const people = clerksOf(world, { A: 6, B: 4, C: 3, D: 12 }, { A: 0, B: 0, C: 0, D: 0 });
  return people.map((clerk, place) => {
    const entry = personEntry("窗口服务明星", "S", clerk, place, offices);
    return place === 12 ? { ...entry, submittedAt: late } : entry;
  });
}

function workerEntries(world: Suzhou): Entry[] {
  const offices = [...world.units, ...world.windows];
  return clerksOf(world, { A: 6, B: 6, C: 6, D: 3 }, { A: 6, B: 6, C: 6, D: 12 }).map((clerk, place) =>
    personEntry("先进工作者", "G", clerk, place, offices),
  );
}

/** 民主测评 of everybody who applies; two persons of the last tier are level. */
function opinionOn(random: Random, { id, subjectId }: Entry): Opinion {
  const score = id === "SZ19-S-23" || id === "SZ19-S-24" ? 90.5 : tenths(random.around(91, 3));
  return { subjectId, source: "民主测评", period: "2019", score: Math.min(100, score) };
}

/** 双月考核 as places, 第三方调查 as scores; one window was left out of the survey. */
function hallOpinions(random: Random, windows: readonly Office[]): Opinion[] {
  const rounds = ["2019-02", "2019-04", "2019-06", "2019-08", "2019-10", "2019-12"].flatMap((period) =>
    random.shuffle(windows).map(({ id }, place): Opinion => ({ subjectId: id, source: "双月考核", period, rank: place + 1 })),
  );
  const survey = windows
    .filter(({ id }) => id !== "SZW11")
    .map(({ id }): Opinion => ({ subjectId: id, source: "第三方", period: "2019", score: tenths(random.around(88, 4)) }));
  return [...rounds, ...survey];
}

function findingTable(stars: readonly Entry[], workers: readonly Entry[]) {
  type Row = { id: string; subject: string; rule: string; status: string; reported: string; decided: string | null };
  const subject = (entries: readonly Entry[], place: number) => entries[place]?.subjectId ?? "";
  const rows: Row[] = [
    { id: "SZF1", subject: subject(stars, 2), rule: "行政处罚", status: "查实", reported: "2019-04-10", decided: "2019-06-20" },
    { id: "SZF2", subject: subject(stars, 20), rule: "违法", status: "调查中", reported: "2019-11-05", decided: null },
    { id: "SZF3", subject: subject(workers, 4), rule: "党纪处分", status: "查实", reported: "2018-08-01", decided: "2018-10-12" },
    { id: "SZF4", subject: subject(workers, 8), rule: "严重失信", status: "未查实", reported: "2019-03-02", decided: "2019-05-01" },
  ];
  const columns: Column<Row>[] = [
    { header: "事项编号", width: 10, cell: ({ id }) => id },
    { header: "对象编号", width: 10, cell: (row) => row.subject },
    { header: "事项类别", width: 14, cell: ({ rule }) => rule },
    { header: "认定状态", width: 10, cell: ({ status }) => status },
    { header: "受理日期", width: 12, date: true, cell: ({ reported }) => reported },
    { header: "认定日期", width: 12, date: true, cell: ({ decided }) => decided },
  ];
  return layOut("查实事项", "2019年查实事项", [], columns, rows);
}
