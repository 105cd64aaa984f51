/** What is worth a look in a scheme that loads (R3xx). A warning never keeps a scheme from being used. `docs/errors/<code>.md` is generated from here. */
export const schemeWarnings = {
  R301: {
    zh: "条款扣分之和小于项目满分：即使每一条都不满足，项目仍有分。",
    en: "The clauses of an item cost less than it has: points remain even if every clause is unmet.",
    cureZh: "对照原文。原文如此的，不必改动，页面会如实说明；抄错的，改正 deduct 或 max。",
    cureEn: "Compare with the document. If it is so written, leave it: the page says so. Otherwise correct a deduct, or the max.",
  },
  R302: {
    zh: "条款扣分之和大于项目能扣的分：都不满足时，有的条款扣不足规定的分。",
    en: "The clauses of an item cost more than can be taken off: if all are unmet, some of them cost less than they say.",
    cureZh: "对照原文。原文如此的，不必改动；抄错的，改正 deduct、max 或项目下限的政策。",
    cureEn: "Compare with the document. If it is so written, leave it. Otherwise correct a deduct, the max, or the floor policy.",
  },
  R303: {
    zh: "项目的下限不低于满分，任何条款都扣不了分。",
    en: "The floor of an item is not below its maximum, so that no clause can ever take points.",
    cureZh: "降低项目下限的政策选项，或改正 max。",
    cureEn: "Choose a lower floor, or correct the max.",
  },
  R304: {
    zh: "加分项各部分的上限之和小于加分项的满分：满分永远得不到。",
    en: "The caps of a bonus add up to less than its maximum, which nobody can ever reach.",
    cureZh: "对照原文，改正 cap 或 max；原文如此的，不必改动。",
    cureEn: "Compare with the document and correct a cap or the max; if it is so written, leave it.",
  },
  R305: {
    zh: "文件自身前后矛盾：同一件事说了不止一遍，数字不一致。",
    en: "The document contradicts itself: it says one thing more than once, in different figures.",
    cureZh: "不要替原文取舍：各种说法照录，页面并列显示；由发文机关更正后再改。",
    cureEn: "Do not choose for the document: keep every version, the page shows them side by side, until the issuer corrects it.",
  },
  R311: {
    zh: "规则的条件互相排斥，没有一条记录能计入，规则永远不会起作用。",
    en: "The conditions of a rule exclude each other: no record can ever count, so the rule never does anything.",
    cureZh: "核对 where 与 conditions 对同一字段的要求，或所选政策的选项。",
    cureEn: "Compare what where and conditions ask of the same field, or the option of the policy.",
  },
  R312: {
    zh: "限值或目标在该指标可能的取值之外：规则永远起作用，或永远不起作用。",
    en: "A limit or mark is outside what the indicator can be: its rule holds always, or never.",
    cureZh: "核对数字的单位（百分数写 95，不写 0.95）和方向 direction。",
    cureEn: "Check the unit (95 for a rate of 95 %, not 0.95) and the direction.",
  },
  R313: {
    zh: "两条否决规则看的是同样的事：后一条决定不了任何事。",
    en: "Two veto rules look at the same thing: the second one decides nothing.",
    cureZh: "删去其中一条，或写明二者的区别。",
    cureEn: "Remove one of them, or state how they differ.",
  },
  R314: {
    zh: "同分规则中的一步永远分不出先后。",
    en: "A step of the tie-break can never tell anybody apart.",
    cureZh: "按计入的差评数区分的，在 ranking.countedRecords 写明是哪条否决规则；重复的一步删去。",
    cureEn: "To compare counted records, name the veto rule in ranking.countedRecords; remove a step that repeats.",
  },
  R315: {
    zh: "评选阶段的名额大于可能进入这一阶段的数目，永远取不满。",
    en: "A stage takes more subjects than can ever come to it.",
    cureZh: "对照原文，改正 size 或推荐名额 most。",
    cureEn: "Compare with the document and correct the size, or the quota.",
  },
  R316: {
    zh: "分类名额加起来不等于评选阶段的名额。",
    en: "The places of a table do not add up to the size of the stage.",
    cureZh: "对照原文，改正各类的 size 或阶段的 size；原文如此的，不必改动。",
    cureEn: "Compare with the document and correct the sizes; if it is so written, leave it.",
  },
  R317: {
    zh: "推荐名额少于要求覆盖的类别数，覆盖要求无法满足。",
    en: "A quota is smaller than the number of values that should be covered, so the coverage can never be met.",
    cureZh: "对照原文，改正 most 或覆盖要求。",
    cureEn: "Compare with the document and correct the quota or the coverage.",
  },
  R318: {
    zh: "资格规则的界限互相矛盾，没有对象能符合。",
    en: "The limits of a rule of eligibility contradict each other: nobody can meet it.",
    cureZh: "核对 least 与 most，from、before 与 until 的先后。",
    cureEn: "Check least against most, and from against before and until.",
  },
  R319: {
    zh: "指标的底线、目标、发展值与方向不符。",
    en: "The floor, the target and the stretch of an indicator are not in the order that its direction asks for.",
    cureZh: "越高越好的指标：底线 ≤ 目标 ≤ 发展；越低越好的相反。改正数字或 direction。",
    cureEn: "Where higher is better: floor ≤ target ≤ stretch, where lower is better the reverse. Correct a figure or the direction.",
  },
  R320: {
    zh: "档次或合格线高于满分，永远达不到。",
    en: "A grade, or the mark for passing, is above full points and can never be reached.",
    cureZh: "改正 from 或 least。",
    cureEn: "Correct from, or least.",
  },
  R321: {
    zh: "称号的某个状态或某条变化永远到不了。",
    en: "A state of a title, or a transition, can never come about.",
    cureZh: "核对 transitions 的 from、to 和 when；按期合格与否的变化要求所属荣誉写明 passing。",
    cureEn: "Check from, to and when of the transitions; a run of passed periods needs an honour with a mark for passing.",
  },
  R331: {
    zh: "没有任何规则引用这条政策，改它不起作用。",
    en: "No rule refers to this policy: changing it changes nothing.",
    cureZh: "在该起作用的地方写 { policy: 编号 }，或删去这条政策；只说明办事程序的，decides 写 procedure。",
    cureEn: "Refer to it where it should decide, or remove it; a policy that only states how people proceed decides procedure.",
  },
  R332: {
    zh: "政策的两个选项设定相同，选哪一个结果都一样。",
    en: "Two options of a policy have the same setting: choosing between them changes nothing.",
    cureZh: "改正重复的 setting，或删去多余的选项。",
    cureEn: "Correct the setting that repeats, or remove the option.",
  },
  R333: {
    zh: "标为“来源未规定”的政策没有说清原文缺了什么。",
    en: "A policy is marked as not stated by the source, but does not say what the source leaves open.",
    cureZh: "在 why 里写明原文哪里没有规定、可能怎样理解；这句话会显示给所有人看。",
    cureEn: "Say in why what the document leaves open and how it could be read; everybody sees this sentence.",
  },
  R341: {
    zh: "登记了一个没有任何方案引用的文件。",
    en: "A document is listed that no scheme cites.",
    cureZh: "在引用它的规则里写上，或从 documents.yaml 中删去。",
    cureEn: "Cite it where it belongs, or remove it from documents.yaml.",
  },
  R342: {
    zh: "没有算例检验这个荣誉或这条否决规则，抄错了也不会被发现。",
    en: "No example tries this honour or this veto rule, so a slip in it would go unnoticed.",
    cureZh: "在 examples 里加一个算例：given 写情况，expect 写按原文应得的结果。",
    cureEn: "Add an example: under given a case, under expect what it should come to by the document.",
  },
} as const satisfies Record<string, { zh: string; en: string; cureZh: string; cureEn: string }>;

export type SchemeWarningCode = keyof typeof schemeWarnings;
