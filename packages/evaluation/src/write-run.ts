import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { appendRows } from "./append-rows.ts";
import type { JudgedRun } from "./judge.ts";
import { queryPredecessors } from "./predecessors.ts";
import {
  eligibilityRows,
  itemRows,
  lineRows,
  type Previous,
  resultRow,
  sheetRows,
  totalOf,
  vetoRecordRows,
  vetoRows,
} from "./result-rows.ts";
import type { Run } from "./runs.ts";

/**
 * Writes what was found out, and leaves this year's places in `previous` for the year after. A window that was renumbered since has the place
 * of what it was; one that several were merged into has none, since places do not add up.
 */
export async function writeRun(db: NodeDatabase, run: Run, { judged, watched }: JudgedRun, previous: Map<string, Previous>): Promise<void> {
  const before = (subjectId: string, year: number) => `${run.honour.id} ${year} ${subjectId}`;
  const predecessors = await queryPredecessors(db, run.year - 1);
  const placeBefore = (subjectId: string) => {
    const [only, ...others] = predecessors(subjectId);
    return only === undefined || others.length > 0 ? undefined : previous.get(before(only, run.year - 1));
  };
  await appendRows(
    db,
    "eval_result",
    judged.map((each) => resultRow(run, each, placeBefore(each.applicant.subject_id))),
  );
  await appendRows(
    db,
    "eval_eligibility",
    judged.flatMap((each) => eligibilityRows(run, each)),
  );
  await appendRows(
    db,
    "eval_item",
    judged.flatMap((each) => itemRows(run, each)),
  );
  await appendRows(
    db,
    "eval_line",
    judged.flatMap((each) => lineRows(run, each)),
  );
  await appendRows(
    db,
    "eval_sheet",
    judged.flatMap((each) => sheetRows(run, each)),
  );
  // A subject with two applications has its vetoes once.
  const nominees = [...new Map(judged.toReversed().map((each) => [each.applicant.subject_id, each])).values()].toReversed();
  await appendRows(db, "eval_veto", [
    ...nominees.flatMap(({ applicant, score }) => vetoRows(run, applicant, applicant.application_id, score.vetoes)),
    ...watched.flatMap(({ subject, vetoes }) => vetoRows(run, subject, null, vetoes)),
  ]);
  await appendRows(db, "eval_veto_record", [
    ...nominees.flatMap(({ facts, score }) => vetoRecordRows(run, facts, score.vetoes)),
    ...watched.flatMap(({ facts, vetoes }) => vetoRecordRows(run, facts, vetoes)),
  ]);
  for (const { applicant, ranked, score } of judged) {
    previous.set(before(applicant.subject_id, run.year), { rank: ranked.rank, totalHundredths: totalOf(score) });
  }
}
