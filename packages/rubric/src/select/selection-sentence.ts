import type { Bilingual } from "../bilingual.ts";
import { comparePoints, formatPoints, type Points, scalePoints, zeroPoints } from "../points.ts";
import type { PassedOver } from "./check-list.ts";
import type { Miss } from "./demand.ts";
import { type Decision, type Relaxation, type SelectionProblem, type SelectionSubject, sizeRule } from "./problem.ts";
import type { WaysOut } from "./relax.ts";
import type { DecisionEffect } from "./select.ts";
import type { OpenPlaces } from "./ties.ts";
import type { Behind, Reason, ToldDemand, Verdict } from "./verdict.ts";

/** Why a subject is in, open or out, with whom it stands against and by how much. */
export function verdictSentence(problem: SelectionProblem, { subject, outcome, reason }: Verdict): Bilingual {
  const rank = problem.subjects.find(({ id }) => id === subject)?.rank ?? null;
  const place = { zh: rank === null ? "" : `第 ${rank} 名，`, en: rank === null ? "" : `Rank ${rank}, ` };
  const { zh, en } = reasonSentence(problem, reason, outcome);
  return { zh: `${place.zh}${zh}。`, en: rank === null ? `${en.charAt(0).toUpperCase()}${en.slice(1)}.` : `${place.en}${en}.` };
}

function reasonSentence(problem: SelectionProblem, reason: Reason, outcome: Verdict["outcome"]): Bilingual {
  switch (reason.kind) {
    case "rank":
      return { zh: "按名次入选", en: "in by rank" };
    case "moved-up": {
      const [over, full] = [namesOf(problem, reason.over), fullNames(problem, reason.full)];
      return {
        zh: `递补入选：${over.zh}因${full.zh}已满而未入选`,
        en: `moved up: ${over.en} left out because ${full.en} is full`,
      };
    }
    case "needed": {
      const [displaced, demands] = [namesOf(problem, reason.displaced), demandNames(problem, reason.demands)];
      if (reason.displaced.length === 0) return { zh: `按${demands.zh}入选`, en: `in to satisfy ${demands.en}` };
      return { zh: `按${demands.zh}入选，替下${displaced.zh}`, en: `in to satisfy ${demands.en}, in the place of ${displaced.en}` };
    }
    case "committee": {
      const told = joined(reason.decisions.map((decision) => decisionText(problem, decision)));
      return outcome === "in"
        ? { zh: `入选，由组委会在并列者中决定（${told.zh}）`, en: `in by the committee's decision between equals (${told.en})` }
        : { zh: `未入选，由组委会在并列者中决定（${told.zh}）`, en: `out by the committee's decision between equals (${told.en})` };
    }
    case "tied": {
      const others = namesOf(problem, reason.with);
      return {
        zh: `与${others.zh}并列，其中 ${reason.places} 个入选，由组委会决定并写明理由`,
        en: `level with ${others.en}: ${reason.places} of them will be in, the committee decides and writes down why`,
      };
    }
    case "barred":
      return { zh: `不参加评选：${bare(reason.bar.because.zh)}`, en: `not to be chosen: ${bare(reason.bar.because.en)}` };
    case "full": {
      const [full, after] = [fullNames(problem, reason.full), behindText(problem, reason.behind)];
      return { zh: `未入选：${full.zh}已满${after.zh}`, en: `out: ${full.en} is full${after.en}` };
    }
    case "displaced": {
      const [by, demands] = [namesOf(problem, reason.by), demandNames(problem, reason.demands)];
      return { zh: `未入选：名额按${demands.zh}给了${by.zh}`, en: `out: to satisfy ${demands.en} the place went to ${by.en}` };
    }
    case "below": {
      const after = behindText(problem, reason.behind);
      return { zh: `未入选：名次在入围线以下${after.zh}`, en: `out: below the cut${after.en}` };
    }
  }
}

/** Places that wait for the committee. */
export function openSentence(problem: SelectionProblem, { rank, places, subjects }: OpenPlaces): Bilingual {
  const names = namesOf(problem, subjects);
  return {
    zh: `第 ${rank} 名并列的${names.zh}中有 ${places} 个入选，须由组委会决定并写明理由。`,
    en: `${places} of ${names.en}, who share rank ${rank}, will be in: the committee decides and writes down why.`,
  };
}

/** What became of a decision of the committee. */
export function decisionSentence(problem: SelectionProblem, { effect, ...decision }: DecisionEffect): Bilingual {
  const { zh, en } = decisionText(problem, decision);
  switch (effect) {
    case "applied":
      return { zh: `${zh}：已采用。`, en: `${en}: applied.` };
    case "unneeded":
      return { zh: `${zh}：按规则本来如此，不必决定。`, en: `${en}: the rules say the same, so there was nothing to decide.` };
    case "contrary":
      return { zh: `${zh}：与规则不符，未采用。`, en: `${en}: against the rules, so it was not taken.` };
  }
}

/** A soft rule that could not be satisfied in one place. */
export function missSentence(problem: SelectionProblem, { demand, short, over }: Miss): Bilingual {
  const { zh, en } = demandName(problem, demand);
  if (over > 0) return { zh: `${zh}多 ${over} 个。`, en: `${en}: ${over} too many.` };
  const none = demand.members.size === 0 ? { zh: "，没有可选的对象", en: "; nobody may be chosen" } : { zh: "", en: "" };
  return { zh: `${zh}少 ${short} 个${none.zh}。`, en: `${en}: ${short} lacking${none.en}.` };
}

/** Somebody on a list made by hand who cannot be chosen. */
export function barredSentence({ label, bar }: SelectionSubject): Bilingual {
  const because = bar?.because ?? { zh: "", en: "" };
  return { zh: `${label}不参加评选：${bare(because.zh)}。`, en: `${label} is not to be chosen: ${bare(because.en)}.` };
}

/** Somebody whom a list made by hand passes over without a rule that asks for it. */
export function passedOverSentence(problem: SelectionProblem, { subject, for: others }: PassedOver): Bilingual {
  const rank = problem.subjects.find(({ id }) => id === subject)?.rank ?? null;
  const name = nameOf(problem, subject);
  const who = { zh: rank === null ? name : `${name}（第 ${rank} 名）`, en: rank === null ? name : `${name} (rank ${rank})` };
  if (others.length === 0) return { zh: `${who.zh}不在名单内，而名额还有余。`, en: `${who.en} is left out though there is room.` };
  const names = namesOf(problem, others);
  return {
    zh: `${who.zh}不在名单内，名次在后的${names.zh}却在，没有规则要求这样。`,
    en: `${who.en} is left out and ${names.en} of a worse rank in, though no rule asks for it.`,
  };
}

/** Why no selection exists, and what would let one exist. */
export function waysOutSentence(problem: SelectionProblem, { smallest, alone }: WaysOut): Bilingual {
  const told = smallest.map((each) => relaxationText(problem, each));
  const single = alone.map((each) => relaxationText(problem, each));
  const others =
    single.length < 2
      ? { zh: "", en: "" }
      : {
          zh: `以下任何一项单独放宽也可以：${single.map(({ zh }) => zh).join("；")}。`,
          en: ` Any one of these would do alone: ${single.map(({ en }) => en).join("; ")}.`,
        };
  return {
    zh: `没有一份名单能同时满足各条硬性规定。改动最小的放宽：${told.map(({ zh }) => zh).join("；")}。${others.zh}`,
    en: `No selection satisfies all hard rules. The smallest relaxation: ${told.map(({ en }) => en).join("; ")}.${others.en}`,
  };
}

function relaxationText(problem: SelectionProblem, relaxation: Relaxation): Bilingual {
  const { rule, bound, from, to } = relaxation;
  const { zh, en } = demandName(problem, relaxation);
  if (rule === sizeRule && bound === "least") {
    return { zh: `${zh}从 ${from} 个减为 ${to} 个`, en: `${en} from ${from} down to ${to}` };
  }
  const side = bound === "least" ? { zh: "至少", en: "at least" } : { zh: "至多", en: "at most" };
  return { zh: `${zh}由${side.zh} ${from} 个改为${side.zh} ${to} 个`, en: `${en} from ${side.en} ${from} to ${side.en} ${to}` };
}

function decisionText(problem: SelectionProblem, { subject, include, reason }: Decision): Bilingual {
  const name = nameOf(problem, subject);
  return include
    ? { zh: `选入${name}，理由：${reason}`, en: `${name} is taken in; reason: ${reason}` }
    : { zh: `不选${name}，理由：${reason}`, en: `${name} is left out; reason: ${reason}` };
}

function behindText(problem: SelectionProblem, { subjects, by }: Behind): Bilingual {
  if (by === null) return { zh: "", en: "" };
  const names = namesOf(problem, subjects);
  if (comparePoints(by, zeroPoints) === 0) {
    return { zh: `，排在${names.zh}之后，总分相同`, en: `, behind ${names.en} with the same total` };
  }
  return { zh: `，排在${names.zh}之后，相差 ${formatPoints(size(by))}`, en: `, behind ${names.en} by ${formatPoints(size(by))}` };
}

/** Totals that are ranks are better when they are less. */
function size(by: Points): Points {
  return comparePoints(by, zeroPoints) < 0 ? scalePoints(by, -1) : by;
}

function demandNames(problem: SelectionProblem, demands: readonly ToldDemand[]): Bilingual {
  return joined(demands.map((demand) => demandName(problem, demand)));
}

/** Demands that are full, with how many they take. */
function fullNames(problem: SelectionProblem, demands: readonly ToldDemand[]): Bilingual {
  return joined(demands.map((demand) => demandName(problem, demand, [{ zh: `${demand.most} 个`, en: `${demand.most}` }])));
}

function joined(texts: readonly Bilingual[]): Bilingual {
  return { zh: texts.map(({ zh }) => zh).join("、"), en: texts.map(({ en }) => en).join("; ") };
}

/** A rule in one place: “每个设区市至多”（杭州，4 个）. */
function demandName(
  problem: SelectionProblem,
  { rule, at, subject }: Pick<ToldDemand, "rule" | "at" | "subject">,
  figures: readonly Bilingual[] = [],
): Bilingual {
  const label = rule === sizeRule ? problem.size.label : problem.rules.find(({ id }) => id === rule)?.label;
  const values = Object.entries(at).map(([field, value]) => problem.labels[field]?.[value] ?? { zh: value, en: value });
  const named = subject === null ? values : [{ zh: nameOf(problem, subject), en: nameOf(problem, subject) }];
  const where = [...named, ...figures];
  const [zh, en] = [label?.zh ?? rule, label?.en ?? rule];
  if (where.length === 0) return { zh: `“${zh}”`, en: `"${en}"` };
  return { zh: `“${zh}”（${where.map((each) => each.zh).join("，")}）`, en: `"${en}" (${where.map((each) => each.en).join(", ")})` };
}

function nameOf({ subjects }: SelectionProblem, subject: string): string {
  return subjects.find(({ id }) => id === subject)?.label ?? subject;
}

function namesOf(problem: SelectionProblem, subjects: readonly string[]): Bilingual {
  const names = subjects.map((id) => nameOf(problem, id));
  return { zh: names.join("、"), en: names.join(", ") };
}

function bare(sentence: string): string {
  return sentence.replace(/[。.]$/, "");
}
