import { useState } from "react";
import { cityName } from "../../lib/city-name.ts";
import { saveCsv, saveFile } from "../../lib/export-csv.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useReach } from "../../lib/scope.ts";
import { Section } from "../../ui/page.tsx";
import { documentName } from "../../ui/subject/honour-of.ts";
import type { HandMark } from "./hand-marks.ts";
import { messages } from "./messages.ts";
import { type Notice, noticeRows } from "./notice.ts";
import { printNotice } from "./print-notice.ts";
import type { StageInView } from "./stages-in-view.ts";
import type { Checked } from "./use-checked-list.ts";
import type { SelectionScope } from "./use-selection-scope.ts";
import "./notice.css";

interface NoticeSectionProps {
  readonly stages: readonly StageInView[];
  readonly current: StageInView;
  readonly scope: SelectionScope;
  readonly checked: Extract<Checked, { check: unknown }>;
  readonly marks: readonly HandMark[];
}

const openType = "application/vnd.openxmlformats-officedocument";

/** The list as a public notice: on the page as it will be printed, as a document, as a workbook, as plain cells. What is not final says so in every form. */
export function NoticeSection({ stages, current, scope, checked, marks }: NoticeSectionProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { meta, cities } = useHoldings();
  const { year, honour, rules, scheme, name } = scope;
  const namesKept = useReach("eval_selection", "subject_name") === "full";
  const [failure, setFailure] = useState<string | null>(null);
  const title = text("notice", { stage: current.label });
  const subject = rules?.subject ?? "window";
  if (subject === "person" && !namesKept) {
    return (
      <Section id="notice" title={title}>
        <p className="reach-note">{text("noticeWithheld")}</p>
      </Section>
    );
  }
  const own = marks.filter(({ stage }) => stage === current.id);
  const { row } = current;
  const left = (row?.least ?? checked.list.size) - checked.list.size;
  const reasons = [
    left > 0 ? text("draftOpen", { count: left }) : null,
    checked.check.stands || left > 0 ? null : text("draftFalls"),
    row?.provisional ? text("draftProvisional") : null,
    own.length > 0 ? text(own.some(({ reason }) => reason.trim() === "") ? "draftReasons" : "draftHand") : null,
  ].filter((reason) => reason !== null);
  const entries = noticeRows(current.rows, checked.list, {
    cities: cities.map(({ city }) => city),
    domains: scheme.domains(language).map(({ id }) => id),
    ofPersons: subject === "person",
  });
  const ofPersons = subject === "person";
  const hasDomains = entries.some(({ domain }) => domain !== "");
  const words = { year, honour: name(honour), stage: current.label };
  const notice: Notice = {
    title: text("noticeTitle", words),
    marks: [
      ...(meta.is_sample ? [text("noticeSample")] : []),
      ...(reasons.length > 0 ? [text("noticeDraft", { why: reasons.join(language === "zh" ? "；" : "; ") })] : []),
    ],
    paragraphs: [
      text("noticeBasis", {
        ...words,
        document: rules === undefined ? scheme.title(language) : documentName(scheme, rules.source.document),
        steps: stages
          .slice(0, stages.indexOf(current) + 1)
          .map(({ label }) => label)
          .join(text("noticeSteps")),
        count: entries.length,
        unit: text(`unit-${subject}`),
      }),
      text("noticePeriod"),
      text("noticeObjections"),
      text("noticeContact"),
      text("noticeAddress"),
    ],
    columns: [
      text("noticeNo"),
      text("field-city"),
      text(`noticeName-${subject}`),
      ...(ofPersons ? [text("noticeWindow")] : []),
      ...(hasDomains ? [text("field-domain")] : []),
    ],
    rows: entries.map((entry, index) => [
      index + 1,
      cityName(entry.city, language),
      entry.name,
      ...(ofPersons ? [entry.window ?? ""] : []),
      ...(hasDomains ? [scheme.domain(entry.domain, language)] : []),
    ]),
    total: text("noticeTotal"),
    signature: [text("noticeSeal", { by: current.by }), text("noticeDay")],
  };
  const made = new Date(`${meta.as_of}T00:00:00Z`);
  const save = async (type: string, ending: string, write: () => Promise<Uint8Array>) => {
    setFailure(null);
    try {
      saveFile(`${notice.title}.${ending}`, `${openType}.${type}`, (await write()) as BlobPart);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  const saveDocument = () =>
    save("wordprocessingml.document", "docx", async () => {
      const { noticeDocument } = await import("./notice-document.ts");
      return noticeDocument(notice, language, made);
    });
  const saveWorkbook = () =>
    save("spreadsheetml.sheet", "xlsx", async () => {
      const { noticeWorkbook } = await import("./notice-workbook.ts");
      return noticeWorkbook(notice, current.label, made);
    });
  if (entries.length === 0) {
    return (
      <Section id="notice" title={title}>
        <p>{text("noticeEmpty")}</p>
      </Section>
    );
  }
  return (
    <Section
      id="notice"
      title={title}
      note={text("noticeNote", { list: text(own.length > 0 ? "ofHand" : "ofRules") })}
      aside={
        <>
          <button type="button" className="link" onClick={() => void saveDocument()}>
            {text("noticeDocx")}
          </button>
          <button type="button" className="link" onClick={() => void saveWorkbook()}>
            {text("noticeXlsx")}
          </button>
          <button type="button" className="link" onClick={() => saveNoticeCsv(notice)}>
            {text("noticeCsv")}
          </button>
          <button type="button" className="link" onClick={printNotice}>
            {text("noticePrint")}
          </button>
        </>
      }
    >
      {failure === null ? null : (
        <p className="partial" role="alert">
          {text("noticeFailed", { why: failure })}
        </p>
      )}
      <Paper notice={notice} />
    </Section>
  );
}

/** Plain cells under their headers; what must not be taken for final says so in the last line. */
function saveNoticeCsv({ title, marks, columns, rows }: Notice): void {
  const note = marks.length === 0 ? [] : [[marks.join("；"), ...columns.slice(1).map(() => null)]];
  saveCsv(title, columns, [...rows, ...note]);
}

function Paper({ notice }: { readonly notice: Notice }) {
  const { title, marks, paragraphs, columns, rows, total, signature } = notice;
  return (
    <div className="notice">
      <h3>{title}</h3>
      {marks.map((mark) => (
        <p key={mark} className="notice-mark">
          {mark}
        </p>
      ))}
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="notice-words">
          {paragraph}
        </p>
      ))}
      <table>
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, column) => (
                <td key={columns[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{total}</td>
            <td colSpan={columns.length - 1}>{rows.length}</td>
          </tr>
        </tfoot>
      </table>
      <div className="notice-seal">
        {signature.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}
