import type { FileVersion } from "@mingchuang/warehouse/queries/data";
import { saveCsv } from "../../lib/export-csv.ts";
import { useText } from "../../lib/i18n.ts";
import { useReach } from "../../lib/scope.ts";
import { Choices } from "../../ui/choices.tsx";
import { Section } from "../../ui/page.tsx";
import { FileDetail } from "./file-detail.tsx";
import { FileTable } from "./file-table.tsx";
import { fileName, kindNames, stateWords } from "./file-words.ts";
import { messages } from "./messages.ts";
import type { DataSearch } from "./search.ts";

interface FileSectionProps {
  readonly files: readonly FileVersion[];
  readonly search: DataSearch;
  readonly onChange: (part: Partial<DataSearch>) => void;
}

/** Which files were read, how, and what became of their rows. */
export function FileSection({ files, search, onChange }: FileSectionProps) {
  const text = useText(messages);
  const path = useReach("mart_file", "path");
  const open = files.find(({ file_id }) => file_id === search.file);
  const inForce = files.filter(({ replaced_by }) => replaced_by === null);
  const shown = search.versions === "all" || open?.replaced_by ? files : inForce;
  const counts = ["rows_in", "accepted", "rejected", "superseded"] as const;
  const exportCsv = () =>
    saveCsv(
      text("files"),
      [text("file"), text("kind"), text("format"), text("encoding"), ...counts.map((id) => text(id)), text("state"), text("fileId")],
      shown.map((file) => [
        fileName(file, text),
        kindNames(file, text),
        file.format,
        file.encoding,
        ...counts.map((id) => file[id]),
        stateWords(file, text),
        file.file_id,
      ]),
    );
  return (
    <Section
      id="files"
      title={text("files")}
      note={text("filesNote")}
      aside={
        <>
          <Choices
            label={text("versions")}
            options={[
              { value: "now", label: text("versions-now", { count: inForce.length }) },
              { value: "all", label: text("versions-all", { count: files.length }) },
            ]}
            value={search.versions}
            onChoose={(versions) => onChange({ versions })}
          />
          <button type="button" className="link" onClick={exportCsv}>
            {text("exportCsv")}
          </button>
        </>
      }
    >
      {path === "withheld" ? (
        <p className="reach-note">{text("pathWithheld")}</p>
      ) : path === "masked" ? (
        <p className="reach-note">{text("pathMasked")}</p>
      ) : null}
      {open ? <FileDetail file={open} onClose={() => onChange({ file: undefined })} /> : null}
      {shown.length === 0 ? (
        <p>{text("noFiles")}</p>
      ) : (
        <div className="data-files">
          <FileTable files={shown} open={open?.file_id} />
        </div>
      )}
    </Section>
  );
}
