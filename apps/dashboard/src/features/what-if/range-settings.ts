/** What `mingchuang robustness` takes too, so that the page and the command tell the same ranges. */
export const rangeSettings = { seed: 20_230_928, draws: 1_000, margin: 10 } as const;
