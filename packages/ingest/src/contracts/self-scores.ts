/** A column whose header starts so carries an applicant's own score for the item named after it: `自评·组织领导`. */
export const selfScorePrefix = "自评·";

const pattern = /^(?:自评|自评分)(?:[·•・:：_－-]+(.+)|[(（](.+)[)）])$/u;

/** The item text of a self-score header (`自评·组织领导`, `自评分（组织领导）`), or null for any other header. */
export function parseSelfScoreHeader(header: string): string | null {
  const match = pattern.exec(header.replace(/\s+/gu, ""));
  return match?.[1] ?? match?.[2] ?? null;
}
