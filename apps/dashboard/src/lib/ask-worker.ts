/** Asks a worker one question and ends it. Throws what it says has failed, or that it did not start. */
export function askWorker<Answer extends object>(worker: Worker, question: unknown): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<Answer | { readonly failed: string }>) => {
      if ("failed" in data) reject(new Error(String(data.failed)));
      else resolve(data);
    });
    worker.addEventListener("error", ({ message }) => reject(new Error(message || "the worker did not start")));
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}
