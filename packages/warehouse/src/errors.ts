/** The numbered errors of the warehouse: what happened, why, and what to do. `docs/errors/<code>.md` is generated from here. */
export const warehouseErrors = {
  W101: {
    zh: "查询未能执行：数据库拒绝了这条语句，原文附在错误之后。",
    en: "A query failed: the database refused the statement, which is given with this error.",
    cureZh: "若数据文件由旧版本写成，请重新运行 evaluate 和 publish；否则请把语句与数据库的原话一并报告。",
    cureEn:
      "If an older version wrote the data file, run evaluate and publish again; otherwise report the statement with the database's own words.",
  },
  W102: {
    zh: "查询结果中有超出精确整数范围（±2^53）的数，若继续会悄悄失真。",
    en: "A result holds a number beyond the range of exact integers (±2^53); going on would silently change it.",
    cureZh: "核对错误中所列的列：数量级不合理时先更正来源文件；合理时在语句中换用较小的单位。",
    cureEn:
      "Look at the column named in the error: correct the source file if the size is absurd; otherwise use a smaller unit in the statement.",
  },
  W103: {
    zh: "查询返回了本系统不传递的数据类型（例如列表、结构、时段）。",
    en: "A query returned a type that is not passed on here (a list, a struct, an interval and so on).",
    cureZh: "在语句末尾把该列转换为文本、数值、日期或布尔值。",
    cureEn: "Cast that column to text, a number, a date or a boolean at the edge of the statement.",
  },
  W104: {
    zh: "数据库文件打不开：文件不存在、已损坏、版本较新，或正被另一个进程写入。",
    en: "A database file cannot be opened: it is missing, damaged, of a newer version, or another process is writing to it.",
    cureZh: "确认路径；等待或结束正在写入的程序；文件损坏时删除它并重新导入，结果完全由来源文件重建。",
    cureEn:
      "Check the path; wait for the writing process to end; if the file is damaged, delete it and import again: all of it is rebuilt from the source files.",
  },
  W105: {
    zh: "浏览器中的数据库没有在限定时间内启动，常见原因是网页策略（CSP）或文件类型（MIME）设置不对，或浏览器过旧。",
    en: "The database in the browser did not start in time; usually the page's policy (CSP) or a file type (MIME) is wrong, or the browser is too old.",
    cureZh: "用 mingchuang serve 打开页面；使用自己的服务器时，允许 script-src 'wasm-unsafe-eval'，并以 application/wasm 发送 .wasm 文件。",
    cureEn:
      "Open the page through mingchuang serve; on your own server allow script-src 'wasm-unsafe-eval' and send .wasm files as application/wasm.",
  },
  W106: {
    zh: "下载到的数据文件不是可读的数据库，可能下载不全，或由不兼容的版本写成。",
    en: "The data file that was fetched is not a readable database: the download may be incomplete, or an incompatible version wrote it.",
    cureZh: "刷新页面；仍不行时重新运行 publish，并确认服务器没有改动或截断文件。",
    cureEn:
      "Reload the page; if that does not help, run publish again and make sure that the server neither changes nor truncates the file.",
  },
  W107: {
    zh: "原始数据库缺少应有的表或字段，无法据以建立数据集市。",
    en: "The store lacks a table or column that the marts are built from.",
    cureZh: "原始数据库由其他版本写成：删除工作区中的 store.duckdb，重新运行 ingest。",
    cureEn: "Another version wrote the store: delete store.duckdb in the workspace and run ingest again.",
  },
  W108: {
    zh: "数据模型之间循环引用，无法排出建立的先后次序。",
    en: "The models refer to one another in a circle, so there is no order in which to build them.",
    cureZh: "从错误所列的模型中去掉一处引用。",
    cureEn: "Remove one of the references between the models named in the error.",
  },
  W109: {
    zh: "检查文件的开头几行写得不合规定：须依次写明中文说明、英文说明和严重程度。",
    en: "The first lines of a check are not as required: a Chinese description, an English one and the severity, in this order.",
    cureZh: "按 packages/warehouse/checks 中其他文件的样子补全 zh、en 和 severity 三行。",
    cureEn: "Complete the lines zh, en and severity like the other files in packages/warehouse/checks.",
  },
  W110: {
    zh: "参考资料（行政区划、领域）文件缺失或列名不对。",
    en: "A reference file (divisions, domains) is missing or its columns are not as expected.",
    cureZh: "恢复 data/reference 中的文件，或运行 npm run generate 重新生成。",
    cureEn: "Restore the files in data/reference, or write them again with npm run generate.",
  },
} as const satisfies Record<string, { zh: string; en: string; cureZh: string; cureEn: string }>;

export type WarehouseErrorCode = keyof typeof warehouseErrors;

/** A failure of the warehouse: its code, what the database said, and the statement it said it about. */
export class WarehouseError extends Error {
  override readonly name = "WarehouseError";
  readonly code: WarehouseErrorCode;
  readonly detail: string;
  readonly sql: string | null;

  constructor(code: WarehouseErrorCode, detail: string, sql: string | null = null, cause?: unknown) {
    const { zh, en } = warehouseErrors[code];
    super(`${code}  ${zh} / ${en}\n  ${detail}${sql === null ? "" : `\n  ${sql.trim()}`}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.detail = detail;
    this.sql = sql;
  }
}
