import { useLanguage, useText } from "../../lib/i18n.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { useNarrow } from "../../ui/use-narrow.ts";
import { messages } from "./messages.ts";
import type { StageInView } from "./stages-in-view.ts";

interface StageTableProps {
  readonly stages: readonly StageInView[];
  readonly caption: string;
  readonly current: string | undefined;
  readonly onChoose: (stage: string) => void;
}

/** Each stage: who decides, how many places, how many are filled, and what the selection itself has to say. */
export function StageTable({ stages, caption, current, onChoose }: StageTableProps) {
  const text = useText(messages);
  const language = useLanguage();
  const narrow = useNarrow();
  const places = ({ row }: StageInView) => {
    if (row === null || (row.least === null && row.most === null)) return row === null ? "–" : text("noPlaces");
    if (row.least === row.most) return String(row.most);
    if (row.least === null) return text("atMost", { most: row.most ?? 0 });
    return row.most === null ? text("atLeast", { least: row.least }) : text("between", { least: row.least, most: row.most });
  };
  const status = ({ row }: StageInView) =>
    row === null
      ? text("notReached")
      : [text(`status-${row.status}`), row.provisional ? text("provisional") : ""].filter(Boolean).join(language === "zh" ? "；" : "; ");
  const told = stages.flatMap(({ id, label, row }) => {
    const sentence = row === null ? null : language === "zh" ? row.sentence_zh : row.sentence_en;
    return sentence === null ? [] : [{ id, label, sentence }];
  });
  return (
    <>
      <DataTable
        caption={caption}
        captionHidden
        rows={stages}
        rowKey={({ id }) => id}
        isCurrent={({ id }) => id === current}
        columns={[
          {
            id: "stage",
            label: text("stage"),
            value: ({ label }) => label,
            cell: ({ row, id, label, ...rest }) =>
              row === null ? (
                label
              ) : (
                <>
                  <button type="button" className="link" aria-pressed={id === current} onClick={() => onChoose(id)}>
                    {label}
                  </button>
                  {narrow ? <span className="beneath">{status({ row, id, label, ...rest })}</span> : null}
                </>
              ),
          },
          ...(narrow ? [] : [{ id: "by", label: text("by"), value: ({ by }: StageInView) => by }]),
          { id: "places", label: text("places"), numeric: true, value: places },
          { id: "chosen", label: text("chosen"), numeric: true, value: ({ row }) => row?.chosen ?? null },
          { id: "open", label: text("open"), numeric: true, value: ({ row }) => row?.open ?? null },
          ...(narrow
            ? []
            : [
                { id: "vacant", label: text("vacant"), numeric: true, value: ({ row }: StageInView) => row?.vacant ?? null },
                { id: "status", label: text("status"), value: status },
              ]),
        ]}
      />
      {told.map(({ id, label, sentence }) => (
        <details key={id} className="stage-told" open={id === current && sentence.length < 200}>
          <summary>{text("told", { stage: label })}</summary>
          <p>{sentence}</p>
        </details>
      ))}
    </>
  );
}
