import { z } from "zod";

/** Names an item, a clause, a rule or a policy within its scheme: `red-flag-window`, `V2`. */
export const Id = z.string().regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/);
