/** How a cell of a frozen column stays where it is; the last one has an edge. */
export function pinOf(start: number | null, isLast: boolean): { className: string; style: { left: number } | undefined } {
  return start === null ? { className: "", style: undefined } : { className: isLast ? "pinned last" : "pinned", style: { left: start } };
}
