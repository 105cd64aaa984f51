import { z } from "zod";
import { oneOf, text } from "../../lib/search-state.ts";
import { countFields, sourceOf } from "../../ui/source/source-link.tsx";

/** `?of=month&id=W0001&at=2023-04&field=bad`: which figure is asked about (`Asked`). */
export const sourceSearch = z.object({
  of: oneOf(sourceOf),
  id: text(),
  at: text(),
  field: oneOf(countFields),
  by: oneOf(["province", "city", "domain"]),
});
export const sourceDefaults = { of: "month", field: "all", by: "province" } as const;
