import { z } from "zod";
import { oneOf } from "../../lib/search-state.ts";

/** `?map=bad`: which figure colours the map of the cities. */
export const overviewSearch = z.object({ map: oneOf(["score", "good", "bad"]) });
export type OverviewSearch = z.infer<typeof overviewSearch>;
export const overviewDefaults = { map: "score" as const };
