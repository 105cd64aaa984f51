/**
 * What a command tells the shell. `rejected` is no failure: everything that could be loaded was, but some rows or files were refused, so a
 * script should stop and have someone look at the report.
 */
export const exitCodes = { ok: 0, failed: 1, usage: 2, rejected: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
