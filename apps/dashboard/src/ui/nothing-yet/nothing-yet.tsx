import { type FileRow, queryFiles } from "@mingchuang/warehouse/queries/meta";
import { useText } from "../../lib/i18n.ts";
import { useReach } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { type Column, DataTable } from "../data-table.tsx";
import { Page, Section } from "../page.tsx";
import { Loaded } from "../states.tsx";
import { messages } from "./messages.ts";

const needed = ["windows", "people", "applications", "scores", "reviewCounts"] as const;

/** In the place of every page about years while there is no year: which files were read, which are needed, and how to bring them. */
export function NothingYet() {
  const text = useText(messages);
  const files = useRows(queryFiles);
  const withheld = useReach("mart_file", "path") === "withheld";
  const columns: readonly Column<FileRow>[] = [
    { id: "path", label: text("file"), value: ({ path }) => path },
    { id: "rows", label: text("rows"), numeric: true, value: ({ rows_in }) => rows_in },
    { id: "accepted", label: text("accepted"), numeric: true, value: ({ accepted }) => accepted },
    { id: "rejected", label: text("rejected"), numeric: true, value: ({ rejected }) => rejected },
    { id: "refused", label: text("refused"), value: ({ error_code }) => error_code },
  ];
  return (
    <Page title={text("title")} question={text("question")}>
      {withheld ? null : (
        <Section title={text("read")}>
          <Loaded result={files}>
            {(rows) =>
              rows.length === 0 ? (
                <p>{text("noFiles")}</p>
              ) : (
                <DataTable caption={text("read")} captionHidden columns={columns} rows={rows} rowKey={({ path }) => path} />
              )
            }
          </Loaded>
        </Section>
      )}
      <Section title={text("needed")} note={text("neededNote")}>
        <ul>
          {needed.map((kind) => (
            <li key={kind}>
              <strong>{text(kind)}</strong>　{text(`${kind}For`)}
            </li>
          ))}
        </ul>
        <p>{text("cure")}</p>
        <p>
          <code>{text("command")}</code>
        </p>
      </Section>
    </Page>
  );
}
