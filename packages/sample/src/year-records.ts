import type { BadReview, CastBadReview } from "./bad-reviews.ts";
import { castBadReviews, type PersonRole, tiedBadReviews, twinMonth } from "./casting.ts";
import { buildComplaint, buildComplaints, type Complaint } from "./complaints.ts";
import { type Nomination, ofYear } from "./nominations.ts";
import type { SamplePerson } from "./people.ts";
import type { Placement } from "./placement.ts";
import { createRandom } from "./random.ts";
import type { ReviewCount } from "./review-counts.ts";
import { buildReviews } from "./reviews.ts";
import { bySubject, type Roles } from "./roles.ts";
import type { SampleWindow } from "./windows.ts";
import { type SampleYear, yearMonth } from "./years.ts";

export interface YearRecords {
  readonly counts: readonly ReviewCount[];
  readonly badReviews: readonly BadReview[];
  readonly complaints: readonly Complaint[];
}

/** The province as far as it is known before anyone reviews it. */
interface Stage {
  readonly windows: readonly SampleWindow[];
  readonly people: readonly SamplePerson[];
  readonly nominations: readonly Nomination[];
  readonly roles: Roles;
  readonly ties: Placement["ties"];
}

/** The reviews and complaints of one year. */
export function recordsOf(seed: number, year: SampleYear, stage: Stage): YearRecords {
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
