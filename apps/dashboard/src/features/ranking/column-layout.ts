/** How the columns of the ranking stand. The address carries only what differs from how they stand at first. */
export interface ColumnLayout {
  /** Every column, shown or not. */
  readonly order: readonly string[];
  /** Columns up to this one stay in sight when the table is scrolled sideways; null when none does. */
  readonly frozen: string | null;
  /** Widths set by hand, in pixels. */
  readonly widths: ReadonlyMap<string, number>;
}

/** As the address writes it: `cols=rank,name,city&frozen=total&w=name:300`. */
export interface WrittenLayout {
  readonly cols: string[];
  readonly frozen: string | undefined;
  readonly w: string[];
}

const frozenAtFirst = "name";
const unfrozen = "none";
export const narrowest = 40;
export const widest = 640;

/** The columns that `cols` names come first, the others follow as they stand at first. Whatever is not understood is left out. */
export function parseLayout({ cols, frozen, w }: WrittenLayout, ids: readonly string[]): ColumnLayout {
  const known = new Set(ids);
  const named = [...new Set(cols)].filter((id) => known.has(id));
  const widths = w.flatMap((part): [string, number][] => {
    const at = part.lastIndexOf(":");
    const id = part.slice(0, at);
    const width = /^\d{1,5}$/.test(part.slice(at + 1)) ? Number(part.slice(at + 1)) : Number.NaN;
    return known.has(id) && width > 0 ? [[id, clampWidth(width)]] : [];
  });
  return {
    order: [...named, ...ids.filter((id) => !named.includes(id))],
    frozen: frozen === unfrozen ? null : frozen !== undefined && known.has(frozen) ? frozen : frozenAtFirst,
    widths: new Map(widths),
  };
}

/** The inverse of `parseLayout`, as short as it can be: nothing for what stands at first. */
export function formatLayout({ order, frozen, widths }: ColumnLayout, ids: readonly string[]): WrittenLayout {
  const place = new Map(ids.map((id, index) => [id, index]));
  let named = order.length;
  while (named > 0 && isRising(order.slice(named - 1), place)) named -= 1;
  return {
    cols: order.slice(0, named),
    frozen: frozen === frozenAtFirst ? undefined : (frozen ?? unfrozen),
    w: [...widths].map(([id, width]) => `${id}:${width}`),
  };
}

const isRising = (ids: readonly string[], place: ReadonlyMap<string, number>): boolean =>
  ids.every((id, index) => index === 0 || (place.get(ids[index - 1] ?? "") ?? 0) < (place.get(id) ?? 0));

const clampWidth = (width: number): number => Math.round(Math.min(widest, Math.max(narrowest, width)));

/** The shown columns that stay in sight. */
export function frozenColumns({ order, frozen }: ColumnLayout, isShown: (id: string) => boolean): readonly string[] {
  return frozen === null ? [] : order.slice(0, order.indexOf(frozen) + 1).filter(isShown);
}

/** Puts a column before another one, or last; as many columns stay frozen as before, as in a spreadsheet. */
export function placeColumn(layout: ColumnLayout, id: string, before: string | null, isShown: (id: string) => boolean): ColumnLayout {
  if (id === before) return layout;
  const others = layout.order.filter((each) => each !== id);
  let at = before === null ? others.length : others.indexOf(before);
  // Behind the shown column on its left rather than before hidden ones: it looks the same, and the address stays short.
  while (before !== null && at > 0 && !isShown(others[at - 1] ?? "")) at -= 1;
  if (at < 0 || others.length === layout.order.length) return layout;
  const moved = { ...layout, order: [...others.slice(0, at), id, ...others.slice(at)] };
  const kept = frozenColumns(layout, isShown).length;
  return kept === frozenColumns(moved, isShown).length
    ? moved
    : { ...moved, frozen: kept === 0 ? null : (moved.order.filter(isShown)[kept - 1] ?? null) };
}

/**
 * Moves a column past the next shown one, to the left (-1) or right (1); at the edge nothing moves. A hidden one moves among all of them,
 * one at a time, so that it is where it should be when it is shown.
 */
export function stepColumn(layout: ColumnLayout, id: string, step: -1 | 1, isShown: (id: string) => boolean): ColumnLayout {
  const passable = isShown(id) ? layout.order.filter(isShown) : layout.order;
  const at = passable.indexOf(id);
  const target = at < 0 ? undefined : passable[at + step];
  if (target === undefined) return layout;
  if (!isShown(id)) return { ...layout, order: passable.map((each) => (each === id ? target : each === target ? id : each)) };
  if (step < 0) return placeColumn(layout, id, target, isShown);
  return placeColumn(layout, id, layout.order[layout.order.indexOf(target) + 1] ?? null, isShown);
}

/** Sets a width; null takes back one that was set. */
export function sizeColumn(layout: ColumnLayout, id: string, width: number | null): ColumnLayout {
  const widths = new Map(layout.widths);
  if (width === null) widths.delete(id);
  else widths.set(id, clampWidth(width));
  return { ...layout, widths };
}
