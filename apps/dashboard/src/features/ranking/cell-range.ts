/** A cell by the line it stands in and its place in that line, both from 0. */
export interface CellAt {
  readonly position: number;
  readonly column: number;
}

/** A rectangle of cells, its edges included. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function rangeOf(a: CellAt, b: CellAt): CellRange {
  return {
    top: Math.min(a.position, b.position),
    bottom: Math.max(a.position, b.position),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

export const isInRange = ({ top, bottom, left, right }: CellRange, { position, column }: CellAt): boolean =>
  position >= top && position <= bottom && column >= left && column <= right;

/** How large the grid is: lines, columns, and lines that a page key passes. */
export interface GridSize {
  readonly lines: number;
  readonly columns: number;
  readonly page: number;
}

export const clampCell = ({ position, column }: CellAt, { lines, columns }: GridSize): CellAt => ({
  position: Math.max(0, Math.min(lines - 1, position)),
  column: Math.max(0, Math.min(columns - 1, column)),
});

/** Where a key leads, as in a spreadsheet: with Ctrl to the edge. Null for a key that leads nowhere. */
export function moveCell(at: CellAt, key: string, ctrl: boolean, size: GridSize): CellAt | null {
  const far = ctrl ? Number.POSITIVE_INFINITY : 1;
  const to = {
    ArrowUp: { position: at.position - far, column: at.column },
    ArrowDown: { position: at.position + far, column: at.column },
    ArrowLeft: { position: at.position, column: at.column - far },
    ArrowRight: { position: at.position, column: at.column + far },
    PageUp: { position: at.position - size.page, column: at.column },
    PageDown: { position: at.position + size.page, column: at.column },
    Home: { position: ctrl ? 0 : at.position, column: 0 },
    End: { position: ctrl ? size.lines - 1 : at.position, column: size.columns - 1 },
  }[key];
  return to === undefined ? null : clampCell(to, size);
}
