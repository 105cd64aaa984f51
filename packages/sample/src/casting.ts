import type { CastBadReview } from "./bad-reviews.ts";
import type { CastHonour } from "./honours.ts";
import type { Nomination } from "./nominations.ts";
import type { Random } from "./random.ts";

/** The parts that nominated subjects play so that every rule is met by someone. */
export const windowRoles = [
  "three-bad",
  "four-bad",
  "five-bad",
  "four-bad-one-objective",
  "three-bad-one-undecided",
  "four-bad-one-at-the-hall",
  "discipline-found",
  "discipline-not-found",
  "handling-error-pending",
  "honours-beyond-cap",
  "innovations-beyond-cap",
  "honour-at-two-levels",
  "honour-just-outside",
  "self-score-far-above",
] as const;
export type WindowRole = (typeof windowRoles)[number];

export const personRoles = [
  "one-complaint",
  "two-complaints",
  "one-complaint-one-undecided",
  "two-bad-reviews",
  "integrity-found",
] as const;
export type PersonRole = (typeof personRoles)[number];

export const windowRolesOf2022 = ["blank-cell", "below-the-floor", "falsified-found"] as const;
export type WindowRoleOf2022 = (typeof windowRolesOf2022)[number];

/** Gives each role to another nomination, in a drawn order. */
export function castRoles<Role extends string>(
  random: Random,
  roles: readonly Role[],
  nominations: readonly Nomination[],
): ReadonlyMap<Role, Nomination> {
  const order = random.shuffle(nominations);
  return new Map(
    roles.map((role, index) => {
      const nomination = order[index];
      if (!nomination) throw new RangeError(`nobody is left for ${role}`);
      return [role, nomination];
    }),
  );
}

/** Who may not be ranked, whatever the total: they stand outside the order in which ties are placed. */
export const vetoedRoles: readonly WindowRole[] = ["four-bad", "five-bad", "discipline-found"];

const review = (month: number, cause: CastBadReview["cause"], counted = true): CastBadReview => ({ month, cause, counted });
const three = [review(2, "非客观"), review(5, "非客观"), review(9, "非客观")];
const four = [...three, review(11, "非客观")];

/** Each role's bad reviews of 2023: these and no others. */
export const castBadReviews: Partial<Record<WindowRole, readonly CastBadReview[]>> = {
  "three-bad": three,
  "four-bad": four,
  "five-bad": [...four, review(7, "非客观")],
  "four-bad-one-objective": [...three, review(6, "客观")],
  "three-bad-one-undecided": [...three, review(10, "未裁定")],
  "four-bad-one-at-the-hall": [...three, review(4, "非客观", false)],
};

/** The bad reviews of 2023 of windows that share a total, by how many of them count. */
export function tiedBadReviews(counted: 0 | 1 | 2): CastBadReview[] {
  return [review(6, "客观"), ...[review(3, "非客观"), review(9, "非客观")].slice(0, counted)];
}

/** Months change places in pairs of like season, so that two windows have the same year in another order. */
export const twinMonth = (month: number): number => (month <= 2 ? month : month % 2 === 1 ? month + 1 : month - 1);

/** The deadline of 2023 is 08-30, so 36 months reach back to 2020-08-30. */
export const castHonours: Partial<Record<WindowRole, readonly CastHonour[]>> = {
  "honours-beyond-cap": [
    { title: "示例·全国青年文明号", level: "国家级", awardedOn: "2022-03-08" },
    { title: "示例·省巾帼文明岗", level: "省部级", awardedOn: "2021-12-15" },
    { title: "示例·市级文明窗口", level: "设区市级", awardedOn: "2023-01-10" },
  ],
  "honour-at-two-levels": [
    { title: "示例·文明窗口", level: "设区市级", awardedOn: "2021-11-20" },
    { title: "示例·文明窗口", level: "省部级", awardedOn: "2022-12-20" },
  ],
  "honour-just-outside": [
    { title: "示例·省级青年文明号", level: "省部级", awardedOn: "2020-08-29" },
    { title: "示例·县级先进集体", level: "县级", awardedOn: "2022-05-18" },
  ],
};

export const castInnovations: Partial<Record<WindowRole, number>> = { "innovations-beyond-cap": 4 };
