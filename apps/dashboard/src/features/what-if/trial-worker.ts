import { RubricError } from "@mingchuang/rubric/errors";
import { loadHighsSolver } from "@mingchuang/rubric/select/highs";
import { type TrialEntrant, tryChanges } from "@mingchuang/rubric/what-if/trial";
import solverUrl from "highs/runtime?url";
import { readEntrants } from "./read-entrants.ts";
import type { PublishedFacts, TrialAnswer, TrialMessage, TrialQuestion } from "./trial-client.ts";

let solver: ReturnType<typeof loadHighsSolver> | undefined;
let published: readonly PublishedFacts[] = [];
let read: readonly TrialEntrant[] | undefined;

/** One trial off the page's own thread, so that typing goes on while it runs. */
async function answer(question: TrialQuestion): Promise<TrialAnswer> {
  try {
    solver ??= loadHighsSolver(new URL(solverUrl, location.href).href);
    const started = performance.now();
    read ??= readEntrants(published);
    const trial = await tryChanges({ ...question, entrants: read }, await solver);
    return { trial, milliseconds: performance.now() - started };
  } catch (failure) {
    if (failure instanceof RubricError) return { refused: { code: failure.code, ...failure.detail } };
    return { failed: failure instanceof Error ? failure.message : String(failure) };
  }
}

addEventListener("message", ({ data: { id, question, rows } }: MessageEvent<TrialMessage>) => {
  if (rows !== null) [published, read] = [rows, undefined];
  void answer(question).then((answered) => postMessage({ id, answer: answered }));
});
