import { contractOf } from "../contracts/catalogue.ts";
import { normaliseCode } from "../half-width.ts";
import type { Form, FormSubject, ListRow, RubricItem, RubricLine } from "./form.ts";
import { cellValue, type FormCell, type FormGrid, type FormValue, labelText } from "./form-grid.ts";
import { fieldOfLabel, labelledValues } from "./form-labels.ts";

/** The form that a sheet is, found by its labels wherever they stand; null when it is none. */
export function recogniseForm(grid: FormGrid): Form | null {
  if (grid.cells.length === 0) return null;
  return rubricForm(grid) ?? recommendationForm(grid) ?? applicationForm(grid);
}

/** What stands alone in the first rows. */
function titleOf(grid: FormGrid): { title: string; row: number } {
  const rows = [...new Set(grid.cells.map(({ row }) => row))].slice(0, 4);
  const alone = rows.flatMap((row) => {
    const own = grid.cells.filter((cell) => cell.row === row);
    return own.length === 1 ? own : [];
  });
  return { title: alone.map(({ text }) => text).join(" "), row: rows[0] ?? 1 };
}

function applicationForm(grid: FormGrid): Form | null {
  const values = labelledValues(grid);
  const subject: FormSubject = values.has("person") ? "person" : "window";
  const parts = ["deeds", "opinion_discipline", "opinion_unit", "opinion_city"] as const;
  if (!values.has(subject) || parts.filter((part) => values.has(part)).length < 2) return null;
  const lists = (["honours", "innovations"] as const).flatMap((kind) => {
    const rows = listRows(grid, kind);
    return rows.length === 0 ? [] : [{ kind, rows }];
  });
  return { type: "application", sheet: grid.sheet, ...titleOf(grid), subject, values, lists };
}

/** The rows of a list with headers of its own within a form, down to the first row without a first field. */
function listRows(grid: FormGrid, kind: "honours" | "innovations"): ListRow[] {
  const { fields } = contractOf(kind);
  const fieldNamed = (text: string) =>
    fields.find(({ header, aliases = [] }) => [header, ...aliases].some((name) => normaliseCode(name) === labelText(text)));
  for (const row of new Set(grid.cells.map((cell) => cell.row))) {
    const columns = new Map<string, FormCell>();
    for (const cell of grid.cells) {
      const field = cell.row === row ? fieldNamed(cell.text) : undefined;
      if (field) columns.set(field.name, cell);
    }
    const title = columns.get("title");
    if (!title || columns.size < 2) continue;
    const rows: ListRow[] = [];
    for (let at = title.toRow + 1; ; ) {
      const first = grid.at(at, title.column);
      if (first.text === "" || fieldOfLabel(first.text) !== null) break;
      rows.push(new Map([...columns].map(([field, { column }]) => [field, cellValue(grid.at(at, column))])));
      at = first.toRow + 1;
    }
    return rows;
  }
  return [];
}

/** Which header of a nominee's row means what. */
const nomineeHeaders: Readonly<Record<string, readonly string[]>> = {
  window: ["窗口名称", "申报窗口", "推荐窗口", "所在窗口", "所在窗口名称"],
  person: ["姓名", "人员姓名", "推荐人选"],
  city: ["设区市", "所属设区市", "城市", "地市", "推荐市"],
  unit: ["窗口主管单位", "主管单位", "所在单位", "工作单位"],
  recommender: ["推荐单位"],
  honour: ["推荐荣誉", "申报荣誉", "荣誉"],
  application_id: ["申报编号"],
  deeds: ["主要事迹", "推荐理由", "主要事迹简介"],
};

function recommendationForm(grid: FormGrid): Form | null {
  const { title, row: titleRow } = titleOf(grid);
  if (!/推荐/u.test(title)) return null;
  for (const row of new Set(grid.cells.map((cell) => cell.row))) {
    const columns = headerColumns(grid, row, nomineeHeaders);
    const number = grid.cells.find((cell) => cell.row === row && labelText(cell.text) === "序号");
    const key = columns.get("person") ?? columns.get("window");
    if (!key || columns.size + (number ? 1 : 0) < 2) continue;
    const subject: FormSubject = columns.has("person") ? "person" : "window";
    const rows: ListRow[] = [];
    for (let at = key.toRow + 1; ; ) {
      const first = grid.at(at, key.column);
      if (first.text === "") break;
      rows.push(new Map([...columns].map(([field, { column }]) => [field, cellValue(grid.at(at, column))])));
      at = first.toRow + 1;
    }
    if (rows.length === 0) continue;
    const last = rows.at(-1)?.get(subject)?.row ?? row;
    const around = grid.cells.filter((cell) => cell.toRow < row || cell.row > last);
    return { type: "recommendation", sheet: grid.sheet, title, row: titleRow, subject, values: labelledValues(grid, around), rows };
  }
  return null;
}

const rubricHeaders: Readonly<Record<string, readonly string[]>> = {
  item: ["考核项目", "评分项目", "项目", "考核指标", "评价项目", "指标"],
  clause: ["考核内容", "评分标准", "考核标准", "考核内容及标准", "考核内容及评分标准", "内容及标准", "评价标准", "条款"],
  max: ["分值", "标准分", "满分", "标准分值", "权重分"],
  self: ["自评分", "自评", "自评得分"],
  given: ["考核分", "评价分", "得分", "评分", "考核得分", "专家评分", "评委评分"],
  deducted: ["扣分", "扣分值"],
  reason: ["扣分原因", "扣分理由", "原因", "备注", "说明", "扣分原因及备注", "扣分说明"],
  evidence: ["佐证", "佐证材料", "证据"],
};

function headerColumns(grid: FormGrid, row: number, headers: Readonly<Record<string, readonly string[]>>): Map<string, FormCell> {
  const columns = new Map<string, FormCell>();
  for (const cell of grid.cells) {
    if (cell.row > row || cell.toRow < row) continue;
    const text = labelText(cell.text);
    const name = Object.keys(headers).find((key) => headers[key]?.includes(text));
    if (name && !columns.has(name)) columns.set(name, cell);
  }
  return columns;
}

function rubricForm(grid: FormGrid): Form | null {
  for (const row of new Set(grid.cells.map((cell) => cell.row))) {
    const columns = headerColumns(grid, row, rubricHeaders);
    if (!columns.has("item") || !columns.has("max") || !["self", "given", "deducted"].some((name) => columns.has(name))) continue;
    const from = Math.max(...[...columns.values()].map(({ toRow }) => toRow)) + 1;
    const items = rubricItems(grid, columns, from);
    if (items.length === 0) continue;
    const last = Math.max(...items.flatMap(({ lines }) => lines.map((line) => line.row)));
    const around = grid.cells.filter((cell) => cell.toRow < row || cell.row > last);
    const values = labelledValues(grid, around);
    return { type: "rubric", sheet: grid.sheet, ...titleOf(grid), subject: values.has("person") ? "person" : "window", values, items };
  }
  return null;
}

const isTotal = (text: string) => /^(合计|小计|总计|总分|累计)/u.test(labelText(text));

/** A note laid across the table is none of its items. */
const isWithin = (cell: FormCell, header: FormCell | undefined) =>
  header !== undefined && cell.column >= header.column && cell.toColumn <= header.toColumn;

/** The items below a rubric's header: each begins where a new text stands in the column of items, and has a line for every row down to the next. */
function rubricItems(grid: FormGrid, columns: ReadonlyMap<string, FormCell>, from: number): RubricItem[] {
  const blocks: { item: FormCell; rows: number[] }[] = [];
  const bottom = grid.cells.at(-1)?.row ?? 0;
  const columnOf = (name: string) => columns.get(name)?.column;
  const cellOf = (row: number, name: string): FormCell | null => {
    const column = columnOf(name);
    return column === undefined ? null : grid.at(row, column);
  };
  for (let row = from; row <= bottom; row += 1) {
    const item = cellOf(row, "item");
    const own = [item, ...["clause", "max", "self", "given", "deducted"].map((name) => cellOf(row, name))];
    if (own.every((cell) => cell === null || cell.text === "")) {
      if (blocks.length > 0) break;
      continue;
    }
    const first = grid.cells.find((cell) => cell.row === row);
    if (first && (isTotal(first.text) || fieldOfLabel(first.text.split(/[:：]/u)[0] ?? "") !== null)) continue;
    const last = blocks.at(-1);
    if (item && item.text !== "" && !isWithin(item, columns.get("item"))) continue;
    if (item && item.text !== "" && item !== last?.item && item.row === row) blocks.push({ item, rows: [row] });
    else if (last && (item === last.item || item?.text === "")) last.rows.push(row);
  }
  return blocks.map(({ item, rows }): RubricItem => {
    const whole = (name: string): FormValue | null => {
      const cells = [...new Set(rows.map((row) => cellOf(row, name)).filter((cell) => cell !== null))];
      const filled = [...new Map(cells.filter(({ text }) => text !== "").map((cell) => [`${cell.row}|${cell.column}`, cell])).values()];
      const [one] = filled.length > 0 ? filled : cells;
      return filled.length <= 1 && one ? cellValue(one) : null;
    };
    const joined = (name: string): FormValue | null => {
      const cells = new Map(
        rows.map((row) => cellOf(row, name)).flatMap((cell) => (cell && cell.text !== "" ? [[`${cell.row}`, cell]] : [])),
      );
      const [one] = cells.values();
      return one ? cellValue(one, [...cells.values()].map(({ text }) => text).join("；")) : null;
    };
    const lines = rows.map((row): RubricLine => {
      const value = (name: string) => {
        const cell = cellOf(row, name);
        return cell ? cellValue(cell) : null;
      };
      return { row, text: value("clause"), max: value("max"), given: value("given"), deducted: value("deducted") };
    });
    return {
      item: cellValue(item),
      lines,
      given: whole("given"),
      self: whole("self"),
      reason: joined("reason"),
      evidence: joined("evidence"),
    };
  });
}
