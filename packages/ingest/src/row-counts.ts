/** The account of some rows: `rowsIn = accepted + rejected + superseded`. */
export interface RowCounts {
  readonly rowsIn: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly superseded: number;
}

export function sumCounts(counts: readonly RowCounts[]): RowCounts {
  const sum = (name: keyof RowCounts) => counts.reduce((total, each) => total + each[name], 0);
  return { rowsIn: sum("rowsIn"), accepted: sum("accepted"), rejected: sum("rejected"), superseded: sum("superseded") };
}
