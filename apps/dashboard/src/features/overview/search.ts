import { z } from "zod";
import { flag, oneOf } from "../../lib/search-state.ts";

/** `?map=bad`: which figure colours the map of the cities; `?wall=1`: laid out for a screen on a wall. */
export const overviewSearch = z.object({ map: oneOf(["score", "good", "bad"]), wall: flag() });
export type OverviewSearch = z.infer<typeof overviewSearch>;
export const overviewDefaults = { map: "score" as const, wall: false };
