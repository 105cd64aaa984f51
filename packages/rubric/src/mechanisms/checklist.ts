import { z } from "zod";
import { Bilingual } from "../bilingual.ts";
import type { Facts } from "../facts.ts";
import { Id } from "../id.ts";
import { Figure, itemFields } from "../item.ts";
import { type Measured, type MeasuredPart, measureFields, shareOfParts } from "../measure.ts";
import { zeroPoints as nothing } from "../points.ts";
import { type Policies, ruled } from "../policy.ts";
import { decimalRatio, dividedBy, sumRatios, whole } from "../ratio.ts";
import { recordsOf } from "../reading.ts";
import { Source } from "../source.ts";

const checklistFields = {
  kind: z.literal("checklist"),
  period: ruled("period"),
  points: z.array(z.strictObject({ id: Id, label: Bilingual, points: Figure.positive().optional(), source: Source })).min(1),
};

/** A list of points, each kept or not. Each is worth its `points`, or as much as the others where the document prints none. */
export const Checklist = z.strictObject({ ...measureFields, ...checklistFields });
export type Checklist = z.infer<typeof Checklist>;

export const ChecklistItem = z.strictObject({ ...itemFields, ...checklistFields });
export type ChecklistItem = z.infer<typeof ChecklistItem>;

/**
 * What of a checklist is kept, from records of the kind `checklists` (fields `point` and `kept`). Of several looks at a point in the
 * period the latest counts; a point that nobody looked at leaves the list unknown.
 */
export function readChecklist(list: Pick<Checklist, "id" | "source" | "period" | "points">, facts: Facts, policies: Policies): Measured {
  const looks = recordsOf({ records: "checklists", where: {}, period: list.period }, facts, policies)
    .filter(({ fields }) => typeof fields.kept === "boolean")
    .sort((a, b) => ((a.on ?? "") < (b.on ?? "") ? -1 : (a.on ?? "") > (b.on ?? "") ? 1 : 0));
  const worth = list.points.map((point) => (point.points === undefined ? whole : decimalRatio(point.points)));
  const all = sumRatios(worth);
  const parts = list.points.map((point, place): MeasuredPart => {
    const look = looks.findLast(({ fields }) => fields.point === point.id);
    const share = look === undefined ? null : look.fields.kept === true ? whole : nothing;
    const weight = dividedBy(worth[place] ?? whole, all);
    const records = look === undefined ? [] : [look];
    return { id: point.id, kind: "point", share, weight, value: share, marks: null, records, source: point.source, parts: [] };
  });
  const share = shareOfParts(parts);
  return { id: list.id, kind: "checklist", share, value: share, marks: null, records: [], source: list.source, parts };
}
