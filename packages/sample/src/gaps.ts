import type { SampleWindow } from "./windows.ts";

/** Nobody in this city handed in figures for this month. */
export const missingCityMonth = { city: "330900", month: "2022-07" } as const;

/** Single windows that left a month out. */
export const missingWindowMonths: readonly { readonly window: string; readonly month: string }[] = [
  { window: "W0077", month: "2021-11" },
  { window: "W0156", month: "2022-03" },
  { window: "W0156", month: "2022-04" },
  { window: "W0251", month: "2022-12" },
  { window: "W0333", month: "2023-08" },
];

export function isMissing(window: SampleWindow, month: string): boolean {
  if (window.city?.code === missingCityMonth.city && month === missingCityMonth.month) return true;
  return missingWindowMonths.some((gap) => gap.window === window.id && gap.month === month);
}

/** Whether a month of the window's own is missing: a window with a part to play must have them all. */
export const hasGap = (window: SampleWindow): boolean => missingWindowMonths.some((gap) => gap.window === window.id);
