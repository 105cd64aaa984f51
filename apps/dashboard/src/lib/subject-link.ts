import type { Honour } from "./search-state.ts";

/** Where a subject of this honour has its page. */
export function subjectPath(honour: Honour): "/windows/$id" | "/people/$id" {
  return honour === "red-flag-window" ? "/windows/$id" : "/people/$id";
}
