import { expect, test } from "vitest";
import { checkTitle } from "./check-title.ts";
import type { Title } from "./title.ts";
import { quarterlyTitle, rectification } from "./title-fixture.ts";

const problems = (title: Title) =>
  checkTitle(title, ["red-flag-window"], ["titles", 0]).map(({ code, path }) => `${code} ${path.join(".")}`);
const [first] = quarterlyTitle.transitions;
if (first === undefined) throw new Error("the title has transitions");

test("a title that is whole has no problem", () => {
  expect([quarterlyTitle, rectification].flatMap(problems)).toEqual([]);
});

test("states that are not there are found wherever they are named", () => {
  const transitions = [{ ...first, from: ["none", "nowhere"], to: "beyond" }];
  expect(problems({ ...quarterlyTitle, initial: "unborn", transitions })).toEqual([
    "R110 titles.0.initial",
    "R110 titles.0.transitions.0.from.1",
    "R110 titles.0.transitions.0.to",
  ]);
});

test("an honour that the scheme does not have is found", () => {
  expect(problems({ ...quarterlyTitle, honour: "red-flag-window" })).toEqual([]);
  expect(problems({ ...quarterlyTitle, honour: "blue-flag-window" })).toEqual(["R110 titles.0.honour"]);
});

test("an event that is not listed is found", () => {
  expect(problems({ ...quarterlyTitle, events: [] })).toEqual(["R110 titles.0.transitions.0.when.event"]);
});

test("a run without the rhythm of its periods is found", () => {
  const { runs: _, ...title } = quarterlyTitle;
  expect(problems(title)).toEqual(["R114 titles.0.transitions.1", "R114 titles.0.transitions.2"]);
});

test("ids that repeat are found", () => {
  const { states, events, transitions } = quarterlyTitle;
  const twice = <T>(entries: readonly T[]) => [...entries, ...entries.slice(0, 1)];
  expect(problems({ ...quarterlyTitle, states: twice(states), events: twice(events), transitions: twice(transitions) })).toEqual([
    "R107 titles.0.states.4.id",
    "R107 titles.0.events.1.id",
    "R107 titles.0.transitions.3.id",
  ]);
});
