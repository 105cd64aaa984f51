import { profileOf } from "./city-profiles.ts";
import { isMissing } from "./gaps.ts";
import type { Random } from "./random.ts";
import { isOpenInMonth, qualityIn, type SampleWindow } from "./windows.ts";
import { monthNumbers, type SampleYear, yearMonth } from "./years.ts";

/** What a window did in a month, before anyone counted levels. */
export interface MonthVolume {
  readonly windowId: string;
  /** `YYYY-MM` */
  readonly month: string;
  readonly cases: number;
  readonly active: number;
}

export interface ReviewCount extends MonthVolume {
  /** Ratings given by the system when nobody rated. */
  readonly byDefault: number;
  /** Reviews of the levels 5, 4, 3, 2, 1; together `active`. */
  readonly levels: readonly [number, number, number, number, number];
}

const season = [0.93, 0.62, 1.13, 1.07, 1.02, 1.06, 1.03, 0.97, 1.07, 0.93, 1.08, 1.09];
const growth: Readonly<Record<SampleYear, number>> = { 2021: 0.93, 2022: 1, 2023: 1.08 };
const activeGrowth: Readonly<Record<SampleYear, number>> = { 2021: -0.015, 2022: 0, 2023: 0.015 };

/** One row for every month of the year on which the window was open and for which somebody handed in figures. */
export function buildVolumes(random: Random, window: SampleWindow, year: SampleYear): MonthVolume[] {
  const { activeShare } = profileOf(window.city?.code ?? null);
  return monthNumbers.flatMap((number) => {
    const month = yearMonth(year, number);
    const cases = Math.round(window.monthlyCases * growth[year] * (season[number - 1] ?? 1) * random.around(1, 0.05));
    const active = Math.round(cases * Math.min(0.85, random.around(activeShare + activeGrowth[year], 0.02)));
    if (!isOpenInMonth(window, month) || isMissing(window, month)) return [];
    return [{ windowId: window.id, month, cases, active }];
  });
}

/** Splits a month's active reviews over the five levels. `bad` are the month's bad reviews as they stand in the list of bad reviews. */
export function countLevels(
  random: Random,
  window: SampleWindow,
  year: SampleYear,
  volume: MonthVolume,
  bad: { readonly level2: number; readonly level1: number },
): ReviewCount {
  const quality = qualityIn(window, year);
  const good = volume.active - bad.level2 - bad.level1;
  const level3 = Math.round(good * Math.max(0, random.around(0.007 - 0.005 * quality, 0.001)));
  const level4 = Math.round(good * Math.max(0.004, random.around(0.075 - 0.055 * quality, 0.004)));
  const byDefault = Math.round((volume.cases - volume.active) * random.around(0.93, 0.01));
  return { ...volume, byDefault, levels: [good - level3 - level4, level4, level3, bad.level2, bad.level1] };
}
