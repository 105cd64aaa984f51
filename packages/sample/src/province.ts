import { type Application, buildApplication } from "./applications.ts";
import { castHonours, castInnovations, vetoedRoles } from "./casting.ts";
import { type Finding, findingsOf } from "./findings.ts";
import { hasGap } from "./gaps.ts";
import { bonusPoints, buildHonours, buildInnovations, type HeldHonour, type Innovation } from "./honours.ts";
import { type Nomination, nominatePersons, nominateWindows, ofYear } from "./nominations.ts";
import { buildPeople, type SamplePerson } from "./people.ts";
import { type Placement, placeContenders, tiesOf2023 } from "./placement.ts";
import { createRandom } from "./random.ts";
import { assignRoles, bySubject, type Roles } from "./roles.ts";
import { drawPersonSheets, drawWindowSheets, type PersonSheet, replaceItem, type WindowSheet } from "./score-sheets.ts";
import { buildWindows, type SampleWindow } from "./windows.ts";
import { recordsOf, type YearRecords } from "./year-records.ts";
import { type SampleYear, sampleYears } from "./years.ts";

/** Everything that is true in the invented province, before anyone writes it into files. */
export interface Province {
  readonly seed: number;
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

/** Builds the whole province; the same seed gives the same province. */
export function buildProvince(seed: number): Province {
  const random = (label: string) => createRandom(seed, label);
  const windows = buildWindows(random("windows"));
  const people = buildPeople(random("people"), windows);
  const nominations = nominate(seed, windows, people);
  const roles = assignRoles(seed, nominations);
  const { honours, innovations } = decorate(seed, nominations, roles);
  const { windowSheets, ties } = score(seed, nominations, roles, honours, innovations);
  const personSheets = nominations.flatMap((nomination) =>
    nomination.person ? drawPersonSheets(random(`sheets/${nomination.applicationId}`), nomination) : [],
  );
  const years = new Map(sampleYears.map((year) => [year, recordsOf(seed, year, { windows, people, nominations, roles, ties })]));
  const boastful = roles.windows.get("self-score-far-above");
  return {
    seed,
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
    .map(({ applicationId, subjectId, window }) => ({
      applicationId,
      bonus: bonusPoints(subjectId, 2023, honours, innovations),
      sheets: drawn.get(applicationId) ?? [],
      mayTie: !roleOf.has(applicationId) && !hasGap(window),
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
