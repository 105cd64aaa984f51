import type { PersonRole, WindowRole, WindowRoleOf2022 } from "./casting.ts";
import { missingCityMonth, missingWindowMonths } from "./gaps.ts";
import type { Province } from "./province.ts";
import { changesHandedIn, windowChanges } from "./window-changes.ts";

/** A case that the rules must get right, and where it stands in the sample. */
export interface HardCase {
  readonly id: string;
  readonly year: number;
  readonly subjects: readonly string[];
  readonly zh: string;
  readonly en: string;
}

type Text = readonly [zh: string, en: string];

const windowTexts: Readonly<Record<WindowRole, Text>> = {
  "three-bad": ["浙江政务服务网（含浙里办）非客观差评 3 件：接近否决", "3 counted bad reviews: one short of a veto"],
  "four-bad": ["非客观差评 4 件：一票否决", "4 counted bad reviews: vetoed"],
  "five-bad": ["非客观差评 5 件：一票否决", "5 counted bad reviews: vetoed"],
  "four-bad-one-objective": ["差评 4 件，其中 1 件客观：计 3 件，不否决", "4 bad reviews of which 1 is objective: 3 counted, not vetoed"],
  "three-bad-one-undecided": ["非客观 3 件、未裁定 1 件：待认定", "3 counted and 1 undecided: pending"],
  "four-bad-one-at-the-hall": [
    "非客观 4 件，其中 1 件来自其他渠道：计 3 件，不否决",
    "4 not objective, 1 of them through another channel: 3 counted, not vetoed",
  ],
  "discipline-found": ["违纪违法查实：一票否决", "violation of discipline or law found true: vetoed"],
  "discipline-not-found": ["反映违纪，未查实：不否决", "alleged violation not found true: not vetoed"],
  "handling-error-pending": ["办件差错调查中：待认定", "handling error under inquiry: pending"],
  "honours-beyond-cap": ["荣誉 8+5+3=16 分，封顶 8 分", "honours of 8+5+3=16 points, capped at 8"],
  "innovations-beyond-cap": ["新举措 4 项，封顶 2 分", "4 new measures, capped at 2 points"],
  "honour-at-two-levels": ["同一荣誉市级、省级各一次，只计省级 5 分", "one honour at city and provincial level: counts once, 5 points"],
  "honour-just-outside": [
    "省级荣誉 2020-08-29 授予，早于近三年一天，不计；县级计 1 分",
    "provincial honour awarded one day before the 36 months: not counted; the county's counts 1",
  ],
  "self-score-far-above": ["自评满分，评价分很低", "self score full, assessed score low"],
};

const textsOf2022: Readonly<Record<WindowRoleOf2022, Text>> = {
  "blank-cell": [
    "专家G4 的评分表有一格空白：该表不完整，默认不计入",
    "one cell of grader G4's sheet is blank: the sheet is incomplete and by default takes no part",
  ],
  "below-the-floor": [
    "专家G5 对组织领导扣 9 分又酌情扣 2 分：低于 0 分，按 0 分计",
    "grader G5 takes 9 and then 2 more of the 10 points of item 1: the floor is 0",
  ],
  "falsified-found": ["弄虚作假查实：一票否决", "falsified material found true: vetoed"],
};

const personTexts: Readonly<Record<PersonRole, Text>> = {
  "one-complaint": ["态度质量投诉属实 1 件：接近否决", "1 service complaint found true: one short of a veto"],
  "two-complaints": ["态度质量投诉属实 2 件：一票否决", "2 service complaints found true: vetoed"],
  "one-complaint-one-undecided": ["投诉属实 1 件、待核实 1 件：待认定", "1 complaint found true and 1 open: pending"],
  "two-bad-reviews": ["非客观差评 2 件：一票否决", "2 counted bad reviews: vetoed"],
  "integrity-found": ["违反廉洁规定查实：一票否决", "integrity rules broken, found true: vetoed"],
};

const tieTexts: Readonly<Record<Province["ties"][number]["kind"], Text>> = {
  whole: ["总分、差评、好评率全同：并列", "equal total, bad reviews and good rate: one rank"],
  bad_reviews: ["总分相同，差评少者在前", "equal total, fewer counted bad reviews first"],
  good_rate: ["总分、差评相同，好评率高者在前", "equal total and bad reviews, higher good rate first"],
};

function named<Role extends string>(
  year: number,
  cast: ReadonlyMap<Role, { readonly subjectId: string }>,
  texts: Readonly<Record<Role, Text>>,
): HardCase[] {
  return [...cast].map(([role, { subjectId }]) => {
    const [zh, en] = texts[role];
    return { id: role, year, subjects: [subjectId], zh, en };
  });
}

/** All hard cases with their subjects. */
export function hardCases(province: Province): HardCase[] {
  const { roles, ties, windows, nominations } = province;
  const subjectOf = (applicationId: string) => nominations.find((one) => one.applicationId === applicationId)?.subjectId ?? applicationId;
  return [
    ...named(2023, roles.windows, windowTexts),
    ...named(2023, roles.persons, personTexts),
    ...ties.map(({ place, kind, applicationIds }): HardCase => {
      const [zh, en] = tieTexts[kind];
      return {
        id: `tie-at-${place}`,
        year: 2023,
        subjects: applicationIds.map(subjectOf),
        zh: `第 ${place} 名：${zh}`,
        en: `place ${place}: ${en}`,
      };
    }),
    ...named(2022, roles.windowsOf2022, textsOf2022),
    {
      id: "renamed",
      year: 2022,
      subjects: windows.filter(({ nameUntil2021 }) => nameUntil2021).map(({ id }) => id),
      zh: "窗口改名，编号不变",
      en: "a window renamed under the same id",
    },
    ...windowChanges.map(({ from, to, kind, on }): HardCase => {
      const isMerger = kind === "合并";
      return {
        id: isMerger ? "merged" : "renumbered",
        year: changesHandedIn,
        subjects: isMerger ? [from, to] : [to],
        zh: isMerger ? `窗口合并：${from} 于 ${on} 并入 ${to}` : `窗口重新编号：2021 年的材料里是 ${from}，${on} 起为 ${to}`,
        en: isMerger ? `a merger: ${from} went into ${to} on ${on}` : `a new number: ${from} in the files of 2021, ${to} from ${on} on`,
      };
    }),
    {
      id: "county-abolished",
      year: 2021,
      subjects: windows.filter(({ before }) => before).map(({ id }) => id),
      zh: "2021-04-09 杭州区划调整：2021 年名录在原下城、江干、余杭、萧山区，2022 年起在拱墅、上城、临平、钱塘区",
      en: "Hangzhou's districts changed on 2021-04-09: one county in the register of 2021, another from 2022 on",
    },
    {
      id: "missing-city-month",
      year: 2022,
      subjects: [missingCityMonth.city],
      zh: `整个城市缺 ${missingCityMonth.month} 的统计`,
      en: `a whole city without figures for ${missingCityMonth.month}`,
    },
    {
      id: "missing-window-months",
      year: 2021,
      subjects: [...new Set(missingWindowMonths.map(({ window }) => window))],
      zh: `个别窗口缺月：${missingWindowMonths.map(({ window, month }) => `${window} ${month}`).join("，")}`,
      en: "single windows without figures for a month",
    },
  ];
}
