/** The programme years of the sample. All are evaluated under the 2023 edition. */
export const sampleYears = [2021, 2022, 2023] as const;
export type SampleYear = (typeof sampleYears)[number];

/** The day by which a year's applications are in, `YYYY-MM-DD`. */
export const applicationDeadline = (year: number): string => `${year}-08-30`;

export const isoDate = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** `YYYY-MM` */
export const yearMonth = (year: number, month: number): string => isoDate(year, month, 1).slice(0, 7);

export const monthNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** Minutes later on the civil clock (China keeps one time the whole year). */
export function addMinutes(timestamp: string, minutes: number): string {
  const later = new Date(Date.parse(`${timestamp.replace(" ", "T")}Z`) + minutes * 60_000);
  return later.toISOString().slice(0, 19).replace("T", " ");
}
