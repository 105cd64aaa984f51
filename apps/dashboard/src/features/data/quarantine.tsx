import { type Problem, type ProblemCount, queryProblemCounts, queryProblems } from "@mingchuang/warehouse/queries/data";
import { openData } from "../../lib/database.ts";
import { saveCsv } from "../../lib/export-csv.ts";
import { formatCount } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { joinSentences } from "../../lib/join-sentences.ts";
import { useReach } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Choices } from "../../ui/choices.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { usePlaces } from "../../ui/source/source-place.ts";
import { Loaded } from "../../ui/states.tsx";
import { useNarrow } from "../../ui/use-narrow.ts";
import { errorText } from "./error-text.ts";
import { messages } from "./messages.ts";
import type { DataSearch } from "./search.ts";

interface QuarantineProps {
  readonly search: DataSearch;
  readonly onChange: (part: Partial<DataSearch>) => void;
}

const shownAtMost = 300;

/** Every cell that kept a row out, or that deserves a look: where it stands, what is in it, what is wrong and what to do. */
export function Quarantine({ search, onChange }: QuarantineProps) {
  const text = useText(messages);
  const withheld = useReach("mart_problem", "code") === "withheld";
  const counts = useRows(queryProblemCounts);
  return (
    <Section id="quarantine" title={text("quarantine")} note={text("quarantineNote")}>
      {withheld ? (
        <p className="reach-note">{text("quarantineWithheld")}</p>
      ) : (
        <Loaded result={counts}>{(rows) => <Listed counts={rows} search={search} onChange={onChange} />}</Loaded>
      )}
    </Section>
  );
}

function Listed({ counts, search, onChange }: QuarantineProps & { readonly counts: readonly ProblemCount[] }) {
  const text = useText(messages);
  const language = useLanguage();
  const filter = {
    fileIds: search.file === undefined ? [] : [search.file],
    codes: search.code,
    severities: search.severity === "all" ? [] : [search.severity],
  };
  const problems = useRows(queryProblems, { ...filter, limit: shownAtMost });
  const ofFile = counts.filter(({ file_id }) => search.file === undefined || file_id === search.file);
  const ofSeverity = ofFile.filter(({ severity }) => search.severity === "all" || severity === search.severity);
  const codes = [...new Set(counts.map(({ code }) => code))].sort();
  const files = [...new Map(counts.map(({ file_id, path }) => [file_id, path ?? file_id]))];
  const total = (rows: readonly ProblemCount[]) => rows.reduce((sum, row) => sum + row.problems, 0);
  const shown = total(ofSeverity.filter(({ code }) => search.code.length === 0 || search.code.includes(code)));
  const words = (code: string) => errorText(code, language);
  const exportCsv = async () => {
    const { db } = await openData();
    const all = await queryProblems(db, { ...filter, limit: null });
    saveCsv(
      text("quarantine"),
      [text("file"), text("sheet"), text("cell"), text("field"), text("value"), text("code"), text("wrong"), text("cure"), text("row")],
      all.map((row) => [
        row.path,
        row.sheet,
        row.cell,
        row.header ?? row.field,
        row.value,
        row.code,
        words(row.code)?.what ?? null,
        words(row.code)?.cure ?? null,
        row.row_text,
      ]),
    );
  };
  return (
    <>
      <search className="filter-bar data-filters">
        <Choices
          label={text("severity")}
          options={(["all", "rejected", "warning"] as const).map((value) => ({
            value,
            label: `${text(`severity-${value}`)} ${total(ofFile.filter(({ severity }) => value === "all" || severity === value))}`,
          }))}
          value={search.severity}
          onChoose={(severity) => onChange({ severity })}
        />
        <fieldset className="choices">
          <legend className="sr-only">{text("code")}</legend>
          {codes.map((code) => (
            <button
              key={code}
              type="button"
              aria-pressed={search.code.includes(code)}
              title={words(code)?.what}
              onClick={() => onChange({ code: codes.filter((each) => search.code.includes(each) !== (each === code)) })}
            >
              {code} {total(ofSeverity.filter((row) => row.code === code))}
            </button>
          ))}
        </fieldset>
        <label className="field">
          <span>{text("file")}</span>
          <select
            value={search.file ?? ""}
            onChange={(event) => onChange({ file: event.target.value === "" ? undefined : event.target.value })}
          >
            <option value="">{text("allFiles")}</option>
            {files.some(([id]) => id === search.file) || search.file === undefined ? null : (
              <option value={search.file}>{search.file}</option>
            )}
            {files.map(([id, path]) => (
              <option key={id} value={id}>
                {path}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="link" onClick={() => void exportCsv()}>
          {text("exportCsv")}
        </button>
      </search>
      <Reaches />
      <Loaded result={problems}>
        {(rows) =>
          rows.length === 0 ? (
            <p role="status">{text(counts.length === 0 ? "quarantineEmpty" : "quarantineNone")}</p>
          ) : (
            <ProblemTable rows={rows} shown={shown} />
          )
        }
      </Loaded>
    </>
  );
}

/** What this audience does not get of a problem, or gets changed. */
function Reaches() {
  const text = useText(messages);
  const value = useReach("mart_problem", "value");
  const path = useReach("mart_problem", "path");
  const notes = [value === "withheld" ? text("valueWithheld") : "", path === "masked" ? text("pathMasked") : ""].filter(
    (note) => note !== "",
  );
  return notes.length === 0 ? null : <p className="reach-note">{joinSentences(notes)}</p>;
}

function ProblemTable({ rows, shown }: { readonly rows: readonly Problem[]; readonly shown: number }) {
  const text = useText(messages);
  const language = useLanguage();
  const narrow = useNarrow();
  const { inFile } = usePlaces();
  const place = (row: Problem) => inFile(row) ?? "–";
  const wrong = ({ code, severity }: Problem) => {
    const told = errorText(code, language);
    return (
      <>
        <span className={severity === "rejected" ? "code fall" : "code"}>{code}</span> {told?.what}
        {told ? <span className="cure">{told.cure}</span> : null}
      </>
    );
  };
  const columns: readonly (Column<Problem> | null)[] = [
    {
      id: "place",
      label: text("cell"),
      value: (row) => `${row.path ?? ""} ${place(row)}`,
      cell: (row) => (
        <>
          <span className="cell-place">{place(row)}</span>
          <span className="beneath">{row.path}</span>
          {narrow ? (
            <span className="beneath">
              {[row.header ?? row.field, row.value === null ? null : `“${row.value}”`].filter(Boolean).join(" = ")}
            </span>
          ) : null}
        </>
      ),
    },
    narrow
      ? null
      : { id: "field", label: text("field"), value: ({ header, field }) => header ?? field, title: ({ field }) => field ?? undefined },
    narrow
      ? null
      : {
          id: "value",
          label: text("value"),
          value: ({ value }) => value,
          cell: ({ value, row_text }) => (
            <>
              {value === null ? "–" : <q className="value">{value}</q>}
              {row_text === null ? null : <WholeRow text={row_text} />}
            </>
          ),
        },
    { id: "wrong", label: text("wrong"), value: ({ code }) => code, cell: wrong },
  ];
  return (
    <DataTable
      caption={text("quarantine")}
      captionHidden
      rows={rows}
      rowKey={({ file_id, sheet, row_no, cell, code, field }) => [file_id, sheet, row_no, cell, code, field].join("/")}
      columns={columns.filter((column) => column !== null)}
      footnote={rows.length < shown ? text("quarantineMore", { shown: rows.length, count: formatCount(shown) }) : undefined}
    />
  );
}

/** The row as it was handed in, to be found again in the file. */
function WholeRow({ text: json }: { readonly text: string }) {
  const text = useText(messages);
  const cells: unknown = JSON.parse(json);
  const entries = Object.entries(cells ?? {}).filter(([, value]) => value !== null && value !== "");
  return (
    <details className="whole-row">
      <summary>{text("wholeRow")}</summary>
      <dl>
        {entries.map(([header, value]) => (
          <div key={header}>
            <dt>{header}</dt>
            <dd>{String(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
