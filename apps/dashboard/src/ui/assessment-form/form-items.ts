import { hundredthsOf, type Points, points, sumPoints } from "@mingchuang/rubric/points";
import type { Honour } from "@mingchuang/rubric/scheme";
import type { SubjectItemRow, SubjectLineRow } from "@mingchuang/warehouse/queries/subject";
import { bonusAccount } from "../subject/bonus-account.ts";
import { accountOf, type ScoreStep } from "../subject/score-steps.ts";

interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** One row of an item: a clause, what was taken off at discretion, a part of the bonus. */
export interface FormRow {
  readonly key: string;
  readonly kind: "clause" | "discretionary" | "floor" | "graded" | "part" | "cap" | "measured";
  /** The clause or part in the words of the scheme; null where the kind says all. */
  readonly label: Bilingual | null;
  /** Where the clause stands. */
  readonly clause: string | null;
  /** What the scheme sets: the deduction of a clause, the most of a part or of what graders give. In hundredths. */
  readonly figure: number | null;
  /** What each level, or each record, of a part of the bonus is worth. */
  readonly levels: readonly { readonly label: Bilingual | null; readonly hundredths: number }[];
  /** What the row adds; a deduction is negative. A graded row adds what was given. */
  readonly points: Points;
  readonly lines: readonly SubjectLineRow[];
}

export interface FormItem {
  readonly id: string;
  readonly label: Bilingual;
  readonly clause: string;
  /** In hundredths; null for an item of ranks. */
  readonly max: number | null;
  readonly checked: readonly string[];
  readonly selfHundredths: number | null;
  /** Exactly; null when the application has no score. */
  readonly points: Points | null;
  readonly rows: readonly FormRow[];
}

/**
 * The rubric as its form has it: every item and clause in the scheme's order, filled in from the lines of a score. The rows of an item that
 * is scored by deductions add up to its points less its maximum, those of any other to its points.
 */
export function formItems(honour: Honour, lines: readonly SubjectLineRow[], items: readonly SubjectItemRow[]): readonly FormItem[] {
  const account = accountOf(lines, items);
  const steps = [...account.deductions, ...account.bonus];
  const bonus = bonusAccount(honour, lines);
  return honour.rubric.items.map((item): FormItem => {
    const own = steps.filter((step) => step.item === item.id);
    const scored = items.find((row) => row.item === item.id);
    return {
      id: item.id,
      label: item.label,
      clause: item.source.clause,
      max: item.kind === "ranks" ? null : hundredthsOf(item.max),
      checked: item.checked,
      selfHundredths: scored?.self_c ?? null,
      points: scored === undefined ? null : points(scored.points_num, scored.points_den),
      rows: rowsOf(item, own, lines, bonus),
    };
  });
}

const empty = { label: null, clause: null, figure: null, levels: [], points: points(0), lines: [] } as const;

function rowsOf(
  item: Honour["rubric"]["items"][number],
  own: readonly ScoreStep[],
  lines: readonly SubjectLineRow[],
  bonus: ReturnType<typeof bonusAccount>,
): readonly FormRow[] {
  switch (item.kind) {
    case "deduction": {
      const clauses = item.clauses.map((clause): FormRow => {
        const step = own.find(({ kind, clause: id }) => kind === "fixed" && id === clause.id);
        const filled = step === undefined ? {} : { points: step.points, lines: step.lines };
        return {
          ...empty,
          key: clause.id,
          kind: "clause",
          label: clause.label,
          clause: clause.source.clause,
          figure: hundredthsOf(clause.deduct),
          ...filled,
        };
      });
      const rest = (kind: "discretionary" | "floor") => {
        const steps = own.filter((step) => step.kind === kind);
        return {
          ...empty,
          key: kind,
          kind,
          points: sumPoints(steps.map((step) => step.points)),
          lines: steps.flatMap((step) => step.lines),
        };
      };
      const [discretionary, floor] = [rest("discretionary"), rest("floor")];
      return [
        ...clauses,
        ...(item.discretionary || discretionary.lines.length > 0 ? [discretionary] : []),
        ...(floor.lines.length > 0 ? [floor] : []),
      ];
    }
    case "graded": {
      const given = lines.filter((line) => line.item === item.id && line.kind === "graded");
      const sum = sumPoints(given.map((line) => points(line.points_num, line.points_den)));
      return [{ ...empty, key: "graded", kind: "graded", figure: hundredthsOf(item.max), points: sum, lines: given }];
    }
    case "bonus": {
      const parts = item.parts.map((part): FormRow => {
        const account = bonus?.parts.find(({ id }) => id === part.id);
        const levels =
          part.kind === "levels"
            ? part.levels.map(({ label, points: worth }) => ({ label, hundredths: hundredthsOf(worth) }))
            : [{ label: null, hundredths: hundredthsOf(part.points) }];
        return {
          key: part.id,
          kind: "part",
          label: part.label,
          clause: part.source.clause,
          figure: hundredthsOf(part.cap),
          levels,
          points: points(account?.kept ?? 0),
          lines: account?.lines ?? [],
        };
      });
      const over = own.filter((step) => step.kind === "cap" && step.clause === null);
      if (over.length === 0) return parts;
      return [
        ...parts,
        { ...empty, key: "cap", kind: "cap", figure: hundredthsOf(item.max), points: sumPoints(over.map((step) => step.points)) },
      ];
    }
    default: {
      const read = lines.filter((line) => line.item === item.id && line.kind !== "max");
      const sum = sumPoints(read.map((line) => points(line.points_num, line.points_den)));
      return [{ ...empty, key: "measured", kind: "measured", points: sum, lines: read }];
    }
  }
}
