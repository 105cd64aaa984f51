/** The numbered errors of publication: what happened, why, and what to do. `docs/errors/<code>.md` is generated from here. */
export const publishErrors = {
  P101: {
    zh: "评价数据库缺少待发布的表或字段，因此没有发布任何文件。",
    en: "The evaluation database lacks a table or column that is to be published, so nothing was published.",
    cureZh: "评价数据库由其他版本写成：重新运行 evaluate，再运行 publish。",
    cureEn: "Another version wrote the evaluation database: run evaluate again, then publish.",
  },
  P102: {
    zh: "将要发布的文件里仍有个人信息（姓名、电话、工号或证件号），发布已中止，原先发布的文件未变。",
    en: "A file about to be published still held personal data (a name, a phone number, a staff number or an identity number). Publication was stopped; what was published before is unchanged.",
    cureZh: "错误中列出了表和字段。若来源文件把姓名、电话或证件号写进了别的栏（例如窗口名称、推荐单位），请更正来源文件后重新导入。",
    cureEn:
      "The error names the table and column. If a source file carries a name or number in another column (a window's name, the recommender), correct that file and import it again.",
  },
  P103: {
    zh: "评价数据库是空的：没有说明截止日和样本标志的记录，不能发布。",
    en: "The evaluation database is empty: the row with its as-of day and sample flag is missing, so it cannot be published.",
    cureZh: "重新运行 evaluate，确认它正常结束，再运行 publish。",
    cureEn: "Run evaluate again, see that it ends well, then publish.",
  },
  P104: {
    zh: "没有指定要发布给谁：至少需要一种对象（public 公众、leader 领导、committee 组委会）。",
    en: "Nobody to publish for: name at least one profile (public, leader, committee).",
    cureZh: "不带 --profile 运行 publish 会发布全部三种。",
    cureEn: "Run publish without --profile to publish all three.",
  },
} as const satisfies Record<string, { zh: string; en: string; cureZh: string; cureEn: string }>;

export type PublishErrorCode = keyof typeof publishErrors;

/** Publication that was refused: the code and the particulars (table, column, path). */
export class PublishError extends Error {
  override readonly name = "PublishError";
  readonly code: PublishErrorCode;
  readonly detail: string;

  constructor(code: PublishErrorCode, detail: string) {
    const { zh, en } = publishErrors[code];
    super(`${code}  ${zh} / ${en}\n  ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}
