interface SizedColumn {
  readonly id: string;
  /** The width it has at first. */
  readonly size: number;
}

/** A width set on a wide screen takes no more of a narrow one than this, unless the column needs it from the start. */
const widestShare = 0.45;

/**
 * How wide each shown column is: as set by hand, else its first width. What a wide frame has left goes to the columns whose width nobody
 * set, in proportion, so that the sizes are those on the screen and frozen columns stand exactly side by side.
 */
export function fitColumns(
  columns: readonly SizedColumn[],
  widths: ReadonlyMap<string, number>,
  frame: number,
): Readonly<Record<string, number>> {
  const most = frame > 0 ? Math.round(frame * widestShare) : Number.POSITIVE_INFINITY;
  const setTo = (id: string, size: number) => Math.min(widths.get(id) ?? size, Math.max(size, most));
  const total = columns.reduce((sum, { id, size }) => sum + setTo(id, size), 0);
  const free = columns.filter(({ id }) => !widths.has(id));
  const freeTotal = free.reduce((sum, { size }) => sum + size, 0);
  let spare = Math.max(0, Math.floor(frame) - total);
  let left = freeTotal;
  return Object.fromEntries(
    columns.map(({ id, size }) => {
      if (widths.has(id)) return [id, setTo(id, size)];
      // The rest is shared anew at each column, so that whole pixels come to exactly the frame.
      const more = left === 0 ? 0 : Math.round((spare * size) / left);
      spare -= more;
      left -= size;
      return [id, size + more];
    }),
  );
}

/** At most so much of the frame's width may stay in sight; the rest must be left for what is scrolled. */
const frozenShare = 0.62;

/** As many of the frozen columns, from the left, as leave room to scroll the others. */
export function frozenWithin(ids: readonly string[], sizes: Readonly<Record<string, number>>, frame: number): readonly string[] {
  let taken = 0;
  const end = ids.findIndex((id) => {
    taken += sizes[id] ?? 0;
    return frame > 0 && taken > frame * frozenShare;
  });
  return end < 0 ? ids : ids.slice(0, end);
}
