import { issue, repeated, type SchemeIssue } from "../scheme-issue.ts";
import type { Path } from "../yaml-text.ts";
import type { Title, Transition } from "./title.ts";

/** What the shape of a title does not show: ids that repeat, states, events and honours that are not there, runs of no period. */
export function checkTitle(title: Title, honours: readonly string[], path: Path): SchemeIssue[] {
  const states = title.states.map(({ id }) => id);
  const honour = title.honour === undefined || honours.includes(title.honour) ? [] : [title.honour];
  return [
    ...repeated(title.states, [...path, "states"]),
    ...repeated(title.events, [...path, "events"]),
    ...repeated(title.transitions, [...path, "transitions"]),
    ...honour.map((id) => issue("R110", [...path, "honour"], `方案里没有荣誉“${id}”`, `the scheme has no honour "${id}"`)),
    ...unknown("状态", "state", [title.initial], states, () => [...path, "initial"]),
    ...title.transitions.flatMap((transition, place) => checkTransition(title, transition, [...path, "transitions", place])),
  ];
}

function checkTransition(title: Title, { from, to, when }: Transition, path: Path): SchemeIssue[] {
  const states = title.states.map(({ id }) => id);
  const events = title.events.map(({ id }) => id);
  const ends = [
    ...unknown("状态", "state", from, states, (place) => [...path, "from", place]),
    ...unknown("状态", "state", [to], states, () => [...path, "to"]),
  ];
  if (when.kind === "event") return [...ends, ...unknown("事件", "event", [when.event], events, () => [...path, "when", "event"])];
  if (when.kind === "run" && title.runs === undefined) return [...ends, issue("R114", path, "缺少“runs”", `"runs" is missing`)];
  return ends;
}

function unknown(zh: string, en: string, ids: readonly string[], known: readonly string[], at: (place: number) => Path): SchemeIssue[] {
  return ids.flatMap((id, place) =>
    known.includes(id) ? [] : [issue("R110", at(place), `这个称号没有${zh}“${id}”`, `the title has no ${en} "${id}"`)],
  );
}
