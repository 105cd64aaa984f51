/** The numbered errors of evaluation: what happened, why, and what to do. `docs/errors/<code>.md` is generated from here. */
export const evaluationErrors = {
  E101: {
    zh: "没有可用的评选方案，无法评价。",
    en: "There is no scheme to evaluate under.",
    cureZh: "确认 data/schemes 中有方案文件，并用 mingchuang check 检查。",
    cureEn: "See that data/schemes holds a scheme file, and check it with mingchuang check.",
  },
  E102: {
    zh: "申报所写的方案编号没有对应的方案文件；或申报未写方案，而该荣誉出现在不止一个方案里。",
    en: "An application names a scheme that is not there, or names none while several schemes have its honour.",
    cureZh: "改正申报表的“方案编号”，或把该方案文件放入 data/schemes，然后重新导入并评价。",
    cureEn: "Correct the column 方案编号 of the application, or put the scheme's file into data/schemes; then import and evaluate again.",
  },
  E103: {
    zh: "申报所写的荣誉不在它的方案里。",
    en: "An application is for an honour that its scheme does not have.",
    cureZh: "改正申报表的“荣誉”或“方案编号”，然后重新导入。",
    cureEn: "Correct the columns 荣誉 or 方案编号 of the application and import it again.",
  },
  E104: {
    zh: "同一年度同一荣誉的申报用了不同的方案，无法排在一张名单里。",
    en: "Applications for one honour in one year name different schemes, so they cannot stand in one list.",
    cureZh: "请组委会确定该年度适用哪一版方案，统一申报表的“方案编号”后重新导入。",
    cureEn: "Let the committee decide which edition applies to that year, use it in every application, and import them again.",
  },
  E105: {
    zh: "一些申报的评分与方案对不上，没有得出任何结果；原有的评价结果未变。",
    en: "The scores of some applications do not fit the scheme. No result was written; the earlier evaluation is unchanged.",
    cureZh: "错误中逐条列出了申报、评委、条款和单元格：更正来源文件，重新导入并评价。",
    cureEn: "The error lists application, grader, clause and cell: correct the source files, import them and evaluate again.",
  },
  E106: {
    zh: "截止日不可用：须是真实存在的日期（如 2023-12-31），且不早于该年度的 1 月 1 日。",
    en: "An as-of day cannot be used: it must be a real day (such as 2023-12-31), not before 1 January of its year.",
    cureZh: "改正截止日后重新运行。",
    cureEn: "Correct the day and run again.",
  },
  E108: {
    zh: "数据没有通过检查，评价结果不可信，因此没有写出；原有的评价结果未变。",
    en: "The data failed a check, so the results could not be trusted and were not written; the earlier evaluation is unchanged.",
    cureZh: "错误中列出了未通过的检查和相应的行：更正来源文件，重新导入并评价。",
    cureEn: "The error lists the checks and the rows: correct the source files, import them and evaluate again.",
  },
  E109: {
    zh: "为一个不存在的方案选择了政策。",
    en: "Policies were chosen for a scheme that does not exist.",
    cureZh: "核对方案编号后重新运行。",
    cureEn: "Check the scheme's id and run again.",
  },
  E110: {
    zh: "称号的期间结果或事项与方案不符，没有得出任何结果；原有的评价结果未变。",
    en: "The results or events of a title do not fit the scheme. No result was written; the earlier evaluation is unchanged.",
    cureZh: "错误中写明了对象和事项：更正称号事项表，重新导入并评价。",
    cureEn: "The error names the subject and the event: correct the table of title events, import it and evaluate again.",
  },
} as const satisfies Record<string, { zh: string; en: string; cureZh: string; cureEn: string }>;

export type EvaluationErrorCode = keyof typeof evaluationErrors;

/** An evaluation that was refused: the code and the particulars (which application, which rows). */
export class EvaluationError extends Error {
  override readonly name = "EvaluationError";
  readonly code: EvaluationErrorCode;
  readonly detail: string;

  constructor(code: EvaluationErrorCode, detail: string, cause?: unknown) {
    const { zh, en } = evaluationErrors[code];
    super(`${code}  ${zh} / ${en}\n  ${detail}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.detail = detail;
  }
}
