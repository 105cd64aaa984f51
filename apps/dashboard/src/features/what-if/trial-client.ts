import type { Bilingual } from "@mingchuang/rubric/bilingual";
import type { Robustness } from "@mingchuang/rubric/robustness/robustness";
import type { Trial, TrialInput } from "@mingchuang/rubric/what-if/trial";
import type { TrialFactsRow } from "@mingchuang/warehouse/queries/what-if";

/** What the worker is asked about the facts that it has. */
export type TrialQuestion = Omit<TrialInput, "entrants">;

/** The facts as they were published: they are read in the worker. */
export type PublishedFacts = Pick<TrialFactsRow, "application_id" | "label" | "facts" | "excluded">;

/** How firmly the published places stand. */
export type RangesQuestion = Pick<TrialQuestion, "scheme" | "honour" | "choices">;

export interface TrialMessage {
  readonly id: number;
  readonly asked: { readonly trial: TrialQuestion } | { readonly ranges: RangesQuestion };
  /** Only when they are others than those of the question before. */
  readonly rows: readonly PublishedFacts[] | null;
}

/** `refused`: the rules cannot be applied so, and say why. */
export type Answer<Found> =
  | ({ readonly milliseconds: number } & Found)
  | { readonly refused: Bilingual & { readonly code: string } }
  | { readonly failed: string };

type TrialFound = { readonly trial: Trial };
type RangesFound = { readonly ranges: Robustness };
export type WorkerAnswer = Answer<TrialFound | RangesFound>;

let worker: Worker | undefined;
let asked = 0;
let sent: readonly TrialFactsRow[] | undefined;
const waiting = new Map<number, { readonly resolve: (answer: WorkerAnswer) => void; readonly reject: (failure: Error) => void }>();

function startWorker(): Worker {
  const started = new Worker(new URL("./trial-worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<{ readonly id: number; readonly answer: WorkerAnswer }>) => {
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
export const askTrial = (rows: readonly TrialFactsRow[], trial: TrialQuestion) => ask<TrialFound>(rows, { trial });

/** @throws {Error} when the worker does not start or stops. */
export const askRanges = (rows: readonly TrialFactsRow[], ranges: RangesQuestion) => ask<RangesFound>(rows, { ranges });

async function ask<Found>(
  rows: readonly TrialFactsRow[],
  question: TrialMessage["asked"],
): Promise<Exclude<Answer<Found>, { failed: string }>> {
  worker ??= startWorker();
  const answer = await new Promise<WorkerAnswer>((resolve, reject) => {
    asked += 1;
    waiting.set(asked, { resolve, reject });
    const message: TrialMessage = { id: asked, asked: question, rows: rows === sent ? null : rows.map(published) };
    worker?.postMessage(message);
    sent = rows;
  });
  if ("failed" in answer) throw new Error(answer.failed);
  // what was asked decides what is found
  return answer as Exclude<Answer<Found>, { failed: string }>;
}

const published = ({ application_id, label, facts, excluded }: TrialFactsRow): PublishedFacts => ({
  application_id,
  label,
  facts,
  excluded,
});
