import { cellValue, type FormCell, type FormGrid, type FormValue, labelText } from "./form-grid.ts";

/** What a label of the programme's forms asks for. */
export type FormField =
  | "window"
  | "person"
  | "city"
  | "unit"
  | "recommender"
  | "application_id"
  | "year"
  | "honour"
  | "filled_on"
  | "scored_on"
  | "grader"
  | "round"
  | "deeds"
  | "opinion_discipline"
  | "opinion_unit"
  | "opinion_city"
  | "honours_text"
  | "other";

const spellings: Readonly<Record<FormField, readonly string[]>> = {
  window: [
    "窗口名称",
    "窗口全称",
    "申报窗口",
    "申报窗口名称",
    "被考核窗口",
    "考核窗口",
    "参评窗口",
    "所在窗口",
    "所在窗口名称",
    "工作窗口",
  ],
  person: ["姓名", "人员姓名", "申报人", "申报人姓名", "被考核人", "参评人员", "被考核人员"],
  city: ["设区市", "所属设区市", "所在设区市", "所在城市", "所属城市", "所在地市", "地市", "城市", "推荐市"],
  unit: ["窗口主管单位", "主管单位", "主管部门", "所在单位", "工作单位", "单位名称", "申报单位"],
  recommender: ["推荐单位", "推荐部门", "报送单位", "填报单位"],
  application_id: ["申报编号", "申报号", "申请编号"],
  year: ["年度", "申报年度", "考核年度", "评选年度"],
  honour: ["申报荣誉", "申报类别", "荣誉类别", "推荐荣誉", "申报项目"],
  filled_on: ["填报日期", "填报时间", "填表日期", "申报日期", "申报时间", "报送日期", "推荐日期"],
  scored_on: ["评分日期", "评分时间", "考核日期", "考核时间", "评审日期", "日期"],
  grader: [
    "评委",
    "评委编号",
    "评委姓名",
    "专家",
    "专家编号",
    "评审专家",
    "评分人",
    "评分人编号",
    "考核人",
    "考核人员",
    "评委签名",
    "评委签字",
    "评分人签字",
    "专家签字",
  ],
  round: ["轮次", "评审轮次", "考核轮次", "评审阶段", "考核阶段", "评审环节", "阶段"],
  deeds: ["主要事迹", "主要事迹材料", "主要事迹简介", "先进事迹", "事迹材料", "事迹"],
  opinion_discipline: ["窗口主管单位纪检意见", "主管单位纪检意见", "纪检意见", "纪检部门意见", "纪检监察意见"],
  opinion_unit: ["窗口主管单位意见", "主管单位意见", "单位意见", "所在单位意见"],
  opinion_city: ["设区市主管单位意见", "设区市意见", "设区市主管部门意见", "市主管单位意见", "市级主管单位意见", "市主管部门意见"],
  honours_text: [
    "所获荣誉",
    "获得荣誉",
    "曾获荣誉",
    "荣誉情况",
    "获奖情况",
    "近三年荣誉",
    "近三年获得荣誉",
    "近三年所获荣誉",
    "近三年获得荣誉情况",
    "近三年来获得荣誉",
  ],
  other: [
    "性别",
    "民族",
    "出生年月",
    "出生日期",
    "政治面貌",
    "学历",
    "文化程度",
    "职务",
    "职称",
    "职务职称",
    "岗位",
    "工作岗位",
    "联系电话",
    "联系人",
    "电话",
    "手机",
    "手机号",
    "邮编",
    "邮政编码",
    "地址",
    "所在地址",
    "通讯地址",
    "人数",
    "窗口人数",
    "工作人员数",
    "领域",
    "层级",
    "单位类别",
    "身份证号",
    "身份证号码",
    "参加工作时间",
    "到岗日期",
    "入职时间",
    "照片",
    "备注",
    "县",
    "邮箱",
    "传真",
    "负责人",
    "窗口负责人",
    "新举措",
    "服务新举措",
    "自评总分",
    "总分",
    "合计",
  ],
};

const fieldOf = new Map(Object.entries(spellings).flatMap(([field, texts]) => texts.map((text) => [text, field as FormField] as const)));

/** `姓名：` with any spaces between its characters, longest labels first. */
const inline = new RegExp(
  `(?:^|[\\s，,；;])(${[...fieldOf.keys()]
    .sort((a, b) => b.length - a.length)
    .map((label) => [...label].join("\\s*"))
    .join("|")})\\s*(?:[(（][^()（）]*[)）])?\\s*[:：]`,
  "gu",
);

/** The field that a cell is the label of, if it is one and nothing else. */
export function fieldOfLabel(text: string): FormField | null {
  return fieldOf.get(labelText(text)) ?? null;
}

/**
 * All values of a form by field, the first of each. A value stands behind its label in the same cell, in the cell to the right, or, where
 * labels stand in a row above their values, below. A label with nothing by it has a value without text.
 */
export function labelledValues(grid: FormGrid, cells: readonly FormCell[] = grid.cells): Map<FormField, FormValue> {
  const values = new Map<FormField, FormValue>();
  const add = (field: FormField, value: FormValue) => {
    const known = values.get(field);
    if (field !== "other" && (!known || (known.text === null && value.text !== null))) values.set(field, value);
  };
  for (const cell of cells) {
    const field = fieldOfLabel(cell.text);
    if (field) add(field, neighbour(grid, cell));
    else for (const [own, text] of inlineValues(cell.text)) add(own, cellValue(cell, text));
  }
  return values;
}

function inlineValues(text: string): [FormField, string][] {
  const found = [...text.matchAll(inline)];
  return found.flatMap((match, index): [FormField, string][] => {
    const field = fieldOf.get((match[1] ?? "").replace(/\s+/gu, ""));
    const from = (match.index ?? 0) + match[0].length;
    return field ? [[field, text.slice(from, found[index + 1]?.index ?? text.length).trim()]] : [];
  });
}

const isLabel = (cell: FormCell) => fieldOfLabel(cell.text) !== null;

function neighbour(grid: FormGrid, label: FormCell): FormValue {
  const right = grid.at(label.row, label.toColumn + 1);
  const isOutside = label.toColumn >= grid.lastColumn;
  if (!isOutside && right.text !== "" && !isLabel(right)) return cellValue(right, rightOf(grid, label, right));
  const below = grid.at(label.toRow + 1, label.column);
  const left = label.column > 0 ? grid.at(label.row, label.column - 1) : null;
  const standsAbove = isOutside || isLabel(right) || (left !== null && isLabel(left));
  if (standsAbove && below.text !== "" && !isLabel(below)) return cellValue(below);
  return cellValue(isOutside ? below : right, "");
}

/** An opinion may be laid over several cells beside its label: the words, the seal and the date each in their own. */
function rightOf(grid: FormGrid, label: FormCell, first: FormCell): string {
  if (label.toRow === label.row) return first.text;
  const texts = grid.cells.filter(
    (cell) => cell.row >= label.row && cell.toRow <= label.toRow && cell.column > label.toColumn && !isLabel(cell),
  );
  return texts.map(({ text }) => text).join("\n");
}
