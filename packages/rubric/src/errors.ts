import type { Bilingual } from "./bilingual.ts";

/** The numbered errors of schemes (R1xx) and of what is scored under them (R2xx). `docs/errors/<code>.md` is generated from here. */
export const rubricErrors = {
  R101: {
    zh: "评价方案文件不是正确的 YAML：缩进、引号或重复的键使它无法读出。",
    en: "The scheme is not valid YAML: indentation, quotes or a repeated key keep it from being read.",
    cureZh: "到错误所指的行，对齐缩进（只用空格）、补全引号、删去重复的键。",
    cureEn: "Go to the line named, align the indentation (spaces only), close the quotes, remove the repeated key.",
  },
  R102: {
    zh: "评价方案缺少一个必填项。",
    en: "A required entry is missing from the scheme.",
    cureZh: "在错误所指的位置补上这一项；写法可照同一文件中相邻的条目。",
    cureEn: "Add the entry at the place named; a neighbouring rule in the same file shows its form.",
  },
  R103: {
    zh: "评价方案里有一个本系统不认识的项，多半是拼写有误，或放错了层级。",
    en: "The scheme has an entry that is not known here; most often it is misspelt or stands at the wrong level.",
    cureZh: "改正拼写，或移到它所属的层级；不需要时删去。",
    cureEn: "Correct the spelling, move it to the level where it belongs, or remove it.",
  },
  R104: {
    zh: "评价方案里一项的值不合规定：类型、格式或取值范围不对。",
    en: "A value in the scheme is not allowed: its type, form or range is wrong.",
    cureZh: "按错误中写明的要求改正该值；分值是数字，最多两位小数，日期写作 2023-08-30。",
    cureEn: "Change the value as the error says; points are numbers with at most two decimals, dates are written 2023-08-30.",
  },
  R105: {
    zh: "一条规则没有写明出处。没有出处的规则不予载入。",
    en: "A rule does not say where it is written. A rule without a source does not load.",
    cureZh: "为该规则加上 source：document 是 documents.yaml 中的文件编号，clause 是条款位置，例如 “附件5·3·1”。",
    cureEn: "Give the rule a source: document is an id of documents.yaml, clause the place in it, for example “附件5·3·1”.",
  },
  R106: {
    zh: "规则引用的文件不在 documents.yaml 中，读者无从查证。",
    en: "A rule cites a document that documents.yaml does not have, so nobody could look it up.",
    cureZh: "在 documents.yaml 中登记该文件的发文机关、文号、日期和标题，或改正文件编号。",
    cureEn: "Enter the document in documents.yaml with issuer, number, date and title, or correct the id.",
  },
  R107: {
    zh: "同一层级里有两个条目使用了同一个编号，评分时无法区分。",
    en: "Two entries at the same level have the same id, so that scores could not tell them apart.",
    cureZh: "给其中一个换一个编号。",
    cureEn: "Give one of them another id.",
  },
  R108: {
    zh: "各项目的满分加起来不等于写明的总分。",
    en: "The maxima of the items do not add up to the total that is stated.",
    cureZh: "核对原文，改正项目的 max，或改正 full。",
    cureEn: "Compare with the document and correct the max of an item, or full.",
  },
  R109: {
    zh: "政策的默认选项不在它自己的选项之中。",
    en: "The default of a policy is not one of its options.",
    cureZh: "把 default 改为所列选项之一，或补上缺少的选项。",
    cureEn: "Set default to one of the options listed, or add the option that is missing.",
  },
  R110: {
    zh: "规则所指的另一处（政策、日历日期、检查方式、否决规则、评选阶段、荣誉、称号的状态或事件、闭环的步骤）并不存在，或不是所需的那一种。",
    en: "A rule points to something that does not exist or is of another kind: a policy, a day, a method, a veto, a stage, an honour, a state, an event or a step.",
    cureZh: "改正所指的编号，或在方案中补上被指的条目；政策的 decides 须与用处相符。",
    cureEn: "Correct the id, or add what it points to; a policy's `decides` must fit the place that uses it.",
  },
  R111: {
    zh: "项目里的数字互相矛盾：一条条款、一个部分或一级荣誉的分值超过了所属项目。",
    en: "Figures of an item contradict each other: a clause, a part or a level is worth more than the item that holds it.",
    cureZh: "对照原文，改正条款的扣分、部分的上限或项目的满分。",
    cureEn: "Compare with the document and correct the deduction, the cap or the maximum.",
  },
  R112: {
    zh: "示例用到了方案中没有的条款、项目或规则，因而证明不了什么。",
    en: "An example names a clause, an item or a rule that the scheme does not have, so it would prove nothing.",
    cureZh: "改正示例中的编号，使其与方案一致。",
    cureEn: "Correct the id in the example so that it agrees with the scheme.",
  },
  R113: {
    zh: "文件目录 documents.yaml 写得不合规定。",
    en: "The list of documents (documents.yaml) is not as required.",
    cureZh: "每个文件写明 issuer、number、date、title；原文没有文号或日期的写 null。",
    cureEn: "Give each document issuer, number, date and title; write null where the document carries no number or date.",
  },
  R114: {
    zh: "规则需要的设定没有写：有扣分项目却没有写明扣分怎样计算，或称号看连续几期却没有写明按什么期间计。",
    en: "A setting that a rule needs is absent: how deductions are taken, or by which periods a title counts its runs.",
    cureZh:
      "有扣分项目的，在 rubric 下补上 deductions（计量单位、下限、酌情扣分三项）；看连续几期的称号补上 runs（期间、缺报、起点三项）。",
    cureEn: "Add `deductions` (unit, floor, discretionary) to a rubric with deductions, `runs` (of, gaps, since) to a title with runs.",
  },
  R115: {
    zh: "组成部分的权重不对：写了不存在的部分，或合计不等于 1。",
    en: "The weights of the parts are wrong: one names a part that does not exist, or they do not add up to 1.",
    cureZh: "核对原文，使每个权重都对应一个部分，合计正好为 1（例如 40%、30%、30%，或 1/2、1/4、1/4）。",
    cureEn: "Compare with the document: each weight belongs to a part, and together they make 1 (40%, 30%, 30%, or 1/2, 1/4, 1/4).",
  },
  R116: {
    zh: "一条资格规则没有写任何界限，永远不会起作用。",
    en: "A rule of eligibility states no limit at all, so it could never decide anything.",
    cureZh: "为该规则写明界限：least 或 most，from、before 或 until。",
    cureEn: "Give the rule its limit: least or most; from, before or until.",
  },
  R120: {
    zh: "算例的结果与期望不符：不是方案抄错了，就是算例算错了。",
    en: "An example does not come out as it expects: either the scheme has a slip, or the example has.",
    cureZh: "拿原文核对：方案的数字、门槛或政策有误的，改方案；算例的期望有误的，改 expect。",
    cureEn: "Hold both against the document: correct the figure, threshold or policy in the scheme, or the expectation.",
  },
  R201: {
    zh: "评分表写到了评价方案里没有的项目或条款。",
    en: "A score sheet names an item or a clause that the scheme does not have.",
    cureZh: "核对评分表是否用了这一年的方案，改正项目或条款名称后重新导入。",
    cureEn: "Check that the sheet belongs to this year's scheme, correct the item or clause and import the file again.",
  },
  R202: {
    zh: "同一位评委对同一条款（或同一项目）评了两次，无法判断以哪一次为准。",
    en: "One grader scored the same clause, or the same item, twice, and nothing says which score holds.",
    cureZh: "只保留一行，重新导入；若要更正，请交新版本的文件。",
    cureEn: "Keep one of the rows and import the file again; hand in a new version to correct an older one.",
  },
  R203: {
    zh: "条款扣分与方案写明的数额不符：不满足一项就扣规定的分，满足则扣 0 分。",
    en: "A deduction is not the clause's own figure: an unmet clause costs exactly what the scheme says, a met one 0.",
    cureZh: "改为 0 或方案规定的扣分；确需另外扣分的，作为酌情扣分单独填写并写明原因和佐证。",
    cureEn: "Enter 0 or the figure of the scheme; what should be taken off besides is a discretionary row with reason and evidence.",
  },
  R204: {
    zh: "酌情扣分不完整：须有大于 0 的扣分、原因、佐证和评分人。",
    en: "A discretionary deduction is incomplete: it needs an amount above 0, a reason, evidence and a grader.",
    cureZh: "补全缺少的内容；没有扣分的行请删去。",
    cureEn: "Fill in what is missing; remove the row if nothing is taken off.",
  },
  R205: {
    zh: "评分方式与项目不符：扣分项目不能直接给分，给分项目不能扣分，加分事项不由评委评分。",
    en: "The way of scoring does not fit the item: deductions belong to deduction items, scores to graded ones, and graders never score the bonus.",
    cureZh: "按方案中该项目的评分方式填写，改正后重新导入。",
    cureEn: "Score the item in the way the scheme gives and import the file again.",
  },
  R206: {
    zh: "所选的政策或其选项在评价方案中不存在。",
    en: "A policy, or the option chosen for it, does not exist in the scheme.",
    cureZh: "从方案列出的政策和选项中选择。",
    cureEn: "Choose among the policies and options that the scheme lists.",
  },
  R207: {
    zh: "荣誉的级别不在方案所列的级别之中，不知道该加几分。",
    en: "The level of an honour is none of the scheme's levels, so that nothing says what it is worth.",
    cureZh: "把级别改为方案所列的一级（例如国家级、省部级、设区市级、县级），重新导入。",
    cureEn: "Change the level to one of the scheme's own and import the file again.",
  },
  R208: {
    zh: "日期写得不对：须是真实存在的日期，写作 2023-08-30。",
    en: "A date is not a real day written as 2023-08-30.",
    cureZh: "改正日期后重新运行。",
    cureEn: "Correct the date and run again.",
  },
  R209: {
    zh: "同一项测评有的对象给出名次，有的给出得分，无法排在一起。",
    en: "One appraisal has places for some subjects and scores for others, which cannot be put in one order.",
    cureZh: "统一交名次，或统一交得分，改正后重新导入。",
    cureEn: "Hand in places for all, or scores for all, and import the file again.",
  },
  R214: {
    zh: "评分超出本项分值：扣分或给分小于 0，或大于该项目的满分。",
    en: "A score is outside its item: less than 0, or more than the item has.",
    cureZh: "改正单元格后重新导入；这一行没有计入。",
    cureEn: "Correct the cell and import the file again; nothing from this row was counted.",
  },
  R221: {
    zh: "数值超出精确计算的范围，若继续会悄悄失真。",
    en: "An amount is beyond exact arithmetic; going on would silently change it.",
    cureZh: "核对错误中的数值；来源数据正常时请报告此错误。",
    cureEn: "Check the amount named; if the data are sound, report this error.",
  },
  R231: {
    zh: "期限要按工作日计算，而所涉年份的法定节假日和调休安排不在日历之中。为免误判，不作推测。",
    en: "A deadline runs in working days into a year whose official holidays and make-up days are not listed. Nothing is guessed.",
    cureZh: "国务院公布该年安排后更新软件所带的节假日数据（chinese-days）；或核对日期是否写错；或在方案中把该期限改为自然日。",
    cureEn:
      "Update the list of holidays (chinese-days) once that year is announced, check the date, or let the scheme count calendar days.",
  },
  R232: {
    zh: "期限的天数不是零或正整数，算不出到期日。",
    en: "The number of days of a deadline is not zero or a positive whole number, so that nothing can fall due.",
    cureZh: "把天数改为 0、1、2……这样的整数。",
    cureEn: "Change the number of days to 0, 1, 2 and so on.",
  },
  R233: {
    zh: "称号的经历里有方案不认识的事件或期间，或同一期间既合格又不合格，推不出称号的状态。",
    en: "The life of a title has an event or a period that the scheme does not know, or one period both passed and failed.",
    cureZh: "核对该条记录：事件须是方案 titles 中列出的，期间的写法须与方案相符（例如 2023Q1），每个期间只留一个结果。",
    cureEn:
      "Check the record: events are those listed under the scheme's titles, periods are written as it counts them (2023Q1), each with one result.",
  },
  R234: {
    zh: "抽样无法进行：名单里编号重复，权重不是零或正整数，或可抽的对象少于要抽的数目。",
    en: "No sample can be drawn: an id repeats, a weight is not a whole number from zero, or there are fewer to draw from than to be drawn.",
    cureZh: "核对抽样名单和办件量（办件量为 0 的窗口不会被抽到），或减少抽样数目。",
    cureEn: "Check the list and its case volumes (a window without cases is never drawn), or draw fewer.",
  },
  R241: {
    zh: "评选的输入自相矛盾或不完整：编号重复或不存在、名额不成立，或候选对象缺少名次或规则要看的信息。",
    en: "What a selection is to be made from contradicts itself or is incomplete: ids, places, ranks, or a field that a rule looks at.",
    cureZh: "按错误中写明的编号和内容改正后重新评选。",
    cureEn: "Correct what the error names and select again.",
  },
  R242: {
    zh: "组委会的决定没有写明理由，或对同一对象决定了两次。没有理由的决定不予采用。",
    en: "A decision of the committee has no written reason, or one subject was decided on twice. A decision without a reason is not taken.",
    cureZh: "写明理由；同一对象只保留一条决定。",
    cureEn: "Write down the reason; keep one decision for each subject.",
  },
  R243: {
    zh: "求解器没有给出经证明最优的评选结果，因而没有采用。",
    en: "The solver gave no selection that is proven best, so none was taken.",
    cureZh: "重新运行；仍然出现时请连同数据报告此错误。",
    cureEn: "Run again; if it happens again, report this error with the data.",
  },
} as const satisfies Record<string, { zh: string; en: string; cureZh: string; cureEn: string }>;

export type RubricErrorCode = keyof typeof rubricErrors;

/** Where something is wrong: the path in the scheme (`honours[0].rubric.items[1].max`) with its line, or the row of a sheet. */
export interface Place {
  readonly path: string;
  readonly line: number | null;
}

/** One thing that is wrong, in both languages, with its place. */
export interface RubricProblem {
  readonly code: RubricErrorCode;
  readonly place: Place | null;
  readonly detail: Bilingual;
}

function printProblem({ code, place, detail }: RubricProblem): string {
  const { zh, en } = rubricErrors[code];
  const at = place === null ? "" : `${place.path}${place.line === null ? "" : ` (第 ${place.line} 行 / line ${place.line})`}\n  `;
  return `${code}  ${zh} / ${en}\n  ${at}${detail.zh} / ${detail.en}`;
}

/** A scheme that does not load, or facts that cannot be scored under it. `problems` lists all that was found, the first one first. */
export class RubricError extends Error {
  override readonly name = "RubricError";
  readonly code: RubricErrorCode;
  readonly place: Place | null;
  readonly detail: Bilingual;
  readonly problems: readonly RubricProblem[];

  constructor(code: RubricErrorCode, detail: Bilingual, place: Place | null = null, further: readonly RubricProblem[] = []) {
    const problems = [{ code, place, detail }, ...further];
    super(problems.map(printProblem).join("\n"));
    this.code = code;
    this.place = place;
    this.detail = detail;
    this.problems = problems;
  }
}
