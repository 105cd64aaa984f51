import type { SumPart } from "@mingchuang/warehouse/queries/lineage";
import { saveCsv } from "../../lib/export-csv.ts";
import { formatCount, formatRate } from "../../lib/format.ts";
import { useText } from "../../lib/i18n.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { type Asked, type CountField, SourceLink } from "../../ui/source/source-link.tsx";
import { messages } from "./messages.ts";
import { sumFields as fields, sumOf } from "./sum-of.ts";

interface SumPartsProps {
  readonly title: string;
  readonly note: string;
  readonly parts: readonly SumPart[];
  readonly of: "month" | "window";
  readonly field: CountField;
  /** What a part is asked about when its figure is followed. */
  readonly ask: (part: SumPart) => Asked;
}

const shownAtMost = 500;

/** A sum and what it is made of, each part a way further down. */
export function SumParts({ title, note, parts, of, field, ask }: SumPartsProps) {
  const text = useText(messages);
  const asked = field === "all" ? fields : fields.filter((each) => each === field || each === "active");
  const listed = parts.length <= shownAtMost ? parts : [...parts].sort((a, b) => (b.bad ?? -1) - (a.bad ?? -1)).slice(0, shownAtMost);
  const exportCsv = () =>
    saveCsv(
      title,
      [text(of), ...fields.map((each) => text(`field-${each}`))],
      parts.map((part) => [part.name, ...fields.map((each) => part[each])]),
    );
  return (
    <Section
      id="parts"
      title={text("parts")}
      note={note}
      aside={
        <button type="button" className="link" onClick={exportCsv}>
          {text("exportCsv")}
        </button>
      }
    >
      <dl className="stats source-sums">
        {asked.map((each) => (
          <div className="stat" key={each}>
            <dt>{text(`field-${each}`)}</dt>
            <dd>
              <span className="stat-value">{formatCount(sumOf(parts, each))}</span>
              <span className="stat-basis">{text("sum")}</span>
            </dd>
          </div>
        ))}
      </dl>
      <DataTable
        caption={title}
        captionHidden
        rows={listed}
        rowKey={({ id }) => id}
        columns={[
          { id: "name", label: text(of), value: ({ name }) => name },
          ...fields.map((each) => ({
            id: each,
            label: text(`field-${each}`),
            numeric: true,
            value: (part: SumPart) => part[each],
            cell: (part: SumPart) =>
              part[each] === null ? (
                "–"
              ) : (
                <SourceLink {...ask(part)} field={each} label={`${part.name} ${text(`field-${each}`)}`}>
                  {formatCount(part[each])}
                </SourceLink>
              ),
          })),
          {
            id: "share",
            label: text("share"),
            numeric: true,
            value: ({ bad, active }: SumPart) => (bad === null || !active ? null : bad / active),
            cell: ({ bad, active }: SumPart) => formatRate(bad, active, 10_000),
          },
        ]}
        footnote={listed.length < parts.length ? text("tooMany", { shown: listed.length, count: parts.length }) : undefined}
      />
    </Section>
  );
}
