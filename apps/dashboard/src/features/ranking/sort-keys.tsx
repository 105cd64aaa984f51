import type { ColumnSort } from "@tanstack/react-table";
import type { Text } from "../../lib/i18n.ts";
import type { messages } from "./messages.ts";

interface SortKeysProps {
  readonly sorting: readonly ColumnSort[];
  readonly labelOf: (id: string) => string;
  readonly onSorting: (sorting: readonly ColumnSort[]) => void;
  readonly text: Text<keyof typeof messages.zh>;
}

/** The order in force in words, each key with a button that takes it away. */
export function SortKeys({ sorting, labelOf, onSorting, text }: SortKeysProps) {
  return (
    <p className="sort-keys">
      <span className="faint">{text("sortedBy")}</span>
      {sorting.length === 0 ? (
        <span title={text("sortHint")}>{text("merit")}</span>
      ) : (
        <>
          {sorting.map(({ id, desc }, index) => (
            <button
              key={id}
              type="button"
              className="sort-key"
              onClick={() => onSorting(sorting.filter((key) => key.id !== id))}
              aria-label={text("removeKey", { column: labelOf(id) })}
            >
              {sorting.length > 1 ? `${index + 1} ` : ""}
              {labelOf(id)} {text(desc ? "descending" : "ascending")} ×
            </button>
          ))}
          <button type="button" className="link" onClick={() => onSorting([])}>
            {text("clearSort")}
          </button>
        </>
      )}
    </p>
  );
}
