import { z } from "zod";
import { oneOf, text } from "../../lib/search-state.ts";

/** `?city=330100&sort=bad`: which city is opened while its siblings stay, and by what the cities are ordered. */
export const citiesSearch = z.object({
  city: text(),
  item: text(),
  sort: oneOf(["official", "score", "good", "bad", "nominated"]),
});
export type CitiesSearch = z.infer<typeof citiesSearch>;
export const citiesDefaults = { sort: "official" } as const;
