import { z } from "zod";
import { list, text } from "../../lib/search-state.ts";

/** `?weights=conduct:150&policies=graders-combined:median&without=G1,G3&vetoes=SB2023-C026:l:cause`: the whole trial (`read-changes.ts`). */
export const whatIfSearch = z.object({
  weights: list(),
  policies: list(),
  without: list(),
  vetoes: text(),
  /** The stage whose list is compared; without one the first after the nominations. */
  stage: text(),
});
export type WhatIfSearch = z.infer<typeof whatIfSearch>;
export const whatIfDefaults = { weights: [], policies: [], without: [] };
