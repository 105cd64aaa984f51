import type { TrialTimes } from "./trial-worker.ts";

declare global {
  interface Window {
    tryOut: (sheets: number) => Promise<TrialTimes>;
  }
}

const worker = new Worker(new URL("./trial-worker.ts", import.meta.url), { type: "module" });

window.tryOut = (sheets) =>
  new Promise((done, fail) => {
    worker.onmessage = ({ data }: MessageEvent<TrialTimes>) => done(data);
    worker.onerror = ({ message }) => fail(new Error(message));
    worker.postMessage(sheets);
  });
