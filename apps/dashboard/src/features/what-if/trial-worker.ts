import { RubricError } from "@mingchuang/rubric/errors";
import { loadHighsSolver } from "@mingchuang/rubric/select/highs";
import { tryChanges } from "@mingchuang/rubric/what-if/trial";
import solverUrl from "highs/runtime?url";
import { readEntrants } from "./read-entrants.ts";
import type { TrialAnswer, TrialRequest } from "./trial-client.ts";

let solver: ReturnType<typeof loadHighsSolver> | undefined;

/** One trial off the page's own thread, so that typing goes on while it runs. */
async function answer({ rows, ...request }: TrialRequest): Promise<TrialAnswer> {
  try {
    solver ??= loadHighsSolver(new URL(solverUrl, location.href).href);
    const started = performance.now();
    const trial = await tryChanges({ ...request, entrants: readEntrants(rows) }, await solver);
    return { trial, milliseconds: performance.now() - started };
  } catch (failure) {
    if (failure instanceof RubricError) return { refused: { code: failure.code, ...failure.detail } };
    return { failed: failure instanceof Error ? failure.message : String(failure) };
  }
}

addEventListener("message", ({ data }: MessageEvent<{ readonly id: number; readonly request: TrialRequest }>) => {
  void answer(data.request).then((answered) => postMessage({ id: data.id, answer: answered }));
});
