import { formatPoints } from "../../lib/format.ts";
import type { ItemLabel } from "../../lib/scheme.ts";

interface ItemBarProps {
  readonly items: readonly ItemLabel[];
  readonly points: readonly (number | null)[];
}

/**
 * The items of one score on one line. Every item has a slot as long as its full points, filled as far as its points go: slots of one
 * item stand under one another down the table, and a gap is what was lost.
 */
export function ItemBar({ items, points }: ItemBarProps) {
  const full = items.reduce((sum, item) => sum + item.maxHundredths, 0);
  const words = items.map((item, index) => `${item.label} ${formatPoints(points[index] ?? null)}/${formatPoints(item.maxHundredths)}`);
  return (
    <span className="item-bar" role="img" aria-label={words.join("，")} title={words.join("\n")}>
      {items.map((item, index) => (
        <span key={item.id} className="slot" style={{ width: `${(item.maxHundredths / full) * 100}%` }}>
          <span
            className={`fill series-${index + 1}`}
            style={{ width: `${(Math.max(0, points[index] ?? 0) / item.maxHundredths) * 100}%` }}
          />
        </span>
      ))}
    </span>
  );
}

/** The slots' numbers, for the head of the column they stand in. */
export function ItemBarHead({ items }: { readonly items: readonly ItemLabel[] }) {
  const full = items.reduce((sum, item) => sum + item.maxHundredths, 0);
  return (
    <span className="item-bar head" aria-hidden="true">
      {items.map((item, index) => (
        <span key={item.id} className="slot" style={{ width: `${(item.maxHundredths / full) * 100}%` }}>
          {index + 1}
        </span>
      ))}
    </span>
  );
}

/** What the colours and numbers mean, once for the whole table. */
export function ItemLegend({ items, title }: { readonly items: readonly ItemLabel[]; readonly title: string }) {
  return (
    <dl className="item-legend">
      <dt>{title}</dt>
      {items.map((item, index) => (
        <dd key={item.id}>
          <span className={`swatch series-${index + 1}`} aria-hidden="true" />
          {index + 1} {item.label}
          <span className="full">{formatPoints(item.maxHundredths).replace(/\.00$/, "")}</span>
        </dd>
      ))}
    </dl>
  );
}
