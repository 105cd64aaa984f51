import { contracts } from "@mingchuang/ingest/contracts/catalogue";
import type { IngestReport, ReportedFile, ReportedProblem } from "@mingchuang/ingest/report";
import type { ReturnedCopy } from "@mingchuang/ingest/returns/write-returns";
import { findErrorText } from "./catalogue.ts";
import type { Language } from "./locale.ts";
import { messagesIn } from "./locale.ts";
import { shownName, shownText, shownWithin } from "./shown-text.ts";
import { textTable } from "./text-table.ts";
import { ignoredColumns, skippedFiles, skippedSheets } from "./unread-parts.ts";

const listed = 20;

/** A file none of whose rows count: refused by this load, or by one before and still as it was. */
export const isRefused = ({ errorCode }: ReportedFile) => errorCode !== null;

const explain = (code: string, language: Language) => {
  const text = findErrorText(code);
  return language === "zh" ? `${code} ${text?.zh ?? ""}${text?.cureZh ?? ""}` : `${code} ${text?.en ?? ""} ${text?.cureEn ?? ""}`;
};

/** A problem as one line: where it is, what stood there, its number, what to do and what may stand there. */
function problemLine(file: ReportedFile, { sheet, cell, rowNo, value, code, allowed }: ReportedProblem, language: Language): string {
  const at = cell === "" ? String(rowNo) : cell;
  const place = `${file.path} ${sheet === "" ? at : `${sheet}!${at}`}`;
  const choices = allowed.length === 0 ? "" : messagesIn(language).ingest.allowed(allowed);
  return `${place}  ${value === null ? "" : `「${value}」 `}${explain(code, language)}${choices}`.trimEnd();
}

const problemsOf = (report: IngestReport, severity: ReportedProblem["severity"]) =>
  report.files.flatMap((file) => file.problems.filter((problem) => problem.severity === severity).map((problem) => ({ file, problem })));

/** The copies of files with problems, and where they lie. */
export interface Returned {
  readonly folder: string;
  readonly copies: readonly ReturnedCopy[];
}

const none: Returned = { folder: "", copies: [] };

/**
 * What the terminal says after a load: the account of each file, then all that is in no result: files refused, the first of the rows
 * rejected, sheets and columns not read.
 */
export function renderIngestSummary(
  loaded: IngestReport,
  reportPath: string | null,
  language: Language,
  returned: Returned = none,
): string {
  const report = shownWithin(loaded, shownName);
  const { ingest: texts } = messagesIn(language);
  const { totals } = report;
  const account = [
    ...report.files.map((file) => {
      const { path, state, rowsIn, accepted, rejected, superseded } = file;
      const name = state === "gone" ? texts.goneFile(path) : state === "undone" ? texts.undoneFile(path) : path;
      return [name, rowsIn, accepted, rejected, superseded, readAs(file, language)];
    }),
    [texts.total, totals.rowsIn, totals.accepted, totals.rejected, totals.superseded, ""],
  ];
  const lines = [textTable(texts.account, account)];
  const list = (heading: string, entries: readonly string[]) => {
    if (entries.length > 0) lines.push(heading, ...entries.slice(0, listed).map((entry) => `  ${entry}`));
    if (entries.length > listed) lines.push(`  ${texts.more(entries.length - listed, reportPath)}`);
  };
  const refused = report.files.filter(isRefused);
  list(
    texts.refused(refused.length),
    refused.map(({ path, errorCode, errorDetail }) => `${path}  ${explain(errorCode ?? "", language)}${texts.detail(errorDetail ?? "")}`),
  );
  list(
    texts.rejected(totals.rejected),
    problemsOf(report, "rejected").map(({ file, problem }) => problemLine(file, problem, language)),
  );
  list(texts.emptyTables, emptyTables(report));
  list(
    texts.sheetsNotRead,
    skippedSheets(report).map(({ sheet, code, rows, path, others }) => {
      return `${texts.sheet(path, sheet, rows)}${texts.andOthers(others)}  ${explain(code, language)}`;
    }),
  );
  list(
    texts.columnsNotRead,
    ignoredColumns(report).map(({ path, sheet, header, nearest, others }) => {
      return `${path}${sheet === "" ? "" : ` ${sheet}`}  「${header}」${texts.andOthers(others)}${nearest === null ? "" : texts.nearest(nearest)}`;
    }),
  );
  const warnings = problemsOf(report, "warning");
  if (warnings.length > 0) lines.push(texts.warned(warnings.length));
  list(
    texts.returned(returned.folder),
    returned.copies.map((each) => texts.returnedCopy(shownName(each.copy), each.rejected, each.warnings)),
  );
  list(
    texts.skipped,
    skippedFiles(report).map(({ paths, code }) => `${paths.join(language === "zh" ? "、" : ", ")}  ${explain(code, language)}`),
  );
  list(
    texts.unused,
    unusedSettings(report).map(({ name, code }) => `${name}  ${explain(code, language)}`),
  );
  if (totals.rowsIn === totals.rejected) lines.push(texts.nothing, ...wantedTables().map((line) => `  ${line}`));
  lines.push(reportPath === null ? texts.nothingChanged : texts.report(reportPath));
  return lines.join("\n");
}

/** What a file was taken for: its kinds, format, encoding and separator, its mapping, and what of it somebody laid down. */
function readAs({ format, encoding, separator, mapping, laidDown, tables, errorCode }: ReportedFile, language: Language): string {
  const { ingest: texts } = messagesIn(language);
  const kinds = [...new Set(tables.flatMap(({ kind }) => (kind === null ? [] : [kind])))];
  const names = kinds.map((kind) => (language === "zh" ? (contracts.find((each) => each.kind === kind)?.title ?? kind) : kind));
  const text = [format, encoding?.toUpperCase(), separator && texts.separators[separator as keyof typeof texts.separators]];
  const known = errorCode === null ? [names.join(texts.comma), text.filter(Boolean).join(" ")] : [format];
  const told = [mapping && texts.byMapping(mapping), laidDown && texts.laidDown(laidDown)].filter(Boolean);
  return [...known, ...told].filter((part) => part !== "").join(" · ");
}

/** Settings of the folder that fit nothing this time, each with the code that says so. */
function unusedSettings({ unused }: IngestReport): { readonly name: string; readonly code: string }[] {
  return [
    ...unused.overrides.map((key) => ({ name: `files: ${key}`, code: "F129" })),
    ...unused.mappings.map((name) => ({ name: `mappings: ${name}`, code: "F130" })),
  ];
}

/** Tables that are what they should be and have no row: a template that nobody has filled in. */
const emptyTables = ({ files }: IngestReport) =>
  files.flatMap(({ path, tables }) =>
    tables.filter(({ kind, rowsIn }) => kind !== null && rowsIn === 0).map(({ sheet }) => `${path} ${sheet}`.trimEnd()),
  );

/** Every kind of table that can be handed in, with the headers by which it is known. */
function wantedTables(): string[] {
  return contracts.map(({ title, requires, fields }) => {
    const headers = requires.map((need) => [need].flat().map((name) => fields.find((field) => field.name === name)?.header ?? name));
    return `${title}：${headers.map((names) => names.join("/")).join("、")}`;
  });
}

/** The report as a page to keep or to send on, in both languages: the account, everything not read, every problem. */
export function renderIngestReport(loaded: IngestReport, { copies }: Pick<Returned, "copies"> = none): string {
  const report = shownWithin(loaded, shownText);
  const { totals } = report;
  const account = [
    "| 文件 / file | 状态 / state | 读入 / in | 接收 / accepted | 退回 / rejected | 取代 / superseded | 读作 / read as |",
    "|---|---|--:|--:|--:|--:|---|",
    ...report.files.map((file) => {
      return `| ${cell(file.path)} | ${states[isRefused(file) ? "refused" : file.state]} | ${counts(file)} | ${cell(readAs(file, "zh"))} |`;
    }),
    `| 合计 / total | | ${counts(totals)} | |`,
  ];
  const sections = ["# 导入报告 / Ingestion report", account.join("\n")];
  const list = (heading: string, entries: readonly string[]) => {
    if (entries.length > 0) sections.push(`## ${heading}`, entries.map((entry) => `- ${entry}`).join("\n"));
  };
  list(
    "被退回的文件 / Files refused",
    report.files
      .filter(isRefused)
      .map(({ path, errorCode, errorDetail }) => `${cell(path)}：${bilingual(errorCode ?? "")} ${cell(errorDetail ?? "")}`.trimEnd()),
  );
  list(
    "退回的副本，改正后放回文件夹再导入 / Returned copies: correct them, put them into the folder and import again",
    shownWithin(copies, shownText).map(({ path, copy, form, rejected, warnings }) => {
      const what = form === "workbook" ? "标注的原表 / the original, annotated" : "退回的行 / its rejected rows";
      return `${cell(path)} → returned/${cell(copy)}（${what}；退回 ${rejected} 行、提醒 ${warnings} 处 / ${rejected} rows rejected, ${warnings} warnings）`;
    }),
  );
  list("空表，没有数据行 / Empty tables, without a row of data", emptyTables(report).map(cell));
  list(
    "没有读取的工作表 / Sheets not read",
    skippedSheets(report).map(({ path, sheet, code, rows, others }) => {
      return `${cell(`${path} ${sheet}`)}（非空 ${rows} 行 / ${rows} rows not blank${alsoIn(others)}）：${bilingual(code)}`;
    }),
  );
  list(
    "没有用到的列 / Columns not used",
    ignoredColumns(report).map(({ path, sheet, header, nearest, others }) => {
      const meant =
        nearest === null ? "" : `：表中没有“${cell(nearest)}”列，若就是它请改表头 / ${cell(nearest)} is missing: rename it if it is meant`;
      return `${cell(`${path} ${sheet}`.trimEnd())} 「${cell(header)}」${others === 0 ? "" : `（${alsoIn(others).slice(2)}）`}${meant}`;
    }),
  );
  for (const [severity, heading] of [
    ["rejected", "被退回的行 / Rows rejected"],
    ["warning", "提醒 / Warnings"],
  ] as const) {
    const problems = problemsOf(report, severity);
    if (problems.length === 0) continue;
    const rows = problems.map(({ file, problem: { sheet, rowNo, cell: at, field, value, code, allowed } }) => {
      const why = `${bilingual(code)}${allowed.length === 0 ? "" : `（${allowed.join("、")}）`}`;
      return `| ${[file.path, sheet, at === "" ? String(rowNo) : at, field ?? "", value ?? "", why].map(cell).join(" | ")} |`;
    });
    const header = [
      "| 文件 / file | 表 / sheet | 单元格 / cell | 字段 / field | 值 / value | 原因与办法 / why, and what to do |",
      "|---|---|---|---|---|---|",
    ];
    sections.push(`## ${heading}`, [...header, ...rows].join("\n"));
  }
  const beyond = report.files.filter(({ problems, problemCount }) => problemCount > problems.length);
  for (const { path, problems, problemCount } of beyond) {
    sections.push(`${path}：仅列前 ${problems.length} 处，共 ${problemCount} 处 / the first ${problems.length} of ${problemCount}`);
  }
  list(
    "没有用上的规定 / Settings that fit nothing",
    unusedSettings(report).map(({ name, code }) => `${cell(name)}：${bilingual(code)}`),
  );
  list(
    "未读取的文件 / Files not read",
    report.skipped.map(({ path, code }) => `${cell(path)}：${bilingual(code)}`),
  );
  return `${sections.join("\n\n")}\n`;
}

const states: Readonly<Record<ReportedFile["state"], string>> = {
  loaded: "已导入 / loaded",
  refused: "被退回 / refused",
  unchanged: "无变化 / unchanged",
  undone: "已撤销，没有导入 / undone, not loaded",
  gone: "已不在文件夹里，数据仍计入 / no longer in the folder, still counted",
};

const alsoIn = (others: number) => (others === 0 ? "" : `; 另有 ${others} 张表 / and ${others} more sheets`);

const counts = ({ rowsIn, accepted, rejected, superseded }: IngestReport["totals"]) => [rowsIn, accepted, rejected, superseded].join(" | ");

function bilingual(code: string): string {
  const text = findErrorText(code);
  return text ? `${code} ${text.zh}${text.cureZh} / ${text.en} ${text.cureEn}` : code;
}

/** Text of a table cell in Markdown: what people typed must not end the cell or start a tag. */
const cell = (text: string) =>
  text
    .replaceAll("\\", "\\\\")
    .replaceAll("|", "\\|")
    .replaceAll("<", "&lt;")
    .replaceAll(/\s*\n\s*/g, " ");
