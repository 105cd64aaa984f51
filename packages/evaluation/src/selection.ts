import { createRequire } from "node:module";
import { RubricError } from "@mingchuang/rubric/errors";
import { exclusionsOf, type Holder } from "@mingchuang/rubric/exclusion";
import { loadHighsSolver } from "@mingchuang/rubric/select/highs";
import type { SolveIlp } from "@mingchuang/rubric/select/ilp";
import { missSentence, openSentence, verdictSentence, waysOutSentence } from "@mingchuang/rubric/select/selection-sentence";
import type { Contender } from "@mingchuang/rubric/select/stage-problem";
import { type StageSelection, selectStages } from "@mingchuang/rubric/select/stages";
import type { Reason, ToldDemand, Verdict } from "@mingchuang/rubric/select/verdict";
import type { SqlRow } from "@mingchuang/warehouse/database";
import type { Judged } from "./judge.ts";
import type { Run } from "./runs.ts";

/** An honour's applications as they were judged, waiting to be chosen from. */
export interface RunToSelect {
  readonly run: Run;
  readonly judged: readonly Judged[];
}

/** A row of `eval_stage`. */
export interface StageRow extends SqlRow {
  readonly year: number;
  readonly honour: string;
  /** Null when the selection was refused as a whole. */
  readonly stage: string | null;
  readonly status: "settled" | "open" | "impossible" | "refused";
  readonly chosen: number;
  /** Places that the committee has to fill from equals. */
  readonly open: number;
  readonly sentence_zh: string | null;
  readonly sentence_en: string | null;
}

/** Rows of `eval_stage` and `eval_selection`, and of `eval_facts`: what all of it was decided on. */
export interface SelectionRows {
  readonly stages: readonly StageRow[];
  readonly verdicts: readonly SqlRow[];
  readonly facts: readonly SqlRow[];
}

/**
 * Selects for all honours of one scheme and year; an honour that excludes the holders of another comes after it. A selection that does
 * not make sense (a subject lacks a field that a rule looks at) is written as refused, with the reason: the ranking stands without it.
 */
export async function selectAll(runs: readonly RunToSelect[], solve: SolveIlp): Promise<SelectionRows> {
  const [stages, verdicts, facts]: [StageRow[], SqlRow[], SqlRow[]] = [[], [], []];
  const holders: Holder[] = runs.flatMap(recommendedOf);
  for (const { run, judged } of inOrder(runs)) {
    facts.push(...judged.map((each) => factsRow(run, each, holders)));
    try {
      const selected = await select(run, judged, holders, solve);
      stages.push(...selected.map((stage, seq) => stageRow(run, stage, seq)));
      verdicts.push(...selected.flatMap((stage) => verdictRows(run, judged, stage)));
      holders.push(...awardedOf(run, judged, selected));
    } catch (failure) {
      if (!(failure instanceof RubricError)) throw failure;
      stages.push(refusedRow(run, failure));
    }
  }
  return { stages, verdicts, facts };
}

let solver: Promise<SolveIlp> | undefined;

/** The solver, loaded once in a process; its WebAssembly lies beside the package that `rubric` depends on. */
export function loadSolver(): Promise<SolveIlp> {
  const rubric = createRequire(createRequire(import.meta.url).resolve("@mingchuang/rubric/select/highs"));
  solver ??= loadHighsSolver(rubric.resolve("highs/runtime")).catch((cause: unknown) => {
    solver = undefined;
    throw cause;
  });
  return solver;
}

function inOrder(runs: readonly RunToSelect[]): RunToSelect[] {
  const ordered: RunToSelect[] = [];
  const visit = (each: RunToSelect): void => {
    if (ordered.includes(each)) return;
    for (const { honour } of each.run.honour.excludes) {
      const other = runs.find(({ run }) => run.honour.id === honour);
      if (other !== undefined && other !== each && !other.run.honour.excludes.some((rule) => rule.honour === each.run.honour.id))
        visit(other);
    }
    ordered.push(each);
  };
  runs.forEach(visit);
  return ordered;
}

const holder = (run: Run, { applicant, facts }: Judged, held: Holder["held"]): Holder => {
  return { honour: run.honour.id, subjectId: applicant.subject_id, held, fields: facts.fields };
};

/** Who was put forward; an application that came too late was not. */
function recommendedOf({ run, judged }: RunToSelect): Holder[] {
  return judged.filter(({ ranked }) => ranked.state !== "not_applied").map((each) => holder(run, each, "recommended"));
}

function awardedOf(run: Run, judged: readonly Judged[], selected: readonly StageSelection[]): Holder[] {
  const last = selected.at(-1);
  if (last === undefined || last.stage !== run.honour.stages.at(-1)?.id || last.selection.status === "impossible") return [];
  const chosen = new Set(last.selection.chosen);
  return judged.filter(({ applicant }) => chosen.has(applicant.application_id)).map((each) => holder(run, each, "awarded"));
}

async function select(run: Run, judged: readonly Judged[], holders: readonly Holder[], solve: SolveIlp): Promise<StageSelection[]> {
  const { scheme, honour, policies } = run;
  const contenders = judged.map(({ applicant, facts, eligibility, score, ranked }): Contender => {
    return {
      id: applicant.application_id,
      label: labelOf(run, applicant),
      rank: ranked.rank,
      state: ranked.state,
      total: score.total,
      vetoes: score.vetoes,
      eligibility: eligibility.rules,
      excluded: exclusionsOf(honour, facts.fields, holders),
      fields: facts.fields,
    };
  });
  return selectStages(scheme, honour, policies, () => ({ contenders, decisions: [], waivers: [], labels: {} }), solve);
}

/** A person's name comes with the application's number, which stays where the name is blotted out. */
function labelOf({ honour }: Run, { application_id, subject_id, subject_name }: Judged["applicant"]): string {
  if (honour.subject !== "person") return subject_name ?? subject_id;
  return subject_name === null ? application_id : `${subject_name}（${application_id}）`;
}

/** A row of `eval_facts`. Standings are left out: they follow from the facts of all. */
function factsRow(run: Run, { applicant, facts }: Judged, holders: readonly Holder[]): SqlRow {
  const { standings: _, ...known } = facts;
  return {
    year: run.year,
    honour: run.honour.id,
    application_id: applicant.application_id,
    label: labelOf(run, applicant),
    facts: JSON.stringify(known),
    excluded: JSON.stringify(exclusionsOf(run.honour, facts.fields, holders)),
  };
}

function stageRow({ year, honour }: Run, { stage, problem, selection, provisional }: StageSelection, seq: number): StageRow {
  const { least, most } = problem.size;
  const row = { year, honour: honour.id, stage, seq, status: selection.status, provisional, least, most };
  if (selection.status === "impossible") {
    const { zh, en } = waysOutSentence(problem, selection);
    return { ...row, chosen: 0, open: 0, vacant: null, sentence_zh: zh, sentence_en: en };
  }
  const told = [
    ...selection.open.map((each) => openSentence(problem, each)),
    ...selection.missed.map((each) => missSentence(problem, each)),
  ];
  return {
    ...row,
    chosen: selection.chosen.length,
    open: selection.open.reduce((sum, { places }) => sum + places, 0),
    vacant: selection.vacant,
    sentence_zh: told.length === 0 ? null : told.map(({ zh }) => zh).join(""),
    sentence_en: told.length === 0 ? null : told.map(({ en }) => en).join(" "),
  };
}

function refusedRow({ year, honour }: Run, { detail }: RubricError): StageRow {
  const figures = { least: null, most: null, chosen: 0, open: 0, vacant: null };
  const row = { year, honour: honour.id, stage: null, seq: 0, status: "refused" as const, provisional: false, ...figures };
  return { ...row, sentence_zh: detail.zh, sentence_en: detail.en };
}

function verdictRows({ year, honour }: Run, judged: readonly Judged[], { stage, problem, selection }: StageSelection): SqlRow[] {
  if (selection.status === "impossible") return [];
  const byId = new Map(judged.map((each) => [each.applicant.application_id, each]));
  return selection.verdicts.map((verdict) => {
    const { zh, en } = verdictSentence(problem, verdict);
    const { subjects, by } = othersOf(verdict.reason);
    const demands = demandsOf(verdict.reason);
    return {
      year,
      honour: honour.id,
      stage,
      application_id: verdict.subject,
      subject_id: byId.get(verdict.subject)?.applicant.subject_id ?? null,
      subject_name: byId.get(verdict.subject)?.applicant.subject_name ?? null,
      rank: byId.get(verdict.subject)?.ranked.rank ?? null,
      outcome: verdict.outcome,
      reason: verdict.reason.kind,
      bar: verdict.reason.kind === "barred" ? verdict.reason.bar.kind : null,
      rules: demands.length === 0 ? null : demands.map(({ rule }) => rule).join(", "),
      behind: subjects.length === 0 ? null : subjects.join(", "),
      behind_num: by?.numerator ?? null,
      behind_den: by?.denominator ?? null,
      sentence_zh: zh,
      sentence_en: en,
    };
  });
}

/** The applications that somebody stands against, and by how much they are ahead where that is what decided. */
function othersOf(reason: Reason): Extract<Reason, { kind: "below" }>["behind"] {
  switch (reason.kind) {
    case "full":
    case "below":
      return reason.behind;
    case "moved-up":
      return { subjects: reason.over, by: null };
    case "needed":
      return { subjects: reason.displaced, by: null };
    case "displaced":
      return { subjects: reason.by, by: null };
    case "tied":
      return { subjects: reason.with, by: null };
    case "rank":
    case "committee":
    case "barred":
      return { subjects: [], by: null };
  }
}

function demandsOf(reason: Verdict["reason"]): readonly ToldDemand[] {
  if (reason.kind === "full" || reason.kind === "moved-up") return reason.full;
  return reason.kind === "needed" || reason.kind === "displaced" ? reason.demands : [];
}
