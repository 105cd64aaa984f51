import type { Bilingual } from "@mingchuang/rubric/bilingual";
import type { Trial, TrialInput } from "@mingchuang/rubric/what-if/trial";
import type { TrialFactsRow } from "@mingchuang/warehouse/queries/what-if";

/** What the worker is asked: the facts go as they were published, and are read there. */
export interface TrialRequest extends Omit<TrialInput, "entrants"> {
  readonly rows: readonly Pick<TrialFactsRow, "application_id" | "label" | "facts" | "excluded">[];
}

/** `refused`: the rules cannot be applied so, and say why. */
export type TrialAnswer =
  | { readonly trial: Trial; readonly milliseconds: number }
  | { readonly refused: Bilingual & { readonly code: string } }
  | { readonly failed: string };

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, { readonly resolve: (answer: TrialAnswer) => void; readonly reject: (failure: Error) => void }>();

function startWorker(): Worker {
  const started = new Worker(new URL("./trial-worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<{ readonly id: number; readonly answer: TrialAnswer }>) => {
    waiting.get(data.id)?.resolve(data.answer);
    waiting.delete(data.id);
  });
  started.addEventListener("error", ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message === "" ? "trial-worker" : message));
    waiting.clear();
    started.terminate();
    worker = undefined;
  });
  return started;
}

/** @throws {Error} when the worker does not start or stops. */
export async function askTrial(request: TrialRequest): Promise<Exclude<TrialAnswer, { failed: string }>> {
  worker ??= startWorker();
  const answer = await new Promise<TrialAnswer>((resolve, reject) => {
    asked += 1;
    waiting.set(asked, { resolve, reject });
    worker?.postMessage({ id: asked, request });
  });
  if ("failed" in answer) throw new Error(answer.failed);
  return answer;
}
