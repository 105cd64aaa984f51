/** One numbered clause as a grader's workbook shows it, with a reason a grader would write when it is not met. */
export interface SheetClause {
  readonly label: string;
  readonly unmet: string;
}

export interface WindowItem {
  readonly number: number;
  readonly label: string;
  readonly max: number;
  /** Points off for each clause that is not met. */
  readonly deduct: number;
  readonly clauses: readonly SheetClause[];
  /** Reasons for a discretionary deduction. */
  readonly minor: readonly string[];
}

/** The deduction items of the window rubric (浙江 2023, annex 5), in short labels. */
export const windowItems: readonly WindowItem[] = [
  {
    number: 1,
    label: "组织领导",
    max: 10,
    deduct: 3,
    clauses: [
      { label: "方案与保障", unmet: "未见年度实施方案" },
      { label: "宣传、自查与群众评议", unmet: "未组织群众评议" },
      { label: "台账完整", unmet: "台账缺少活动记录" },
    ],
    minor: ["台账归档不规范", "方案责任分工不够具体"],
  },
  {
    number: 2,
    label: "政务服务标准化",
    max: 20,
    deduct: 5,
    clauses: [
      { label: "事项目录合法", unmet: "公开目录与权力清单不一致" },
      { label: "名称与流程统一", unmet: "同一事项两处名称不同" },
      { label: "八类信息公开", unmet: "八类信息公开缺少收费依据" },
      { label: "投诉窗口、地点、电话公开", unmet: "投诉电话未上墙" },
    ],
    minor: ["办事指南更新不及时", "样表示例不清晰"],
  },
  {
    number: 3,
    label: "政务服务规范化",
    max: 20,
    deduct: 5,
    clauses: [
      { label: "亮明身份、仪表与用语", unmet: "当班人员未亮明身份" },
      { label: "态度与效率", unmet: "暗访时无人主动接待" },
      { label: "导办服务", unmet: "未设导办人员" },
      { label: "首问负责、一次告知、限时办结", unmet: "未出具一次性告知单" },
    ],
    minor: ["个别人员用语不规范", "叫号间隔偏长"],
  },
  {
    number: 4,
    label: "政务服务便利化",
    max: 20,
    deduct: 5,
    clauses: [
      { label: "“五个一”与减环节、减材料、减时限", unmet: "仍要求重复提交材料" },
      { label: "网上办、掌上办", unmet: "掌上办事项未开通" },
      { label: "无障碍设施", unmet: "无障碍通道被占用" },
      { label: "邮寄服务", unmet: "未提供证照邮寄" },
    ],
    minor: ["自助设备使用指引不足", "便民物品未及时补充"],
  },
  {
    number: 5,
    label: "政务服务廉洁化",
    max: 20,
    deduct: 5,
    clauses: [
      { label: "依法行政、不乱收费", unmet: "收费公示不完整" },
      { label: "人员廉洁", unmet: "廉洁承诺书未签全" },
      { label: "教育、监督、考核制度", unmet: "考核制度未执行" },
      { label: "监督有效、投诉有办", unmet: "一件投诉未按时答复" },
    ],
    minor: ["廉政谈话记录简单", "监督台账填写不全"],
  },
];

/** The graded items of the person rubric (annex 6). */
export const personItems: readonly { readonly number: number; readonly label: string; readonly max: number }[] = [
  { number: 1, label: "政治素质过硬", max: 20 },
  { number: 2, label: "服务质量过硬", max: 25 },
  { number: 3, label: "业务技术过硬", max: 25 },
  { number: 4, label: "廉洁自律过硬", max: 20 },
];

export const bonusLabel = "加分事项";
