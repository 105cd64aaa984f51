import { type FileTable as FileTableRow, type FileVersion, queryFileTables } from "@mingchuang/warehouse/queries/data";
import { formatBytes, formatCount } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useReach } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Loaded } from "../../ui/states.tsx";
import { errorText } from "./error-text.ts";
import { fileName, kindName, kindNames, stateWords } from "./file-words.ts";
import { messages } from "./messages.ts";

interface FileDetailProps {
  readonly file: FileVersion;
  readonly onClose: () => void;
}

/** One version of a document laid open: how it was read, its tables with their own counts, and what of it was left aside. */
export function FileDetail({ file, onClose }: FileDetailProps) {
  const text = useText(messages);
  const language = useLanguage();
  const tables = useRows(queryFileTables, { fileId: file.file_id });
  const error = file.error_code === null ? null : errorText(file.error_code, language);
  const facts: readonly (readonly [string, string | null])[] = [
    [text("kind"), kindNames(file, text)],
    [text("format"), file.format.toUpperCase()],
    [text("encoding"), file.encoding],
    [text("mapping"), file.mapping],
    [text("size"), file.bytes === null ? null : formatBytes(file.bytes)],
    [text("loadedAt"), file.loaded_at],
    [text("order"), file.seq === null ? null : String(file.seq)],
    [text("state"), stateWords(file, text)],
    [text("fileId"), file.file_id],
  ];
  return (
    <section className="data-drill" aria-label={fileName(file, text)}>
      <p>
        <strong>{fileName(file, text)}</strong>{" "}
        <button type="button" className="link" onClick={onClose}>
          {text("close")}
        </button>
      </p>
      <dl className="data-facts">
        {facts
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p className="sum">
        {text("account", {
          rows: formatCount(file.rows_in),
          accepted: formatCount(file.accepted),
          rejected: formatCount(file.rejected),
          superseded: formatCount(file.superseded),
        })}
      </p>
      {file.error_code === null ? null : (
        <p className="data-error">
          <strong>{file.error_code}</strong>　{error?.what} {file.error_detail}
          <br />
          {error?.cure}
        </p>
      )}
      <Loaded result={tables}>{(rows) => (tables.isPlaceholderData || rows.length === 0 ? null : <Tables rows={rows} />)}</Loaded>
    </section>
  );
}

function Tables({ rows }: { readonly rows: readonly FileTableRow[] }) {
  const text = useText(messages);
  const language = useLanguage();
  const withheld = useReach("mart_table", "sheet") === "withheld";
  const caption = text("tables");
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ sheet, kind }) => `${sheet}/${kind}`}
      columns={[
        { id: "sheet", label: text("sheet"), value: ({ sheet }) => (withheld ? null : sheet || text("noSheet")) },
        {
          id: "kind",
          label: text("kind"),
          value: ({ kind, note }) => (kind === null ? text("skipped", { code: note ?? "" }) : kindName(kind, text)),
          title: ({ note }) => (note === null ? undefined : errorText(note, language)?.what),
        },
        { id: "header", label: text("headerRow"), numeric: true, value: ({ header_row }) => header_row },
        { id: "rows_in", label: text("rows_in"), numeric: true, value: ({ rows_in }) => rows_in },
        { id: "accepted", label: text("accepted"), numeric: true, value: ({ accepted }) => accepted },
        { id: "rejected", label: text("rejected"), numeric: true, value: ({ rejected }) => rejected },
        { id: "superseded", label: text("superseded"), numeric: true, value: ({ superseded }) => superseded },
        { id: "ignored", label: text("unusedColumns"), value: ({ ignored_columns }) => ignored_columns },
        { id: "absent", label: text("absent"), value: ({ absent_columns }) => absent_columns },
      ]}
    />
  );
}
