/** What the committee decided by hand about one application at one stage. */
export interface HandMark {
  readonly stage: string;
  readonly application: string;
  readonly choice: "in" | "out";
  readonly reason: string;
}

/** Longest reason that goes into the address. */
export const longestReason = 60;

const letters = { i: "in", o: "out" } as const;

const escaped = (part: string) => part.replace(/[%:~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** `final:SB2023-C005:i:a reason~…`; nothing when nothing was decided. */
export function formatMarks(marks: readonly HandMark[]): string | undefined {
  const parts = marks.map(({ stage, application, choice, reason }) =>
    [stage, application, choice === "in" ? "i" : "o", reason].map(escaped).join(":"),
  );
  return parts.length === 0 ? undefined : parts.join("~");
}

/** Reads what `formatMarks` wrote; what is not readable is left out, and of two decisions on one application the last holds. */
export function parseMarks(text: string | undefined): readonly HandMark[] {
  const marks: HandMark[] = [];
  for (const part of text?.split("~") ?? []) {
    const mark = parseMark(part);
    if (mark === null) continue;
    const former = marks.findIndex((other) => other.stage === mark.stage && other.application === mark.application);
    if (former >= 0) marks.splice(former, 1);
    marks.push(mark);
  }
  return marks;
}

function parseMark(text: string): HandMark | null {
  try {
    const [stage = "", application = "", letter = "", reason = "", ...more] = text.split(":").map(decodeURIComponent);
    const choice = letter in letters ? letters[letter as keyof typeof letters] : undefined;
    if (stage === "" || application === "" || choice === undefined || more.length > 0) return null;
    return { stage, application, choice, reason: reason.slice(0, longestReason) };
  } catch {
    return null;
  }
}

const isAbout = (mark: Pick<HandMark, "stage" | "application">) => (other: HandMark) =>
  other.stage === mark.stage && other.application === mark.application;

/** The decisions with one put in the place of what was there. */
export function withMark(marks: readonly HandMark[], mark: HandMark): readonly HandMark[] {
  const same = isAbout(mark);
  return marks.some(same) ? marks.map((other) => (same(other) ? mark : other)) : [...marks, mark];
}

/** The decisions without that on one application at one stage. */
export function withoutMark(marks: readonly HandMark[], mark: Pick<HandMark, "stage" | "application">): readonly HandMark[] {
  const same = isAbout(mark);
  return marks.filter((other) => !same(other));
}
