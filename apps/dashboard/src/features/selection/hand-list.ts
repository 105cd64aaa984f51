import type { Bilingual } from "@mingchuang/rubric/bilingual";
import { points, zeroPoints } from "@mingchuang/rubric/points";
import { policiesInForce } from "@mingchuang/rubric/policy";
import type { Honour, SchemeFile } from "@mingchuang/rubric/scheme";
import { checkList } from "@mingchuang/rubric/select/check-list";
import type { Bar, SelectionProblem, SelectionSubject } from "@mingchuang/rubric/select/problem";
import { stageRules } from "@mingchuang/rubric/select/stage-problem";
import type { VerdictRow } from "@mingchuang/warehouse/queries/selection";
import type { HandMark } from "./hand-marks.ts";

/** What a published bar is called, where a list is held against the rules again. */
const barWords: Readonly<Record<Bar["kind"], Bilingual>> = {
  vetoed: { zh: "一票否决", en: "vetoed" },
  undecided: { zh: "一票否决或申报条件待认定", en: "a veto or a condition is undecided" },
  ineligible: { zh: "不符合申报条件", en: "not eligible" },
  not_applied: { zh: "未按期申报", en: "not applied in time" },
  unscored: { zh: "没有完整的评分", en: "no complete score" },
  "holds-other": { zh: "与另一荣誉不可兼得", en: "kept out by another honour" },
  "not-passed": { zh: "没有通过上一阶段", en: "did not come through the stage before" },
};

const isBar = (kind: string): kind is Bar["kind"] => kind in barWords;

function barOf(kind: string | null): Bar | null {
  if (kind === null) return null;
  return isBar(kind)
    ? { kind, because: barWords[kind], source: null }
    : { kind: "ineligible", because: { zh: kind, en: kind }, source: null };
}

/** Who is on the list of a stage: those the rules chose, as far as nothing else was decided by hand. Places that are tied stay empty. */
export function listOf(rows: readonly VerdictRow[], marks: readonly HandMark[]): ReadonlySet<string> {
  const [first] = rows;
  const choices = new Map(marks.filter(({ stage }) => stage === first?.stage).map(({ application, choice }) => [application, choice]));
  const listed = rows.filter(({ application_id: id, outcome }) => {
    return (choices.get(id) ?? (outcome === "in" ? "in" : "out")) === "in";
  });
  return new Set(listed.map(({ application_id }) => application_id));
}

/** The list with its tied places filled by some of those who share them, so that nobody else seems to have room; which ones does not matter. */
export function withTies(problem: SelectionProblem, list: ReadonlySet<string>, rows: readonly VerdictRow[]): ReadonlySet<string> {
  let filled = list;
  for (const { application_id: id, outcome } of rows) {
    if (outcome !== "open" || filled.has(id)) continue;
    const more = new Set([...filled, id]);
    if (checkList(problem, more).demands.every(({ demand, over }) => !demand.hard || over === 0)) filled = more;
  }
  return filled;
}

interface HandProblemInput {
  readonly scheme: Partial<SchemeFile>;
  readonly honour: Honour;
  /** The options of policies in force: policy → option. */
  readonly choices: Readonly<Record<string, string>>;
  /** The rows of each stage, in the order of the stages, up to the one that is looked at. */
  readonly stages: readonly { readonly id: string; readonly rows: readonly VerdictRow[] }[];
  readonly marks: readonly HandMark[];
}

/**
 * The problem of the last of the stages given, from what was published: the same rules, the same subjects with what bars them. Whoever a
 * list made by hand took in or left out at an earlier stage takes part here, or does not.
 *
 * @throws {RubricError} R206 when a policy in force is not one of the scheme.
 */
export function handProblem({ scheme, honour, choices, stages, marks }: HandProblemInput): SelectionProblem {
  const { policies = [], calendar = [], domains = [], levels = [], tiers = [] } = scheme;
  const last = stages.at(-1);
  const passed = passedByHand(stages.slice(0, -1), marks);
  const subjects = (last?.rows ?? []).map((row): SelectionSubject => {
    const { application_id: id, city, county, domain, level, tier, unit } = row;
    return {
      id,
      label: row.subject_name ?? row.subject_id,
      rank: row.rank,
      total: row.total_num === null || row.total_den === null ? zeroPoints : points(row.total_num, row.total_den),
      fields: { city, county, domain, level, tier, unit },
      bar: barOf(barAfter(row, passed)),
    };
  });
  const inForce = policiesInForce({ policies, calendar }, choices);
  const rules = stageRules({ domains, levels, tiers }, honour, last?.id ?? "", inForce, { subjects, labels: {} });
  return { subjects, decisions: [], waivers: [], ...rules };
}

/** Who came through the stages before when some of it was decided by hand; null when nothing was. A tie not yet decided holds nobody back. */
function passedByHand(before: HandProblemInput["stages"], marks: readonly HandMark[]): ReadonlySet<string> | null {
  const decided = before.findLastIndex(({ id }) => marks.some(({ stage }) => stage === id));
  if (decided < 0) return null;
  const held = passedByHand(before.slice(0, -1), marks);
  const rows = before.at(-1)?.rows ?? [];
  const out = new Set(
    marks.filter(({ stage, choice }) => stage === before.at(-1)?.id && choice === "out").map(({ application }) => application),
  );
  const tied = rows
    .filter(({ outcome, application_id: id }) => outcome === "open" && !out.has(id))
    .map(({ application_id }) => application_id);
  const list = [...listOf(rows, marks), ...tied];
  return new Set(held === null ? list : list.filter((id) => held.has(id)));
}

function barAfter({ application_id: id, bar }: VerdictRow, passed: ReadonlySet<string> | null): string | null {
  if (passed === null) return bar;
  if (bar === null) return passed.has(id) ? null : "not-passed";
  return bar === "not-passed" && passed.has(id) ? null : bar;
}
