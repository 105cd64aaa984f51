/** What `data/sample` was generated from; the same settings give the same bytes. */
export const sampleSeed = 20230423;
export const sampleYears = [2021, 2022, 2023] as const;
