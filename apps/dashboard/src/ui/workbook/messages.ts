import { defineMessages } from "../../lib/i18n.ts";

export const messages = defineMessages("workbook", {
  zh: {
    exportWorkbook: "导出 Excel",
    writing: "正在写 Excel 文件…",
    exportFailed: "没有写成 Excel 文件：{{why}}。请改用“导出 CSV”，并把这句话告诉维护人员。",
    sheetSample: "{{title}}（示例数据，全部虚构）",
    sheetScheme: "标准：{{scheme}}（{{id}}，{{edition}} 年版）　数据截至：{{asOf}}　发布范围：{{profile}}",
    sheetRestated: "　{{year}} 年按此版次重算，不是当年公布的结果",
    sheetAddress: "页面：{{address}}",
    sheetFile: "数据文件：{{file}}　SHA-256：{{hash}}　生成于 {{generated}}",
  },
  en: {
    exportWorkbook: "Export Excel",
    writing: "Writing the Excel file…",
    exportFailed:
      "The Excel file was not written: {{why}}. Export CSV instead and pass this sentence on to whoever looks after the system.",
    sheetSample: "{{title}} (sample data, all invented)",
    sheetScheme: "Scheme: {{scheme}} ({{id}}, edition {{edition}})   Data up to: {{asOf}}   For: {{profile}}",
    sheetRestated: "   {{year}} is restated under this edition; it is not what was announced then",
    sheetAddress: "Page: {{address}}",
    sheetFile: "Data file: {{file}}   SHA-256: {{hash}}   made {{generated}}",
  },
});
