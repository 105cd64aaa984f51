/** A veto rule of a subject in short: how many records counted, how many are undecided, how many it takes. */
export interface VetoMark {
  readonly rule: string;
  readonly state: "vetoed" | "undecided" | "near" | "clear";
  readonly counted: number;
  readonly undecided: number;
  readonly threshold: number;
}

/** Reads `V1:undecided:0:1:1 V2:near:3:0:4`, the form in which a ranking row carries its rules that are not clear. */
export function parseVetoMarks(text: string | null): readonly VetoMark[] {
  if (text === null || text === "") return [];
  return text.split(" ").map((mark) => {
    const [rule = "", state = "clear", counted = "0", undecided = "0", threshold = "0"] = mark.split(":");
    return {
      rule,
      state: state as VetoMark["state"],
      counted: Number(counted),
      undecided: Number(undecided),
      threshold: Number(threshold),
    };
  });
}

/** `3 / 4`; with undecided records `3 + 1 / 4`. */
export function markFigures({ counted, undecided, threshold }: VetoMark): string {
  return `${counted}${undecided > 0 ? ` + ${undecided}` : ""} / ${threshold}`;
}
