import { useText } from "../../lib/i18n.ts";
import { messages } from "./messages.ts";

/** Where a row or cell stands in the files that were handed in. */
export interface SourcePlace {
  readonly path: string | null;
  readonly sheet: string | null;
  readonly row_no: number | null;
  readonly cell?: string | null;
}

type PlaceText = (key: "rowPlace" | "recordPlace", values: { readonly row: number }) => string;

/** Their rows have no lines that an editor would count: the number is that of the record. */
const countsRecords = /\.(?:json|parquet)$/i;

/** `窗口!F17`; without a cell `窗口 第 17 行`, of a JSON document or Parquet file `第 17 条`. Null when nothing is known; a profile may keep the row back. */
export function placeInFile({ path, sheet, row_no, cell }: SourcePlace, text: PlaceText): string | null {
  if (cell) return sheet ? `${sheet}!${cell}` : cell;
  const row = row_no === null ? null : text(countsRecords.test(path ?? "") ? "recordPlace" : "rowPlace", { row: row_no });
  const place = [sheet || null, row].filter((part) => part !== null).join(" ");
  return place === "" ? null : place;
}

/** The place with its file before it: `2023/评分表.xlsx · 窗口!F17`. Null when the file is not known. */
export function sourcePlace(place: SourcePlace, text: PlaceText): string | null {
  if (place.path === null) return null;
  return [place.path, placeInFile(place, text)].filter((part) => part !== null).join(" · ");
}

/** Both, in the language of the page. */
export function usePlaces() {
  const text = useText(messages);
  return {
    inFile: (place: SourcePlace) => placeInFile(place, text),
    withFile: (place: SourcePlace) => sourcePlace(place, text),
  };
}
