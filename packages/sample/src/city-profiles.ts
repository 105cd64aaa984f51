import type { SampleYear } from "./years.ts";

/** How the invented administration of a real city does. Nothing here describes the real city. */
export interface CityProfile {
  /** 0 poor – 1 excellent. */
  readonly quality: number;
  readonly trend: Readonly<Record<SampleYear, number>>;
  /** Cases of a window against the province's mean. */
  readonly volume: number;
  /** Share of cases that the applicant rates. */
  readonly activeShare: number;
  /** Windows and persons nominated a year, at most 4 and 6. */
  readonly windows: number;
  readonly persons: number;
}

/** The city that falls in 2023 and the one that climbs: a leader must be able to find both. */
export const fallingCity = "330600";
export const climbingCity = "331100";

export const cityProfiles: Readonly<Record<string, CityProfile>> = {
  "330100": profile(0.68, [0, 0.01, 0.02], 1.5, 0.62, 4, 6),
  "330200": profile(0.66, [-0.02, 0, 0.02], 1.35, 0.59, 4, 6),
  "330300": profile(0.58, [0, 0.01, 0.02], 1.2, 0.56, 4, 6),
  "330400": profile(0.63, [0.01, 0, 0.01], 1, 0.6, 4, 6),
  "330500": profile(0.65, [0, 0.02, 0.03], 0.8, 0.63, 4, 6),
  [fallingCity]: profile(0.64, [0.02, 0, -0.26], 1, 0.58, 4, 6),
  "330700": profile(0.57, [0, 0.02, 0.03], 1.05, 0.57, 4, 6),
  "330800": profile(0.6, [-0.01, 0, 0.01], 0.6, 0.6, 3, 5),
  "330900": profile(0.59, [0.01, 0, 0], 0.4, 0.55, 3, 4),
  "331000": profile(0.56, [0.02, 0, 0.01], 1, 0.54, 4, 6),
  [climbingCity]: profile(0.58, [-0.2, -0.06, 0.2], 0.55, 0.52, 4, 6),
};

/** Windows of the province itself belong to no city. */
export const provincialProfile: CityProfile = profile(0.66, [0, 0, 0], 1.6, 0.6, 0, 0);

export const profileOf = (cityCode: string | null): CityProfile => (cityCode && cityProfiles[cityCode]) || provincialProfile;

function profile(
  quality: number,
  [y2021, y2022, y2023]: readonly [number, number, number],
  volume: number,
  activeShare: number,
  windows: number,
  persons: number,
): CityProfile {
  return { quality, trend: { 2021: y2021, 2022: y2022, 2023: y2023 }, volume, activeShare, windows, persons };
}
