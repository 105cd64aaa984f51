import type { Honour, SchemeFile } from "@mingchuang/rubric/scheme";
import { loadHighsSolver } from "@mingchuang/rubric/select/highs";
import { noChanges } from "@mingchuang/rubric/what-if/changes";
import { type TrialEntrant, tryChanges } from "@mingchuang/rubric/what-if/trial";
import solverUrl from "highs/runtime?url";
import { fullSheets } from "../../full-sheets.ts";

/** Seconds. `read`: JSON to facts, as the page's worker reads them. */
export interface TrialTimes {
  readonly read: number;
  readonly trial: number;
  readonly ranked: number;
}

const graders = 7;

addEventListener("message", ({ data: sheets }: MessageEvent<number>) => {
  void measure(sheets).then(postMessage, (failure: unknown) => {
    // thrown where the page sees it: a promise that fails in a worker says nothing
    setTimeout(() => {
      throw failure;
    });
  });
});

async function measure(sheets: number): Promise<TrialTimes> {
  const scheme = (await (await fetch("/scheme.json")).json()) as SchemeFile;
  const honour = scheme.honours.find(({ subject }) => subject === "window") as Honour;
  const published = Array.from({ length: Math.ceil(sheets / graders) }, (_, window) => JSON.stringify(fullSheets(honour, window, graders)));
  const solve = await loadHighsSolver(new URL(solverUrl, location.href).href);
  const started = performance.now();
  const entrants = published.map(
    (facts, window): TrialEntrant => ({ id: `A${window}`, label: `A${window}`, facts: JSON.parse(facts), excluded: [] }),
  );
  const read = performance.now();
  const { places } = await tryChanges({ scheme, honour, entrants, choices: {}, changes: { ...noChanges, without: ["G1"] } }, solve);
  return {
    read: (read - started) / 1000,
    trial: (performance.now() - read) / 1000,
    ranked: places.filter(({ rank }) => rank !== null).length,
  };
}
