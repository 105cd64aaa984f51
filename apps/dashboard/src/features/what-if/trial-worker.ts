import { RubricError } from "@mingchuang/rubric/errors";
import { robustnessDefaults } from "@mingchuang/rubric/robustness/defaults";
import { robustness } from "@mingchuang/rubric/robustness/robustness";
import { loadHighsSolver } from "@mingchuang/rubric/select/highs";
import { type TrialEntrant, tryChanges } from "@mingchuang/rubric/what-if/trial";
import solverUrl from "highs/runtime?url";
import { readEntrants } from "./read-entrants.ts";
import type { PublishedFacts, TrialMessage, WorkerAnswer } from "./trial-client.ts";

let solver: ReturnType<typeof loadHighsSolver> | undefined;
let published: readonly PublishedFacts[] = [];
let read: readonly TrialEntrant[] | undefined;

/** One calculation off the page's own thread, so that typing goes on while it runs. */
async function answer(asked: TrialMessage["asked"]): Promise<WorkerAnswer> {
  try {
    const started = performance.now();
    read ??= readEntrants(published);
    const found = "trial" in asked ? { trial: await tryTrial(asked.trial, read) } : { ranges: findRanges(asked.ranges, read) };
    return { ...found, milliseconds: performance.now() - started };
  } catch (failure) {
    if (failure instanceof RubricError) return { refused: { code: failure.code, ...failure.detail } };
    return { failed: failure instanceof Error ? failure.message : String(failure) };
  }
}

type Asked<Kind extends string> = Extract<TrialMessage["asked"], Record<Kind, unknown>>;

async function tryTrial(question: Asked<"trial">["trial"], entrants: readonly TrialEntrant[]) {
  solver ??= loadHighsSolver(new URL(solverUrl, location.href).href);
  return tryChanges({ ...question, entrants }, await solver);
}

const findRanges = ({ scheme, honour, choices }: Asked<"ranges">["ranges"], entrants: readonly TrialEntrant[]) =>
  robustness(scheme, honour, entrants, choices, robustnessDefaults);

addEventListener("message", ({ data: { id, asked, rows } }: MessageEvent<TrialMessage>) => {
  if (rows !== null) [published, read] = [rows, undefined];
  void answer(asked).then((answered) => postMessage({ id, answer: answered }));
});
