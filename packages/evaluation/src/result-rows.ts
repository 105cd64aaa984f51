import type { Facts } from "@mingchuang/rubric/facts";
import { toHundredths } from "@mingchuang/rubric/points";
import type { Score, VetoResult } from "@mingchuang/rubric/score-result";
import { countOf } from "@mingchuang/rubric/veto";
import type { SqlRow } from "@mingchuang/warehouse/database";
import type { Judged } from "./judge.ts";
import type { Run } from "./runs.ts";
import type { Subject } from "./subjects.ts";

/** The place and total in the year before, of the subject or of the one window that it was. */
export interface Previous {
  readonly rank: number | null;
  readonly totalHundredths: number | null;
}

/** A row of `eval_result`. Without a complete sheet there is no total, and none is written: the bonus alone is not a score. */
export function resultRow({ year, honour, scheme }: Run, judged: Judged, previous: Previous | undefined): SqlRow {
  const { applicant, facts, score, ranked } = judged;
  const selfScores = Object.values(facts.selfScores);
  const kept = score.sheets.filter((sheet) => sheet.kept).length;
  return {
    year,
    honour: honour.id,
    scheme_id: scheme.id,
    ...applicant,
    state: ranked.state,
    total_num: score.scored ? score.total.numerator : null,
    total_den: score.scored ? score.total.denominator : null,
    total_c: totalOf(score),
    base_c: score.scored ? toHundredths(score.base) : null,
    bonus_c: toHundredths(score.bonus),
    self_c: selfScores.length === 0 ? null : selfScores.reduce((sum, points) => sum + points, 0),
    rank: ranked.rank,
    tied: ranked.tied,
    tie_broken_by: ranked.decidedBy,
    counted_bad: ranked.countedBad,
    good: facts.reviews?.good ?? null,
    active: facts.reviews?.active ?? null,
    sheets_kept: kept,
    sheets_dropped: score.sheets.length - kept,
    previous_rank: previous?.rank ?? null,
    previous_total_c: previous?.totalHundredths ?? null,
  };
}

/** The total in hundredths as it is shown, null when nothing complete was handed in. */
export function totalOf(score: Score): number | null {
  return score.scored ? toHundredths(score.total) : null;
}

/** Rows of `eval_item`; what graders have not scored completely has no points. */
export function itemRows({ year, honour }: Run, { applicant, facts, score }: Judged): SqlRow[] {
  return score.items.map(({ item, maxHundredths, points }, seq) => {
    const known = score.scored || honour.rubric.items.some(({ id, kind }) => id === item && kind === "bonus");
    return {
      year,
      honour: honour.id,
      application_id: applicant.application_id,
      item,
      seq,
      max_c: maxHundredths,
      points_num: known ? points.numerator : null,
      points_den: known ? points.denominator : null,
      points_c: known ? toHundredths(points) : null,
      self_c: facts.selfScores[item] ?? null,
    };
  });
}

/** Rows of `eval_eligibility`. */
export function eligibilityRows({ year, honour }: Run, { applicant, eligibility }: Judged): SqlRow[] {
  return eligibility.rules.map(({ rule, state, otherwise, field, given, source }) => ({
    year,
    honour: honour.id,
    application_id: applicant.application_id,
    subject_id: applicant.subject_id,
    subject_name: applicant.subject_name,
    rule,
    state,
    otherwise,
    field,
    given: given === null ? null : String(given),
    source_document: source.document,
    source_clause: source.clause,
  }));
}

/** Rows of `eval_line`, numbered through all items. */
export function lineRows({ year, honour }: Run, { applicant, score }: Judged): SqlRow[] {
  return score.items
    .flatMap(({ lines }) => lines)
    .map((line, index) => ({
      year,
      honour: honour.id,
      application_id: applicant.application_id,
      line_no: index + 1,
      item: line.item,
      clause: line.clause,
      kind: line.kind,
      points_num: line.points.numerator,
      points_den: line.points.denominator,
      asked_c: line.askedHundredths,
      grader_id: line.grader,
      reason: line.reason,
      evidence: line.evidence,
      record_id: line.recordId,
      source_document: line.source.document,
      source_clause: line.source.clause,
      file_id: line.origin?.fileId ?? null,
      sheet: line.origin?.sheet ?? null,
      row_no: line.origin?.row ?? null,
      cell: line.origin?.cell ?? null,
    }));
}

/** Rows of `eval_sheet`. */
export function sheetRows({ year, honour }: Run, { applicant, score }: Judged): SqlRow[] {
  return score.sheets.map((sheet) => ({
    year,
    honour: honour.id,
    application_id: applicant.application_id,
    grader_id: sheet.grader,
    points_num: sheet.points.numerator,
    points_den: sheet.points.denominator,
    points_c: toHundredths(sheet.points),
    kept: sheet.kept,
    dropped_because: sheet.droppedBecause,
    missing: sheet.missing.length === 0 ? null : sheet.missing.join(", "),
  }));
}

/** Rows of `eval_veto` for one subject. */
export function vetoRows(run: Run, subject: Subject, applicationId: string | null, vetoes: readonly VetoResult[]): SqlRow[] {
  const { subject_id, subject_name, window_id, city_code } = subject;
  return vetoes.map(({ rule, state, threshold, counted, undecided, excluded }) => ({
    year: run.year,
    honour: run.honour.id,
    subject_id,
    subject_name,
    application_id: applicationId,
    window_id,
    city_code,
    rule,
    state,
    threshold,
    counted,
    undecided,
    excluded,
  }));
}

/** Rows of `eval_veto_record` for one subject. */
export function vetoRecordRows(run: Run, facts: Facts, vetoes: readonly VetoResult[]): SqlRow[] {
  const known = new Map(
    Object.values(facts.records)
      .flat()
      .map((record) => [`${record.kind} ${record.id}`, record] as const),
  );
  const kindOf = new Map(run.honour.rubric.vetoes.map((rule) => [rule.id, countOf(rule).records] as const));
  return vetoes.flatMap(({ rule, records }) =>
    records.map(({ recordId, disposition, because, origin }) => {
      const kind = kindOf.get(rule) ?? null;
      return {
        year: run.year,
        honour: run.honour.id,
        subject_id: facts.subjectId,
        rule,
        record_kind: kind,
        record_id: recordId,
        occurred_on: known.get(`${kind} ${recordId}`)?.on ?? null,
        disposition,
        because,
        file_id: origin?.fileId ?? null,
        sheet: origin?.sheet ?? null,
        row_no: origin?.row ?? null,
      };
    }),
  );
}
