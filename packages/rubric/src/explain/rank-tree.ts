import type { Bilingual } from "../bilingual.ts";
import { formatPoints, type Points, zeroPoints } from "../points.ts";
import type { Policies } from "../policy.ts";
import { type DecidedBy, type RankEntry, type Ranked, type RankState, rankSubjects } from "../rank.ts";
import { minus } from "../ratio.ts";
import type { Honour } from "../scheme.ts";
import { rankSentence } from "../sentence.ts";
import { decidedBetween } from "./decided-between.ts";
import { type ExplanationNode, note } from "./explanation.ts";
import { vetoTree } from "./veto-tree.ts";

const states: Readonly<Record<RankState, Bilingual>> = {
  ranked: { zh: "参加排序", en: "it is ranked" },
  undecided: { zh: "有待认定的事项，名次是暂定的", en: "something is undecided, so its rank is provisional" },
  vetoed: { zh: "一票否决，没有名次", en: "it is vetoed and has no rank" },
  not_applied: { zh: "未按期申报，没有名次", en: "it did not apply in time and has no rank" },
  ineligible: { zh: "不符合申报条件，没有名次", en: "it is not eligible and has no rank" },
  unscored: { zh: "尚未计分，没有名次", en: "it is not scored yet and has no rank" },
};

/** All that a ranking was made from. `nameOf` says what subjects are called; without it by their ids. */
export interface RankedEntries {
  readonly entries: readonly RankEntry[];
  readonly policies: Policies;
  readonly nameOf?: (id: string) => string;
}

/**
 * Why a subject has its rank: what state it is in, those with whom it shares its place, and the neighbours above and below with what
 * told them apart. Vetoes that bar it, or leave it undecided, are steps of their own. It carries no points.
 *
 * @throws {TypeError} when the subject is not among the entries.
 */
export function rankTree(honour: Honour, ranking: RankedEntries, id: string): ExplanationNode {
  const { entries, policies } = ranking;
  const ranked = rankSubjects(honour, entries, policies);
  const own = ranked.find((each) => each.id === id);
  const entry = entries.find((each) => each.id === id);
  if (own === undefined || entry === undefined) throw new TypeError(`${id} is not among the entries`);
  const { source } = honour.rubric.ranking;
  const vetoes = entry.score.vetoes.filter(({ state }) => state === own.state).map((result) => vetoTree(honour, result));
  const state = note("state", { zh: "状态", en: "State" }, full(states[own.state]), { source, children: vetoes });
  const sentence = own.rank === null ? full(states[own.state]) : rankSentence(honour, own);
  return note("rank", { zh: "名次", en: "Rank" }, sentence, {
    source,
    children: [...(own.state === "ranked" ? [] : [state]), ...neighbours(honour, ranking, ranked, own)],
  });
}

function full({ zh, en }: Bilingual): Bilingual {
  return { zh: `${zh}。`, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.` };
}

/** Those beside a subject in its field: whom it comes after, with whom it shares its place, whom it goes before. */
function neighbours(
  honour: Honour,
  { entries, policies, nameOf = (id) => id }: RankedEntries,
  ranked: readonly Ranked[],
  own: Ranked,
): ExplanationNode[] {
  if (own.rank === null) return [];
  const { within, source } = honour.rubric.ranking;
  const entryOf = (id: string) => entries.find((each) => each.id === id);
  const fieldOf = (id: string) => (within === undefined ? "" : String(entryOf(id)?.fields?.[within] ?? ""));
  const field = ranked.filter((each) => each.rank !== null && fieldOf(each.id) === fieldOf(own.id));
  const place = field.indexOf(own);
  const decided = decidedBetween(honour, entries, policies);
  const beside = (other: Ranked | undefined, position: Bilingual): ExplanationNode[] => {
    if (other === undefined) return [];
    const gap = minus(entryOf(own.id)?.score.total ?? zeroPoints, entryOf(other.id)?.score.total ?? zeroPoints);
    const [name, why] = [nameOf(other.id), decidedText(decided(own.id, other.id), gap)];
    const zh = `${position.zh} ${name}（第 ${other.rank} 名）：${why.zh}。`;
    return [
      note(`beside/${other.id}`, { zh: name, en: name }, { zh, en: `${position.en} ${name} (rank ${other.rank}): ${why.en}.` }, { source }),
    ];
  };
  return [
    ...beside(
      field.slice(0, place).findLast((each) => each.rank !== own.rank),
      { zh: "在前的是", en: "Before it comes" },
    ),
    ...field
      .filter((each) => each.rank === own.rank && each !== own)
      .flatMap((peer) => beside(peer, { zh: "并列的是", en: "Level with it is" })),
    ...beside(
      field.slice(place).find((each) => each.rank !== own.rank),
      { zh: "在后的是", en: "After it comes" },
    ),
  ];
}

/** What told a subject from another, `gap` ahead of it. */
function decidedText(decidedBy: DecidedBy, gap: Points): Bilingual {
  const size = formatPoints({ ...gap, numerator: Math.abs(gap.numerator) });
  switch (decidedBy) {
    case "total":
      return gap.numerator > 0
        ? { zh: `总分比它高 ${size}`, en: `this total is higher by ${size}` }
        : { zh: `总分比它低 ${size}`, en: `this total is lower by ${size}` };
    case "bad_reviews":
      return { zh: "总分相同，由计入的差评分出", en: "equal totals, the number of counted bad reviews decided" };
    case "good_rate":
      return { zh: "总分相同，由好评率分出", en: "equal totals, the good rate decided" };
    case "none":
      return { zh: "规定的各项都不能分出先后", en: "nothing declared tells them apart" };
  }
}
