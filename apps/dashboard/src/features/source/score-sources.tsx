import { addPoints, formatPoints as exact, points } from "@mingchuang/rubric/points";
import {
  type ApplicationName,
  queryApplicationName,
  queryItemSource,
  queryLineSource,
  querySelfSource,
  type SourceRow,
} from "@mingchuang/warehouse/queries/lineage";
import { querySubjectItems, querySubjectLines, type SubjectItemRow, type SubjectLineRow } from "@mingchuang/warehouse/queries/subject";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatPoints } from "../../lib/format.ts";
import { useHonours } from "../../lib/honours.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useReach, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { SourceLink } from "../../ui/source/source-link.tsx";
import { usePlaces } from "../../ui/source/source-place.ts";
import { Loaded } from "../../ui/states.tsx";
import { figureText } from "./figure-words.ts";
import { messages } from "./messages.ts";
import { RowState, usePlaceOf } from "./source-detail.tsx";
import { SourceRows } from "./source-rows.tsx";

interface OfApplication {
  readonly applicationId: string;
  readonly item: string;
}

interface FramedProps {
  readonly application: ApplicationName | null;
  readonly applicationId: string;
  readonly what: string;
  readonly children: ReactNode;
}

/** The frame of a page about a figure of an application: whose it is, and the way back. */
function Framed({ application, applicationId, what, children }: FramedProps) {
  const text = useText(messages);
  const name = application?.subject_name ?? applicationId;
  const { isOfPersons } = useHonours();
  const rowsOfPersons = useReach("mart_row", "file_id") !== "full" && application != null && isOfPersons(application.honour);
  return (
    <Page
      title={`${name}　${what}`}
      question={text("question")}
      trail={[application ? <SubjectPageLink key="subject" application={application} /> : applicationId, text("title")]}
    >
      {rowsOfPersons ? <p className="reach-note">{text("personsWithheld")}</p> : null}
      {children}
    </Page>
  );
}

function SubjectPageLink({ application: { subject_id, subject_name, honour, year } }: { readonly application: ApplicationName }) {
  const { pathOf } = useHonours();
  return (
    <Link to={pathOf(honour)} params={{ id: subject_id }} search={({ lang, theme }) => ({ year, honour, lang, theme })} hash="score">
      {subject_name}
    </Link>
  );
}

/** A total as the sum of its items. */
export function TotalSource({ applicationId }: { readonly applicationId: string }) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme, honour } = useScope();
  const { pathOf } = useHonours();
  const application = useRows(queryApplicationName, { applicationId });
  const items = useRows(querySubjectItems, { applicationId });
  return (
    <Loaded result={application}>
      {(named) => (
        <Framed application={named} applicationId={applicationId} what={text("total")}>
          <Loaded result={items}>
            {(rows) => (
              <Section id="items" title={text("items")} note={itemsSum(rows, text)}>
                <DataTable
                  caption={text("items")}
                  captionHidden
                  rows={rows}
                  rowKey={({ item }) => item}
                  columns={[
                    { id: "item", label: text("item"), value: ({ item }) => scheme.item(honour, item, language) },
                    {
                      id: "max",
                      label: text("max"),
                      numeric: true,
                      value: ({ max_c }) => max_c / 100,
                      cell: ({ max_c }) => formatPoints(max_c),
                    },
                    {
                      id: "points",
                      label: text("points"),
                      numeric: true,
                      value: ({ points_c }) => points_c / 100,
                      cell: ({ item, points_c }) => (
                        <SourceLink
                          of="item"
                          id={applicationId}
                          at={item}
                          label={`${scheme.item(honour, item, language)} ${text("points")}`}
                        >
                          {formatPoints(points_c)}
                        </SourceLink>
                      ),
                    },
                    {
                      id: "self",
                      label: text("self"),
                      numeric: true,
                      value: ({ self_c }) => (self_c === null ? null : self_c / 100),
                      cell: ({ item, self_c }) =>
                        self_c === null ? (
                          "–"
                        ) : (
                          <SourceLink
                            of="self"
                            id={applicationId}
                            at={item}
                            label={`${scheme.item(honour, item, language)} ${text("self")}`}
                          >
                            {formatPoints(self_c)}
                          </SourceLink>
                        ),
                    },
                  ]}
                />
                {named ? (
                  <p className="after-chart">
                    <Link
                      to={pathOf(named.honour)}
                      params={{ id: named.subject_id }}
                      search={({ lang, theme }) => ({ year: named.year, honour: named.honour, lang, theme })}
                      hash="lines"
                    >
                      {text("toPage", { name: named.subject_name })}
                    </Link>
                  </p>
                ) : null}
              </Section>
            )}
          </Loaded>
        </Framed>
      )}
    </Loaded>
  );
}

function itemsSum(rows: readonly SubjectItemRow[], text: ReturnType<typeof useText<keyof typeof messages.zh>>): string {
  const total = rows.reduce((sum, row) => addPoints(sum, points(row.points_num, row.points_den)), points(0, 1));
  return text("itemsNote", { parts: rows.map((row) => exact(points(row.points_num, row.points_den))).join(" + "), total: exact(total) });
}

/** The points of an item: the steps that count, and every grader's rows. */
export function ItemSource({ applicationId, item }: OfApplication) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme, honour } = useScope();
  const application = useRows(queryApplicationName, { applicationId });
  const lines = useRows(querySubjectLines, { applicationId });
  const rows = useRows(queryItemSource, { applicationId, item });
  return (
    <Loaded result={application}>
      {(named) => (
        <Framed application={named} applicationId={applicationId} what={scheme.item(honour, item, language)}>
          <Loaded result={lines}>
            {(all) => <Steps applicationId={applicationId} lines={all.filter((line) => line.item === item)} />}
          </Loaded>
          <Loaded result={rows}>
            {(found) =>
              found.length === 0 ? null : (
                <Section id="rows" title={text("allRows")} note={text("allRowsNote")}>
                  <GraderRows rows={found} item={item} />
                </Section>
              )
            }
          </Loaded>
        </Framed>
      )}
    </Loaded>
  );
}

function Steps({ applicationId, lines }: { readonly applicationId: string; readonly lines: readonly SubjectLineRow[] }) {
  const text = useText(messages);
  const { inFile } = usePlaces();
  const language = useLanguage();
  const { scheme, honour } = useScope();
  const total = lines.reduce((sum, line) => addPoints(sum, points(line.points_num, line.points_den)), points(0, 1));
  const stepName = (line: SubjectLineRow) =>
    line.kind === "max"
      ? text("max")
      : [line.clause === null ? "" : scheme.clause(honour, line.item, line.clause, language), line.reason ?? line.evidence ?? ""]
          .filter((part) => part !== "")
          .join("　") || line.kind;
  return (
    <Section id="steps" title={text("lines")} note={text("linesNote", { points: exact(total) })}>
      <DataTable
        caption={text("lines")}
        captionHidden
        rows={lines}
        rowKey={({ line_no }) => String(line_no)}
        columns={[
          { id: "step", label: text("step"), value: stepName },
          { id: "grader", label: text("grader"), value: ({ grader_id }) => grader_id },
          {
            id: "points",
            label: text("counted"),
            numeric: true,
            value: (line) => line.points_num / line.points_den,
            cell: (line) => {
              const figure = exact(points(line.points_num, line.points_den)).replace("-", "−");
              return line.path === null || line.row_no === null ? (
                figure
              ) : (
                <SourceLink of="line" id={applicationId} at={String(line.line_no)} label={stepName(line)}>
                  {figure}
                </SourceLink>
              );
            },
          },
          { id: "file", label: text("file"), value: ({ path }) => path },
          {
            id: "place",
            label: text("place"),
            value: inFile,
          },
        ]}
      />
    </Section>
  );
}

/** Rows of graders, one a line: who, which clause, how much, in which cell. */
function GraderRows({ rows, item }: { readonly rows: readonly SourceRow[]; readonly item: string }) {
  const text = useText(messages);
  const placeOf = usePlaceOf();
  const language = useLanguage();
  const { scheme, honour } = useScope();
  const clauseOf = ({ recordId }: SourceRow) => recordId?.split("·").slice(2, -1).join("·") ?? "";
  return (
    <DataTable
      caption={text("allRows")}
      captionHidden
      rows={rows}
      rowKey={(row) => `${row.fileId}/${row.sheet}/${row.rowNo}/${row.cell}/${row.recordId}`}
      columns={[
        { id: "grader", label: text("grader"), value: ({ graderId }) => graderId },
        {
          id: "clause",
          label: text("clause"),
          value: (row) => (clauseOf(row) === "" ? null : scheme.clause(honour, item, clauseOf(row), language)),
        },
        {
          id: "points",
          label: text("given"),
          numeric: true,
          value: ({ figures }) => (typeof figures.points === "number" ? figures.points / 100 : null),
          cell: ({ figures }) => figureText("points", figures.points, text),
        },
        { id: "place", label: text("place"), value: placeOf },
        {
          id: "file",
          label: text("file"),
          value: ({ path }) => path,
          cell: ({ path, fileId }) => (
            <Link
              to="/data"
              search={({ year, honour: title, lang, theme }) => ({ year, honour: title, lang, theme, file: fileId })}
              hash="files"
            >
              {path ?? fileId}
            </Link>
          ),
        },
        { id: "state", label: text("state"), value: ({ supersededBy }) => supersededBy, cell: (row) => <RowState row={row} /> },
      ]}
    />
  );
}

/** One line of a score: a clause that is not met, a bonus. */
export function LineSource({ applicationId, lineNo }: { readonly applicationId: string; readonly lineNo: number }) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme, honour } = useScope();
  const application = useRows(queryApplicationName, { applicationId });
  const lines = useRows(querySubjectLines, { applicationId });
  const rows = useRows(queryLineSource, { applicationId, lineNo });
  const line = (lines.data ?? []).find(({ line_no }) => line_no === lineNo);
  const clause = line?.clause ? scheme.clause(honour, line.item, line.clause, language) : "";
  return (
    <Loaded result={application}>
      {(named) => (
        <Framed
          application={named}
          applicationId={applicationId}
          what={text("lineOf", { line: lineNo, item: line ? [scheme.item(honour, line.item, language), clause].join(" ").trim() : "" })}
        >
          <Loaded result={rows}>{(found) => <SourceRows rows={found} marked={["points"]} nothing={text("noRows")} />}</Loaded>
        </Framed>
      )}
    </Loaded>
  );
}

/** What the applicant gave itself for an item. */
export function SelfSource({ applicationId, item }: OfApplication) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme, honour } = useScope();
  const application = useRows(queryApplicationName, { applicationId });
  const rows = useRows(querySelfSource, { applicationId, item });
  return (
    <Loaded result={application}>
      {(named) => (
        <Framed application={named} applicationId={applicationId} what={text("selfOf", { item: scheme.item(honour, item, language) })}>
          <Loaded result={rows}>{(found) => <SourceRows rows={found} marked={["self_score"]} nothing={text("noRows")} />}</Loaded>
        </Framed>
      )}
    </Loaded>
  );
}
