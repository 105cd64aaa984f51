/** What is drawn unless something else is asked for, by the command and the page alike. The seed is the day of the notice of 2023. */
export const robustnessDefaults = { seed: 20_230_928, draws: 1_000, margin: 10 } as const;
