import { querySourceColumns, type SourceRow } from "@mingchuang/warehouse/queries/lineage";
import { useText } from "../../lib/i18n.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Section } from "../../ui/page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { messages } from "./messages.ts";
import { SourceDetail } from "./source-detail.tsx";

interface SourceRowsProps {
  readonly rows: readonly SourceRow[];
  readonly marked?: readonly string[];
  /** What to say when nothing was handed in. */
  readonly nothing: string;
}

/** The rows that make a figure, and those that made it before. */
export function SourceRows({ rows, marked = [], nothing }: SourceRowsProps) {
  const text = useText(messages);
  const fileIds = [...new Set(rows.map(({ fileId }) => fileId))].sort();
  const columns = useRows(querySourceColumns, { fileIds });
  const current = rows.filter(({ supersededBy }) => supersededBy === null);
  const former = rows.filter(({ supersededBy }) => supersededBy !== null);
  const details = (some: readonly SourceRow[]) => (
    <Loaded result={columns}>
      {(known) => (
        <div className="source-list">
          {some.map((row) => (
            <SourceDetail
              key={`${row.fileId}/${row.sheet}/${row.rowNo}/${row.cell}/${row.recordId}`}
              row={row}
              columns={known}
              marked={marked}
            />
          ))}
        </div>
      )}
    </Loaded>
  );
  return (
    <>
      <Section
        id="rows"
        title={text("counts")}
        note={
          current.length === 0
            ? nothing
            : current.some(({ kind }) => kind === "reviews")
              ? text("countedReviews")
              : current.length === 1
                ? text("countsOne")
                : text("countsSeveral", { count: current.length })
        }
      >
        {details(current)}
      </Section>
      {rows.length === 0 ? null : (
        <Section id="former" title={text("former")} note={former.length === 0 ? text("formerNone") : text("formerNote")}>
          {details(former)}
        </Section>
      )}
    </>
  );
}
