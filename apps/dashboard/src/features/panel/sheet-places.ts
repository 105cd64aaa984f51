import type { PanelEntry } from "@mingchuang/rubric/agreement/published-panel";
import type { Honour } from "@mingchuang/rubric/scheme";
import { isSheetItem } from "@mingchuang/rubric/sheets";

/** One place of a sheet: what one grader put there, and what the others did. */
export interface SheetPlace {
  readonly key: string;
  readonly item: string;
  /** Null: the item as a whole, or what was taken off it at discretion. */
  readonly clause: string | null;
  readonly kind: PanelEntry["kind"];
  /** Hundredths taken off, or given where the item is graded; null is a blank. */
  readonly own: number | null;
  /** How many others filled it, and how many of them took something off; of graded items their sum, in hundredths. */
  readonly others: number;
  readonly deducting: number;
  readonly othersSum: number;
}

/** The places of a sheet in the order of the rubric; of clauses only those where anybody took something off or left a blank. */
export function sheetPlaces(honour: Honour, entries: readonly PanelEntry[], application: string, grader: string): readonly SheetPlace[] {
  const here = entries.filter((entry) => entry.application === application);
  const others = new Set(here.map((entry) => entry.grader).filter((each) => each !== grader)).size;
  const place = (item: string, clause: string | null, kind: PanelEntry["kind"]): SheetPlace => {
    const found = here.filter(
      (entry) => entry.item === item && entry.kind === kind && (kind === "discretionary" || entry.clause === clause),
    );
    const own = found.filter((entry) => entry.grader === grader).map(({ hundredths }) => hundredths);
    const theirs = found.filter((entry) => entry.grader !== grader && entry.hundredths !== null);
    const none = kind === "discretionary" ? 0 : null;
    return {
      key: [item, kind, clause ?? ""].join("/"),
      item,
      clause,
      kind,
      own: own.length === 0 ? none : own.some((each) => each === null) ? null : own.reduce<number>((sum, each) => sum + (each ?? 0), 0),
      others: kind === "discretionary" ? others : theirs.length,
      deducting: new Set(theirs.filter(({ hundredths }) => hundredths !== 0).map((entry) => entry.grader)).size,
      othersSum: theirs.reduce((sum, { hundredths }) => sum + (hundredths ?? 0), 0),
    };
  };
  const places = honour.rubric.items
    .filter(isSheetItem)
    .flatMap((item) =>
      item.kind === "graded"
        ? [place(item.id, null, "graded")]
        : [...item.clauses.map(({ id }) => place(item.id, id, "fixed")), place(item.id, null, "discretionary")],
    );
  return places.filter(({ kind, own, deducting }) => kind === "graded" || own !== 0 || deducting > 0);
}
