import { formatPoints as formatExact, points } from "@mingchuang/rubric/points";
import { minus, type Ratio } from "@mingchuang/rubric/ratio";
import type { SubjectResultRow } from "@mingchuang/warehouse/queries/subject";
import { cityName } from "../../lib/city-name.ts";
import { formatCount, formatPoints, formatPointsChange, formatRate } from "../../lib/format.ts";
import { type Applicant, type BesideCell, type BesideRow, besideRow, inPoints, isScored, noFigure, type RowGround } from "./beside-row.ts";
import { formatExactChange } from "./exact-change.ts";

/** The exact total; null without a complete score. */
export function totalOf(subject: Applicant): Ratio | null {
  return isScored(subject) ? points(subject.result.total_num, subject.result.total_den) : null;
}

/** State, rank, total and its parts, self against assessed, places in the city and in the domain. */
export function standingRows({ subjects, candidates, scheme, language, text, words }: RowGround): readonly BesideRow[] {
  const [first] = subjects;
  const firstTotal = first ? totalOf(first) : null;
  const each = (cell: (result: SubjectResultRow, subject: Applicant) => BesideCell) =>
    subjects.map((subject) => cell(subject.result, subject));
  const part = (key: "base" | "bonus") =>
    besideRow(
      "standing",
      key,
      words(key),
      each((result, subject) => {
        if (!isScored(subject)) return noFigure;
        const isCompared = first !== undefined && subject !== first && isScored(first);
        const change = isCompared ? formatPointsChange(result[`${key}_c`] - first.result[`${key}_c`]) : undefined;
        return { text: formatPoints(result[`${key}_c`]), change, figure: result[`${key}_c`] / 100 };
      }),
      { measure: "points" },
    );
  const place = (key: "city" | "domain") =>
    besideRow(
      "standing",
      `rank-${key}`,
      text(`rank-${key}`),
      each((result, { subjectId }) => {
        const candidate = candidates.find(({ subject_id }) => subject_id === subjectId);
        const among = key === "city" ? cityName(result.city, language) : scheme.domain(result.domain, language);
        const rank = candidate?.[`${key}_rank`] ?? null;
        if (rank === null) return { ...noFigure, details: [among] };
        return { text: `${rank} / ${candidate?.[`${key}_of`]}`, details: [among], figure: rank };
      }),
      { measure: "placeAmong" },
    );
  return [
    besideRow(
      "standing",
      "state",
      words("state"),
      each(({ state }) => ({ text: words(state), badge: state })),
    ),
    besideRow(
      "standing",
      "rank",
      words("rank"),
      each(({ rank, tied }) => (rank === null ? noFigure : { text: String(rank), details: tied ? [text("tied")] : [], figure: rank })),
      { measure: "place" },
    ),
    besideRow(
      "standing",
      "total",
      words("total"),
      each((result, subject) => {
        const total = totalOf(subject);
        if (total === null) return noFigure;
        const change = subject === first || firstTotal === null ? undefined : formatExactChange(minus(total, firstTotal));
        return {
          text: formatExact(total),
          change,
          figure: inPoints(total),
          asked: { of: "total", id: result.application_id, at: "total" },
        };
      }),
      { measure: "points" },
    ),
    part("base"),
    part("bonus"),
    besideRow(
      "standing",
      "self",
      words("self"),
      each(({ self_c: self }) => (self === null ? noFigure : { text: formatPoints(self), figure: self / 100 })),
      { measure: "points" },
    ),
    besideRow(
      "standing",
      "gap",
      words("gap"),
      each(({ self_c: self, total_c: total }, subject) =>
        self === null || !isScored(subject) ? noFigure : { text: formatPointsChange(total - self), figure: (total - self) / 100 },
      ),
      { measure: "difference" },
    ),
    place("city"),
    place("domain"),
  ];
}

/** How the work was rated, with what the rate is of. */
export function serviceRows({ subjects, text, words }: RowGround): readonly BesideRow[] {
  const rated = subjects.map(
    ({ result: { good, active } }): BesideCell =>
      good === null || !active
        ? { text: text("noReviews"), isQuiet: true }
        : {
            text: formatRate(good, active),
            details: [`${formatCount(good)} / ${formatCount(active)}`],
            figure: (good / active) * 100,
            reckoned: `${good}/${active}*100`,
          },
  );
  const bad = subjects.map(({ result }): BesideCell => ({ text: formatCount(result.counted_bad), figure: result.counted_bad }));
  return [
    besideRow("service", "good", words("goodRate"), rated, { measure: "rate" }),
    besideRow("service", "bad", text("countedBad"), bad, { measure: "count" }),
  ];
}
