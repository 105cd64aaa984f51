import { ingestErrors, isIngestErrorCode } from "./errors.ts";
import type { IngestReport, ReportedFile, ReportedProblem, RowCounts } from "./report.ts";

export type Language = "zh" | "en";

/** Problems of a file that are written out in the text; the rest is counted. */
const writtenProblems = 20;

const words = {
  zh: {
    counts: (c: RowCounts) => `共 ${c.rowsIn} 行：入库 ${c.accepted}，退回 ${c.rejected}，被取代 ${c.superseded}`,
    state: { loaded: "已导入", refused: "未导入", unchanged: "无变化" },
    mapping: (name: string) => `映射 ${name}`,
    ignored: (columns: string) => `未用的列：${columns}`,
    more: (n: number) => `另有 ${n} 个问题，见数据库 ingest_problem 表`,
    skipped: "未读取",
    total: (files: number, c: RowCounts) => `${files} 个文件，${words.zh.counts(c)}`,
    same: "数据库没有变化",
  },
  en: {
    counts: (c: RowCounts) => `${c.rowsIn} rows: ${c.accepted} accepted, ${c.rejected} rejected, ${c.superseded} superseded`,
    state: { loaded: "loaded", refused: "refused", unchanged: "unchanged" },
    mapping: (name: string) => `mapping ${name}`,
    ignored: (columns: string) => `columns not used: ${columns}`,
    more: (n: number) => `${n} more problems, see the table ingest_problem`,
    skipped: "not read",
    total: (files: number, c: RowCounts) => `${files} file(s), ${words.en.counts(c)}`,
    same: "the store did not change",
  },
};

/** The report as text for a terminal: each file with its account, its problems with cell, value, code and cure. */
export function renderReport(report: IngestReport, language: Language): string {
  const w = words[language];
  const files = report.files.flatMap((file) => renderFile(file, language));
  const skipped = report.skipped.map(({ path, code }) => `${path}  ${w.skipped}  ${explain(code, language)}`);
  const total = w.total(report.files.length, report.totals);
  return [...files, ...skipped, report.changed ? total : `${total} · ${w.same}`].join("\n");
}

function renderFile(file: ReportedFile, language: Language): string[] {
  const w = words[language];
  const format = [file.format, file.encoding, file.mapping && w.mapping(file.mapping)].filter(Boolean).join(" · ");
  const lines = [`${file.path}  ${w.state[file.state]}  ${w.counts(file)}  (${format})`];
  if (file.errorCode) lines.push(`  ${explain(file.errorCode, language)}`, `  ${file.errorDetail ?? ""}`.trimEnd());
  for (const table of file.tables) {
    const name = table.sheet === "" ? "" : `${table.sheet}: `;
    if (table.note) lines.push(`  ${name}${explain(table.note, language)}`);
    if (table.ignoredColumns) lines.push(`  ${name}${w.ignored(table.ignoredColumns)}`);
  }
  lines.push(...file.problems.slice(0, writtenProblems).flatMap((problem) => renderProblem(problem, language)));
  if (file.problemCount > writtenProblems) lines.push(`  ${w.more(file.problemCount - writtenProblems)}`);
  return lines.filter((line) => line.trim() !== "");
}

/** `Sheet2!F17  "25"  R214 评分超出本项分值。改为 …` */
function renderProblem({ sheet, cell, value, code }: ReportedProblem, language: Language): string[] {
  const where = sheet === "" ? cell : `${sheet}!${cell}`;
  return [`  ${[where, value === null ? null : `“${value}”`, explain(code, language)].filter(Boolean).join("  ")}`];
}

/** A code with what it means and what to do. */
export function explain(code: string, language: Language): string {
  if (!isIngestErrorCode(code)) return code;
  const { zh, en, cureZh, cureEn } = ingestErrors[code];
  return language === "zh" ? `${code} ${zh}${cureZh}` : `${code} ${en} ${cureEn}`;
}
