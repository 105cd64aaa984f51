import { z } from "zod";

/** A text that a user sees: Chinese first, English beside it. */
export const Bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof Bilingual>;
