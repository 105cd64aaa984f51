import type { FileVersion } from "@mingchuang/warehouse/queries/data";
import { Link } from "@tanstack/react-router";
import { formatCount } from "../../lib/format.ts";
import { useText } from "../../lib/i18n.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { useNarrow } from "../../ui/use-narrow.ts";
import { fileName, kindNames, stateWords } from "./file-words.ts";
import { messages } from "./messages.ts";

interface FileTableProps {
  readonly files: readonly FileVersion[];
  readonly open: string | undefined;
}

/** One row a version of a document: its four counts, which add up, and whether it is in force. */
export function FileTable({ files, open }: FileTableProps) {
  const text = useText(messages);
  const narrow = useNarrow();
  const name: Column<FileVersion> = {
    id: "path",
    label: text("file"),
    value: (file) => fileName(file, text),
    cell: (file) => (
      <>
        <Link
          from="/data"
          to="/data"
          search={(former) => ({ ...former, file: file.file_id === open ? undefined : file.file_id, code: [] })}
          resetScroll={false}
          aria-expanded={file.file_id === open}
        >
          {fileName(file, text)}
        </Link>
        {narrow ? <span className="beneath">{[kindNames(file, text), stateWords(file, text)].join("　")}</span> : null}
      </>
    ),
  };
  const count = (id: "rows_in" | "accepted" | "rejected" | "superseded"): Column<FileVersion> => ({
    id,
    label: text(narrow ? `${id}Short` : id),
    numeric: true,
    value: (file) => file[id],
    cell: (file) => (
      <span className={id === "rejected" && file.rejected > 0 ? "fall" : file[id] === 0 ? "zero" : undefined}>{formatCount(file[id])}</span>
    ),
  });
  const columns: readonly (Column<FileVersion> | null)[] = [
    name,
    narrow ? null : { id: "kind", label: text("kind"), value: (file) => kindNames(file, text) },
    narrow
      ? null
      : {
          id: "format",
          label: text("format"),
          value: ({ format, encoding, mapping }) =>
            [format.toUpperCase(), encoding, mapping === null ? null : text("mapped", { mapping })].filter(Boolean).join(" · "),
        },
    count("rows_in"),
    count("accepted"),
    count("rejected"),
    count("superseded"),
    narrow
      ? null
      : {
          id: "state",
          label: text("state"),
          value: (file) => stateWords(file, text),
          cell: (file) => (
            <span
              className={file.state === "refused" && file.replaced_by === null ? "fall" : file.replaced_by === null ? undefined : "faint"}
            >
              {stateWords(file, text)}
            </span>
          ),
        },
  ];
  return (
    <DataTable
      caption={text("files")}
      captionHidden
      rows={files}
      rowKey={({ file_id, seq }) => `${file_id}/${seq}`}
      isCurrent={({ file_id }) => file_id === open}
      columns={columns.filter((column) => column !== null)}
    />
  );
}
