import { rankSpans, type SpanRequest } from "./rank-spans.ts";

/** Ranks without each grader, worked out off the page's own thread. */
addEventListener("message", ({ data }: MessageEvent<SpanRequest>) => {
  try {
    postMessage({ spans: rankSpans(data) });
  } catch (failure) {
    postMessage({ failed: failure instanceof Error ? failure.message : String(failure) });
  }
});
