import { type CheckRow, queryChecks, queryViolations } from "@mingchuang/warehouse/queries/data";
import { Link } from "@tanstack/react-router";
import { formatCount } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useReach } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { usePlaces } from "../../ui/source/source-place.ts";
import { Loaded } from "../../ui/states.tsx";
import { messages } from "./messages.ts";
import type { DataSearch } from "./search.ts";

interface ChecksProps {
  readonly search: DataSearch;
  readonly onChange: (part: Partial<DataSearch>) => void;
}

/** What was checked over all data, what was found, and each thing that was. */
export function Checks({ search, onChange }: ChecksProps) {
  const text = useText(messages);
  const language = useLanguage();
  const result = useRows(queryChecks);
  const open = (name: string) => onChange({ check: search.check === name ? undefined : name });
  return (
    <Section id="checks" title={text("checks")} note={text("checksNote")}>
      <Loaded result={result}>
        {(rows) => {
          const found = rows.filter(({ violations }) => violations > 0);
          const clean = rows.filter(({ violations }) => violations === 0);
          const shown = found.find(({ name }) => name === search.check);
          return (
            <>
              <p>{text("checksSentence", { count: rows.length, clean: clean.length, found: found.length })}</p>
              {found.length === 0 ? null : (
                <DataTable
                  caption={text("checks")}
                  captionHidden
                  rows={found}
                  rowKey={({ name }) => name}
                  isCurrent={({ name }) => name === search.check}
                  columns={[
                    {
                      id: "check",
                      label: text("check"),
                      value: (row) => row[language],
                      cell: (row) => <Opened row={row} isOpen={row.name === search.check} onOpen={open} />,
                    },
                    { id: "severity", label: text("severity"), value: ({ severity }) => text(severity === "error" ? "error" : "toLookAt") },
                    {
                      id: "violations",
                      label: text("violations"),
                      numeric: true,
                      value: ({ violations }) => violations,
                      cell: ({ violations }) => formatCount(violations),
                    },
                  ]}
                />
              )}
              {shown ? <Violations check={shown} onClose={() => open(shown.name)} /> : null}
              {clean.length === 0 ? null : (
                <details className="clean-checks">
                  <summary>{text("cleanChecks", { count: clean.length })}</summary>
                  <ul>
                    {clean.map((row) => (
                      <li key={row.name}>{row[language]}</li>
                    ))}
                  </ul>
                </details>
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Opened({ row, isOpen, onOpen }: { readonly row: CheckRow; readonly isOpen: boolean; readonly onOpen: (name: string) => void }) {
  const language = useLanguage();
  return (
    <button type="button" className="link" aria-expanded={isOpen} onClick={() => onOpen(row.name)}>
      {row[language]}
    </button>
  );
}

function Violations({ check, onClose }: { readonly check: CheckRow; readonly onClose: () => void }) {
  const text = useText(messages);
  const { withFile } = usePlaces();
  const language = useLanguage();
  const withheld = useReach("mart_violation", "what") === "withheld";
  const result = useRows(queryViolations, { name: check.name });
  return (
    <div className="data-drill">
      <p>
        <strong>{check[language]}</strong>{" "}
        <button type="button" className="link" onClick={onClose}>
          {text("close")}
        </button>
      </p>
      {withheld ? (
        <p className="reach-note">{text("violationsWithheld")}</p>
      ) : (
        <Loaded result={result}>
          {(rows) => (
            <DataTable
              caption={check[language]}
              captionHidden
              rows={result.isPlaceholderData ? [] : rows}
              rowKey={({ what, detail, file_id, row_no }) => [what, detail, file_id, row_no].join("/")}
              columns={[
                { id: "what", label: text("what"), value: ({ what }) => what },
                { id: "detail", label: text("detail"), value: ({ detail }) => detail },
                {
                  id: "place",
                  label: text("from"),
                  value: withFile,
                  cell: (row) =>
                    row.file_id === null ? (
                      "–"
                    ) : (
                      <Link from="/data" to="/data" search={(former) => ({ ...former, file: row.file_id ?? undefined })} hash="files">
                        {withFile(row)}
                      </Link>
                    ),
                },
              ]}
              footnote={
                rows.length < check.violations
                  ? text("violationsMore", { shown: rows.length, count: formatCount(check.violations) })
                  : undefined
              }
            />
          )}
        </Loaded>
      )}
    </div>
  );
}
