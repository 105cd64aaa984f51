import { RubricError } from "@mingchuang/rubric/errors";
import type { RestateAnswer } from "./restate-client.ts";
import { type RestateRequest, restateYears } from "./restate-years.ts";

/** Two years worked out off the page's own thread. */
function answer(request: RestateRequest): RestateAnswer {
  try {
    return { restated: restateYears(request) };
  } catch (failure) {
    if (failure instanceof RubricError) return { refused: { code: failure.code, ...failure.detail } };
    return { failed: failure instanceof Error ? failure.message : String(failure) };
  }
}

addEventListener("message", ({ data }: MessageEvent<RestateRequest>) => postMessage(answer(data)));
