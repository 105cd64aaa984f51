import type { Effects } from "@mingchuang/rubric/editions/split-change";
import { points } from "@mingchuang/rubric/points";
import { minus } from "@mingchuang/rubric/ratio";
import type { RestatedRow } from "@mingchuang/warehouse/queries/restated";

/** A group's mean change, as it was worked out at evaluation. */
export interface PublishedChange {
  /** The city's code, or `province`. */
  readonly key: string;
  readonly city: string | null;
  readonly subjects: number;
  readonly unknown: number;
  readonly effects: Effects;
  readonly items: readonly { readonly item: string; readonly effects: Effects }[];
}

export const province = "province";

/** The rows of one pair of editions as one change for each group, the province first, then the cities from the most improved to the least. */
export function publishedChanges(rows: readonly RestatedRow[], schemeBefore: string, schemeAfter: string): readonly PublishedChange[] {
  const groups = new Map<string, RestatedRow[]>();
  for (const row of rows.filter((each) => each.scheme_before === schemeBefore && each.scheme_id === schemeAfter)) {
    const key = row.city_code ?? province;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const all = [...groups].flatMap(([key, own]): PublishedChange[] => {
    const total = own.find(({ item }) => item === null);
    if (total === undefined) return [];
    const items = own.flatMap((row) => (row.item === null ? [] : [{ item: row.item, effects: effectsIn(row) }]));
    return [{ key, city: total.city, subjects: total.subjects, unknown: total.unknown, effects: effectsIn(total), items }];
  });
  const size = ({ effects: { change } }: PublishedChange) => change.numerator / change.denominator;
  return all.sort((a, b) => Number(b.key === province) - Number(a.key === province) || size(b) - size(a));
}

function effectsIn(row: RestatedRow): Effects {
  const before = points(row.before_num, row.before_den);
  const after = points(row.after_num, row.after_den);
  return {
    before,
    after,
    change: minus(after, before),
    rule: points(row.rule_num, row.rule_den),
    performance: points(row.performance_num, row.performance_den),
  };
}
