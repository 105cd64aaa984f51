import type { SourceColumn, SourceRow } from "@mingchuang/warehouse/queries/lineage";
import { Link } from "@tanstack/react-router";
import { useText } from "../../lib/i18n.ts";
import { usePlaces } from "../../ui/source/source-place.ts";
import { fieldName, figureText, kindName } from "./figure-words.ts";
import { messages } from "./messages.ts";
import { cellOf, isWorkbook, partsOf } from "./source-cells.ts";

interface SourceDetailProps {
  readonly row: SourceRow;
  readonly columns: readonly SourceColumn[];
  /** Fields that the question is about. */
  readonly marked: readonly string[];
}

/** One row that was handed in, field by field: the header over it, its cell and its value, and what became of the row. */
export function SourceDetail({ row, columns, marked }: SourceDetailProps) {
  const text = useText(messages);
  const placeOf = usePlaceOf();
  const fields = Object.keys(row.figures).filter((field) => row.figures[field] !== null || cellOf(row, field, columns) !== null);
  return (
    <article className={row.supersededBy === null ? "source-row" : "source-row former"}>
      <header>
        <h3>{row.path ?? kindName(row.kind, text)}</h3>
        <p>
          {placeOf(row)}
          {"　"}
          <RowState row={row} />
        </p>
        <Link to="/data" search={({ year, honour, lang, theme }) => ({ year, honour, lang, theme, file: row.fileId })} hash="files">
          {text("inData")}
        </Link>
      </header>
      <table className="ruled source-fields">
        <caption className="sr-only">{`${row.path ?? ""} ${placeOf(row)}`}</caption>
        <thead>
          <tr>
            <th scope="col">{text("field")}</th>
            <th scope="col">{text("header")}</th>
            <th scope="col">{text("cell")}</th>
            <th scope="col" className="numeric">
              {text("value")}
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => {
            const cell = cellOf(row, field, columns);
            const parts = partsOf(row, field, columns);
            return (
              <tr key={field} aria-current={marked.includes(field) ? "true" : undefined}>
                <th scope="row">{fieldName(field, text)}</th>
                <td>
                  {cell?.header ??
                    (parts.length > 0 ? text("workedOut", { parts: parts.map((part) => fieldName(part, text)).join(" + ") }) : "–")}
                </td>
                <td className="place">{cell?.cell ?? ((cell && !isWorkbook(row) && placeOf(row)) || "–")}</td>
                <td className="numeric">{figureText(field, row.figures[field], text)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </article>
  );
}

export function RowState({ row }: { readonly row: SourceRow }) {
  const text = useText(messages);
  if (row.supersededBy === null) return <span className="badge">{text("current")}</span>;
  const words =
    row.supersededBy === row.fileId
      ? text("repeat")
      : row.supersededBy === "undone" || row.supersededBy === "ignored"
        ? text(row.supersededBy)
        : row.supersededByPath === null
          ? text("supersededHidden")
          : text("supersededBy", { path: row.supersededByPath });
  return <span className="badge former">{words}</span>;
}

/** The place of a row in its file. */
export function usePlaceOf() {
  const { inFile } = usePlaces();
  return ({ path, sheet, rowNo, cell }: SourceRow): string => inFile({ path, sheet, row_no: rowNo, cell }) ?? "";
}
