import type { Bilingual } from "@mingchuang/rubric/bilingual";
import type { RestatedYears, RestateRequest } from "./restate-years.ts";

/** `refused`: the rules cannot be applied so, and say why. */
export type RestateAnswer =
  | { readonly restated: RestatedYears }
  | { readonly refused: Bilingual & { readonly code: string } }
  | { readonly failed: string };

/** @throws {Error} when the worker does not start or stops. */
export async function askRestated(request: RestateRequest): Promise<Exclude<RestateAnswer, { failed: string }>> {
  const worker = new Worker(new URL("./restate-worker.ts", import.meta.url), { type: "module" });
  try {
    const answer = await new Promise<RestateAnswer>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<RestateAnswer>) => resolve(data));
      worker.addEventListener("error", ({ message }) => reject(new Error(message === "" ? "restate-worker" : message)));
      worker.postMessage(request);
    });
    if ("failed" in answer) throw new Error(answer.failed);
    return answer;
  } finally {
    worker.terminate();
  }
}
