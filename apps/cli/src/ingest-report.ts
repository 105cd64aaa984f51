import type { IngestReport, ReportedFile, ReportedProblem } from "@mingchuang/ingest/report";
import { findErrorText } from "./catalogue.ts";
import type { Language } from "./locale.ts";
import { messagesIn } from "./locale.ts";
import { textTable } from "./text-table.ts";

const listed = 20;

/** A problem as one line: where it is, what stood there, its number and what to do. */
function problemLine(file: ReportedFile, { sheet, cell, rowNo, value, code }: ReportedProblem, language: Language): string {
  const at = cell === "" ? String(rowNo) : cell;
  const place = `${file.path} ${sheet === "" ? at : `${sheet}!${at}`}`;
  const text = findErrorText(code);
  const [sentence, cure] = language === "zh" ? [text?.zh, text?.cureZh] : [text?.en, text?.cureEn];
  return `${place}  ${value === null ? "" : `「${value}」 `}${code} ${sentence ?? ""} ${cure ?? ""}`.trimEnd();
}

const problemsOf = (report: IngestReport, severity: ReportedProblem["severity"]) =>
  report.files.flatMap((file) => file.problems.filter((problem) => problem.severity === severity).map((problem) => ({ file, problem })));

/** What the terminal says after a load: the account of each file, then what was refused, the first of it row by row. */
export function renderIngestSummary(report: IngestReport, reportPath: string, language: Language): string {
  const { ingest: texts } = messagesIn(language);
  const { totals } = report;
  const account = [
    ...report.files.map(({ path, rowsIn, accepted, rejected, superseded }) => [path, rowsIn, accepted, rejected, superseded]),
    [texts.total, totals.rowsIn, totals.accepted, totals.rejected, totals.superseded],
  ];
  const lines = [textTable(texts.account, account)];
  for (const { path, state, errorCode, errorDetail } of report.files) {
    if (state === "refused") lines.push(texts.refused(path, errorCode ?? "", errorDetail ?? ""));
  }
  const rejected = problemsOf(report, "rejected");
  if (rejected.length > 0) lines.push(texts.rejected(totals.rejected));
  for (const { file, problem } of rejected.slice(0, listed)) lines.push(`  ${problemLine(file, problem, language)}`);
  if (rejected.length > listed) lines.push(`  ${texts.more(rejected.length - listed, reportPath)}`);
  const warnings = problemsOf(report, "warning");
  if (warnings.length > 0) lines.push(texts.warned(warnings.length));
  const skipped = report.skipped.filter(({ path }) => path !== "workspace.yaml");
  if (skipped.length > 0) lines.push(texts.skipped(skipped.map(({ path, code }) => `${path} (${code})`)));
  lines.push(texts.report(reportPath));
  return lines.join("\n");
}

/** The report as a page to keep or to send on, in both languages: the account, every file refused, every problem. */
export function renderIngestReport(report: IngestReport): string {
  const { totals } = report;
  const account = [
    "| 文件 / file | 状态 / state | 读入 / in | 接收 / accepted | 退回 / rejected | 取代 / superseded |",
    "|---|---|--:|--:|--:|--:|",
    ...report.files.map((file) => `| ${cell(file.path)} | ${file.state} | ${counts(file)} |`),
    `| 合计 / total | | ${counts(totals)} |`,
  ];
  const sections = ["# 导入报告 / Ingestion report", account.join("\n")];
  const refused = report.files.filter(({ state }) => state === "refused");
  if (refused.length > 0) {
    const lines = refused.map(({ path, errorCode, errorDetail }) => `- ${path}：${bilingual(errorCode ?? "")} ${errorDetail ?? ""}`);
    sections.push("## 被退回的文件 / Files refused", lines.join("\n"));
  }
  for (const [severity, heading] of [
    ["rejected", "被退回的行 / Rows rejected"],
    ["warning", "提醒 / Warnings"],
  ] as const) {
    const problems = problemsOf(report, severity);
    if (problems.length === 0) continue;
    const rows = problems.map(({ file, problem: { sheet, rowNo, cell: at, field, value, code } }) => {
      const cells = [file.path, sheet, at === "" ? String(rowNo) : at, field ?? "", value ?? "", bilingual(code)];
      return `| ${cells.map(cell).join(" | ")} |`;
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
  if (report.skipped.length > 0) {
    sections.push("## 未读取的文件 / Files not read", report.skipped.map(({ path, code }) => `- ${path}：${bilingual(code)}`).join("\n"));
  }
  return `${sections.join("\n\n")}\n`;
}

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
