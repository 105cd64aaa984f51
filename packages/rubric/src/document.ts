import { z } from "zod";

/** A document that rules cite. `number` and `date` are null where it carries none, or none is known. */
export const CitedDocument = z.strictObject({
  issuer: z.string().min(1),
  number: z.string().min(1).nullable(),
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
  title: z.string().min(1),
});
export type CitedDocument = z.infer<typeof CitedDocument>;

/** The list of documents by id, as `data/documents.yaml` has it. */
export const Documents = z.record(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), CitedDocument);
export type Documents = z.infer<typeof Documents>;
