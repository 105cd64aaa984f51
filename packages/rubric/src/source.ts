import { z } from "zod";

/** Where a rule is written. A rule without a source does not load. */
export const Source = z.strictObject({
  /** An id in `data/documents.yaml`. */
  document: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** For example "附件5·3·1": a string, since 3.10 is not 3.1. */
  clause: z.string().min(1),
});
export type Source = z.infer<typeof Source>;
