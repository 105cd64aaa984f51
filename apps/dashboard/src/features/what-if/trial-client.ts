import type { Bilingual } from "@mingchuang/rubric/bilingual";
import type { Trial, TrialInput } from "@mingchuang/rubric/what-if/trial";
import type { TrialFactsRow } from "@mingchuang/warehouse/queries/what-if";

/** What the worker is asked about the facts that it has. */
export type TrialQuestion = Omit<TrialInput, "entrants">;

/** The facts as they were published: they are read in the worker. */
export type PublishedFacts = Pick<TrialFactsRow, "application_id" | "label" | "facts" | "excluded">;

export interface TrialMessage {
  readonly id: number;
  readonly question: TrialQuestion;
  /** Only when they are others than those of the question before. */
  readonly rows: readonly PublishedFacts[] | null;
}

/** `refused`: the rules cannot be applied so, and say why. */
export type TrialAnswer =
  | { readonly trial: Trial; readonly milliseconds: number }
  | { readonly refused: Bilingual & { readonly code: string } }
  | { readonly failed: string };

let worker: Worker | undefined;
let asked = 0;
let sent: readonly TrialFactsRow[] | undefined;
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
    sent = undefined;
  });
  return started;
}

/** @throws {Error} when the worker does not start or stops. */
export async function askTrial(rows: readonly TrialFactsRow[], question: TrialQuestion): Promise<Exclude<TrialAnswer, { failed: string }>> {
  worker ??= startWorker();
  const answer = await new Promise<TrialAnswer>((resolve, reject) => {
    asked += 1;
    waiting.set(asked, { resolve, reject });
    const message: TrialMessage = { id: asked, question, rows: rows === sent ? null : rows.map(published) };
    worker?.postMessage(message);
    sent = rows;
  });
  if ("failed" in answer) throw new Error(answer.failed);
  return answer;
}

const published = ({ application_id, label, facts, excluded }: TrialFactsRow): PublishedFacts => ({
  application_id,
  label,
  facts,
  excluded,
});
