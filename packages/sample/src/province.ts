import { type Application, buildApplication } from "./applications.ts";
import type { BadReview, CastBadReview } from "./bad-reviews.ts";
import {
  castBadReviews,
  castHonours,
  castInnovations,
  castRoles,
  type PersonRole,
  personRoles,
  tiedBadReviews,
  twinMonth,
  vetoedRoles,
  type WindowRole,
  type WindowRoleOf2022,
  windowRoles,
  windowRolesOf2022,
} from "./casting.ts";
import { buildComplaint, buildComplaints, type Complaint } from "./complaints.ts";
import { buildFindings, type Finding } from "./findings.ts";
import { bonusPoints, buildHonours, buildInnovations, type HeldHonour, type Innovation } from "./honours.ts";
import { type Nomination, nominatePersons, nominateWindows } from "./nominations.ts";
import { buildPeople, type SamplePerson } from "./people.ts";
import { type Placement, placeContenders, tiesOf2023 } from "./placement.ts";
import { createRandom } from "./random.ts";
import type { ReviewCount } from "./review-counts.ts";
import { buildReviews } from "./reviews.ts";
import { drawPersonSheets, drawWindowSheets, type PersonSheet, replaceItem, type WindowSheet } from "./score-sheets.ts";
import { buildWindows, type SampleWindow } from "./windows.ts";
import { type SampleYear, sampleYears, yearMonth } from "./years.ts";

/** Everything that is true in the invented province, before anyone writes it into files. */
export interface Province {
  readonly windows: readonly SampleWindow[];
  readonly people: readonly SamplePerson[];
  readonly nominations: readonly Nomination[];
  readonly applications: readonly Application[];
  readonly honours: readonly HeldHonour[];
  readonly innovations: readonly Innovation[];
  readonly findings: readonly Finding[];
  readonly windowSheets: readonly WindowSheet[];
  readonly personSheets: readonly PersonSheet[];
  readonly years: ReadonlyMap<SampleYear, YearRecords>;
  readonly roles: Roles;
  readonly ties: Placement["ties"];
}

export interface YearRecords {
  readonly counts: readonly ReviewCount[];
  readonly badReviews: readonly BadReview[];
  readonly complaints: readonly Complaint[];
}

export interface Roles {
  readonly windows: ReadonlyMap<WindowRole, Nomination>;
  readonly windowsOf2022: ReadonlyMap<WindowRoleOf2022, Nomination>;
  readonly persons: ReadonlyMap<PersonRole, Nomination>;
}

/** Builds the whole province; the same seed gives the same province. */
export function buildProvince(seed: number): Province {
  const random = (label: string) => createRandom(seed, label);
  const windows = buildWindows(random("windows"));
  const people = buildPeople(random("people"), windows);
  const nominations = nominate(seed, windows, people);
  const roles = cast(seed, nominations);
  const { honours, innovations } = decorate(seed, nominations, roles);
  const { windowSheets, ties } = score(seed, nominations, roles, honours, innovations);
  const personSheets = nominations.flatMap((nomination) =>
    nomination.person ? drawPersonSheets(random(`sheets/${nomination.applicationId}`), nomination) : [],
  );
  const years = new Map(sampleYears.map((year) => [year, recordsOf(seed, year, { windows, people, nominations, roles, ties })]));
  const boastful = roles.windows.get("self-score-far-above");
  return {
    windows,
    people,
    nominations,
    applications: nominations.map((nomination) =>
      buildApplication(random(`application/${nomination.applicationId}`), nomination, honours, innovations, nomination === boastful),
    ),
    honours,
    innovations,
    findings: sampleYears.flatMap((year) => findingsOf(year, nominations, roles)),
    windowSheets,
    personSheets,
    years,
    roles,
    ties,
  };
}

function nominate(seed: number, windows: readonly SampleWindow[], people: readonly SamplePerson[]): Nomination[] {
  const earlier = new Set<string>();
  return sampleYears.flatMap((year) => {
    const chosen = nominateWindows(createRandom(seed, `nominations/${year}/windows`), windows, year, earlier);
    for (const { subjectId } of chosen) earlier.add(subjectId);
    return [...chosen, ...nominatePersons(createRandom(seed, `nominations/${year}/persons`), windows, people, year)];
  });
}

const ofYear = (nominations: readonly Nomination[], year: number, honour: Nomination["honour"]): Nomination[] =>
  nominations.filter((nomination) => nomination.year === year && nomination.honour === honour);

function cast(seed: number, nominations: readonly Nomination[]): Roles {
  const timesNominated = (nomination: Nomination) => nominations.filter(({ subjectId }) => subjectId === nomination.subjectId).length;
  const hasOneStory = ({ window }: Nomination) => window.nameUntil2021 === null && window.before === null;
  const windows2023 = ofYear(nominations, 2023, "红旗窗口").filter(hasOneStory);
  const nominatedWindows = new Set(windows2023.map(({ subjectId }) => subjectId));
  const windows2022 = ofYear(nominations, 2022, "红旗窗口").filter((one) => hasOneStory(one) && !nominatedWindows.has(one.subjectId));
  // A pending finding carries no day, so its subject stands in one year alone.
  const pending = castRoles(
    createRandom(seed, "roles/pending"),
    ["handling-error-pending"],
    windows2023.filter((one) => timesNominated(one) === 1),
  );
  const others = windowRoles.filter((role) => role !== "handling-error-pending");
  const rest = windows2023.filter((one) => ![...pending.values()].includes(one));
  return {
    windows: new Map<WindowRole, Nomination>([...pending, ...castRoles(createRandom(seed, "roles/windows"), others, rest)]),
    windowsOf2022: castRoles(createRandom(seed, "roles/2022"), windowRolesOf2022, windows2022),
    persons: castRoles(
      createRandom(seed, "roles/persons"),
      personRoles,
      ofYear(nominations, 2023, "服务先锋").filter(({ window }) => !nominatedWindows.has(window.id)),
    ),
  };
}

function bySubject<Value>(roles: Roles, values: Partial<Record<WindowRole, Value>>): Map<string, Value> {
  return new Map(
    [...roles.windows].flatMap(([role, { subjectId }]) => {
      const value = values[role];
      return value === undefined ? [] : [[subjectId, value] as const];
    }),
  );
}

function decorate(seed: number, nominations: readonly Nomination[], roles: Roles) {
  const noInnovation = { "honours-beyond-cap": 0, "honour-at-two-levels": 0, "honour-just-outside": 0 };
  return {
    honours: buildHonours(createRandom(seed, "honours"), nominations, bySubject(roles, castHonours)),
    innovations: buildInnovations(
      createRandom(seed, "innovations"),
      nominations,
      bySubject(roles, { ...noInnovation, ...castInnovations }),
    ),
  };
}

function score(
  seed: number,
  nominations: readonly Nomination[],
  roles: Roles,
  honours: readonly HeldHonour[],
  innovations: readonly Innovation[],
): { windowSheets: WindowSheet[]; ties: Placement["ties"] } {
  const roleOf = new Map([...roles.windows].map(([role, { applicationId }]) => [applicationId, role]));
  const drawn = new Map(
    nominations
      .filter(({ person }) => !person)
      .map((nomination) => {
        const random = createRandom(seed, `sheets/${nomination.applicationId}`);
        const poor = roleOf.get(nomination.applicationId) === "self-score-far-above" ? 0.08 : undefined;
        return [nomination.applicationId, drawWindowSheets(random, nomination, poor)] as const;
      }),
  );
  const contenders = ofYear(nominations, 2023, "红旗窗口")
    .filter(({ applicationId }) => !vetoedRoles.some((role) => role === roleOf.get(applicationId)))
    .map(({ applicationId, subjectId }) => ({
      applicationId,
      bonus: bonusPoints(subjectId, 2023, honours, innovations),
      sheets: drawn.get(applicationId) ?? [],
      mayTie: !roleOf.has(applicationId),
    }));
  const placement = placeContenders(createRandom(seed, "placement"), contenders, tiesOf2023);
  const overdrawn = roles.windowsOf2022.get("below-the-floor")?.applicationId;
  return {
    windowSheets: [...drawn].flatMap(([applicationId, sheets]) =>
      applicationId === overdrawn ? takeMoreThanThereIs(sheets) : (placement.sheets.get(applicationId) ?? sheets),
    ),
    ties: placement.ties,
  };
}

/** Grader G5 finds all three clauses of item 1 unmet (9 of 10 points) and takes off 2 more at discretion. */
function takeMoreThanThereIs(sheets: readonly WindowSheet[]): WindowSheet[] {
  const strictest = sheets.findIndex(({ grader }) => grader === "G5");
  return replaceItem(sheets, strictest, 0, (item) => ({
    unmet: item.clauses.map(() => true),
    minor: { halves: 4, reason: item.minor[0] ?? item.label },
  }));
}

interface Stage {
  readonly windows: readonly SampleWindow[];
  readonly people: readonly SamplePerson[];
  readonly nominations: readonly Nomination[];
  readonly roles: Roles;
  readonly ties: Placement["ties"];
}

function recordsOf(seed: number, year: SampleYear, stage: Stage): YearRecords {
  const { people, nominations, roles } = stage;
  const subjects = (honour: Nomination["honour"]) => new Set(ofYear(nominations, year, honour).map(({ subjectId }) => subjectId));
  const { casts, twins } = tiedWindows(stage);
  // Twins are equally busy in every year, or 2023 would stand out.
  const windows = stage.windows.map((window) => {
    const twin = stage.windows.find(({ id }) => id === twins.get(window.id));
    return twin ? { ...window, monthlyCases: twin.monthlyCases } : window;
  });
  const twoBadReviews = roles.persons.get("two-bad-reviews");
  const twice: readonly CastBadReview[] = [4, 10].map((month) => ({ month, cause: "非客观", counted: true }));
  const reviews = buildReviews(seed, windows, people, {
    year,
    casts: year === 2023 ? new Map([...bySubject(roles, castBadReviews), ...casts]) : new Map(),
    twins: year === 2023 ? twins : new Map(),
    nominatedWindows: subjects("红旗窗口"),
    nominatedPersons: subjects("服务先锋"),
    personCasts: year === 2023 && twoBadReviews ? new Map([[twoBadReviews.subjectId, twice]]) : new Map(),
  });
  const random = createRandom(seed, `complaints/${year}`);
  const drawn = buildComplaints(random, windows, people, year, subjects("服务先锋"));
  const given = year === 2023 ? castComplaints(seed, roles) : [];
  return {
    ...reviews,
    complaints: [...drawn, ...given].sort((a, b) => (`${a.receivedAt}${a.windowId}` < `${b.receivedAt}${b.windowId}` ? -1 : 1)),
  };
}

/** The bad reviews of windows with one total in 2023, and who is whose twin. */
function tiedWindows({ nominations, ties }: Stage): { casts: Map<string, CastBadReview[]>; twins: Map<string, string> } {
  const subject = (applicationId: string) => nominations.find((nomination) => nomination.applicationId === applicationId)?.subjectId ?? "";
  const casts = new Map<string, CastBadReview[]>();
  const twins = new Map<string, string>();
  for (const { kind, applicationIds } of ties) {
    const [first, second] = applicationIds.map(subject);
    if (first === undefined || second === undefined) continue;
    casts.set(first, tiedBadReviews(kind === "bad_reviews" ? 0 : 1));
    casts.set(second, tiedBadReviews(kind === "bad_reviews" ? 2 : 1));
    if (kind !== "whole") continue;
    casts.set(
      second,
      tiedBadReviews(1).map((review) => ({ ...review, month: twinMonth(review.month) })),
    );
    twins.set(second, first);
  }
  return { casts, twins };
}

/** What is found against the nominated persons of 2023. */
function castComplaints(seed: number, roles: Roles): Complaint[] {
  const random = createRandom(seed, "complaints/cast");
  const against = (role: PersonRole, month: number, verified: Complaint["verified"]) => {
    const nominee = roles.persons.get(role);
    if (!nominee) return [];
    const { window, person } = nominee;
    return [buildComplaint(random, { window, person, month: yearMonth(2023, month), nature: "投诉", verified, isService: true })];
  };
  return [
    ...against("one-complaint", 5, "属实"),
    ...against("two-complaints", 3, "属实"),
    ...against("two-complaints", 9, "属实"),
    ...against("one-complaint-one-undecided", 6, "属实"),
    ...against("one-complaint-one-undecided", 10, "待核实"),
  ];
}

function findingsOf(year: SampleYear, nominations: readonly Nomination[], roles: Roles): Finding[] {
  const { windows, windowsOf2022, persons } = roles;
  if (year === 2021) {
    const [first] = ofYear(nominations, 2021, "服务先锋");
    return buildFindings(year, [
      { subject: first, rule: "弄虚作假", status: "未查实", summary: "示例：反映事迹材料不实，经核查不成立。", decidedOn: "2021-09-16" },
    ]);
  }
  if (year === 2022) {
    return buildFindings(year, [
      {
        subject: windowsOf2022.get("falsified-found"),
        rule: "弄虚作假",
        status: "查实",
        summary: "示例：台账补造，经核查属实。",
        decidedOn: "2022-09-20",
      },
    ]);
  }
  return buildFindings(year, [
    {
      subject: windows.get("discipline-found"),
      rule: "违纪违法",
      status: "查实",
      summary: "示例：违规收取费用，经核查属实。",
      decidedOn: "2023-07-12",
    },
    {
      subject: windows.get("discipline-not-found"),
      rule: "违纪违法",
      status: "未查实",
      summary: "示例：反映收受礼品，经核查不成立。",
      decidedOn: "2023-08-03",
    },
    {
      subject: windows.get("handling-error-pending"),
      rule: "办件差错",
      status: "调查中",
      summary: "示例：反映错发证照造成损失，正在核查。",
    },
    {
      subject: persons.get("integrity-found"),
      rule: "违反廉洁规定",
      status: "查实",
      summary: "示例：违规接受宴请，经核查属实。",
      decidedOn: "2023-06-28",
    },
  ]);
}
