import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import type { SheetEntry } from "./facts.ts";
import { Id } from "./id.ts";
import type { Line } from "./score-result.ts";
import { Source } from "./source.ts";

/** A number of points as a document prints it: not negative, at most two decimals. */
export const Figure = z.number().nonnegative().multipleOf(0.01);

/** What every item states, whatever its mechanism. `checked` names the scheme's methods by which it is looked at, where it says so. */
export const itemFields = {
  id: Id,
  label: Bilingual,
  max: Figure,
  source: Source,
  checked: z.array(Id),
};

/** One step of one grader's sheet, in hundredths before it is shared among the graders. Steps of an item are told in order of `place`. */
export interface Step {
  readonly kind: Line["kind"];
  readonly clause: string | null;
  readonly hundredths: number;
  readonly entry: SheetEntry | null;
  readonly source: Source;
  readonly place: number;
}

/** What one grader's sheet says about one item. `missing` names the cells that are blank or absent. */
export interface Reading {
  readonly steps: readonly Step[];
  readonly missing: readonly string[];
}
