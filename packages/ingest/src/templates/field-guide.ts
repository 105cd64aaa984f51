import { allowedTexts } from "../allowed-texts.ts";
import type { Contract, Field, FieldType } from "../contracts/contract.ts";
import type { SchemeCodes } from "../scheme-codes.ts";

/** How a column of a template is written: its number format, what may be typed, and how both are said. */
interface TypeGuide {
  readonly zh: string;
  readonly en: string;
  readonly example: string;
  /** Excel's number format; `@` keeps what is typed as it is, as for numbers with leading zeros and for months. */
  readonly format: string;
  readonly width: number;
}

const guides: Readonly<Record<FieldType, TypeGuide>> = {
  id: { zh: "编号，按原样填写", en: "an identifier, as it is", example: "示例001", format: "@", width: 16 },
  text: { zh: "文字", en: "text", example: "示例文字", format: "@", width: 20 },
  int: {
    zh: "不小于 0 的整数；没有数据留空，不填 0",
    en: "a whole number of at least 0; blank when there is none",
    example: "12",
    format: "0",
    width: 12,
  },
  level: { zh: "五级之一，或 1 至 5", en: "one of the five levels, or 1 to 5", example: "满意", format: "@", width: 12 },
  year: { zh: "四位年份", en: "a year of four digits", example: "2023", format: "0", width: 10 },
  date: { zh: "日期，如 2023-05-08", en: "a date such as 2023-05-08", example: "2023-05-08", format: "yyyy-mm-dd", width: 13 },
  timestamp: {
    zh: "时间，如 2023-05-08 09:30",
    en: "a time such as 2023-05-08 09:30",
    example: "2023-05-08 09:30",
    format: "yyyy-mm-dd hh:mm",
    width: 18,
  },
  month: { zh: "月份，如 2023-05", en: "a month such as 2023-05", example: "2023-05", format: "@", width: 12 },
  period: {
    zh: "期间，如 2023-04、2023Q2、2023H1、2023",
    en: "a period such as 2023-04, 2023Q2, 2023H1 or 2023",
    example: "2023Q2",
    format: "@",
    width: 12,
  },
  decimal: { zh: "数，可带小数", en: "a number, with decimals if need be", example: "1.5", format: "General", width: 12 },
  boolean: { zh: "是或否；不清楚留空", en: "是 (yes) or 否 (no); blank when unknown", example: "是", format: "@", width: 10 },
  code: { zh: "从下拉列表中选择", en: "one of the list", example: "", format: "@", width: 14 },
  points: { zh: "分数，不小于 0，最多两位小数", en: "points of at least 0, two decimals at most", example: "3", format: "0.##", width: 10 },
};

/** Everything that a template says of one column. */
export interface FieldGuide {
  readonly field: Field;
  /** As the template writes it: starred when a row cannot do without. */
  readonly header: string;
  readonly format: string;
  readonly width: number;
  /** What may be chosen; empty where that is no list. */
  readonly allowed: readonly string[];
  /** Whether anything else is a mistake; a list of names that schemes give leaves room for others. */
  readonly isClosed: boolean;
  readonly example: string;
  readonly zh: string;
  readonly en: string;
}

export function fieldGuide(contract: Contract, field: Field, codes: SchemeCodes): FieldGuide {
  const { zh, en, example, format, width } = guides[field.type];
  const allowed = field.type === "boolean" ? ["是", "否"] : allowedTexts(contract, field.name, codes);
  const isNeeded = field.required === true && !field.defaultsToYear;
  const shown = field.example ?? allowed[0] ?? example;
  const choices = allowed.length === 0 ? "" : allowed.slice(0, 12).join("、") + (allowed.length > 12 ? "…" : "");
  const also = field.defaultsToYear ? { zh: "；留空时按导入时指定的年度", en: "; blank: the year given at import" } : { zh: "", en: "" };
  return {
    field,
    header: isNeeded ? `*${field.header}` : field.header,
    format,
    width: Math.max(width, field.header.length * 2 + 3),
    allowed,
    isClosed: field.type !== "text",
    example: shown,
    zh: `${isNeeded ? "必填。" : ""}${zh}${also.zh}。${choices === "" ? "" : `可填：${choices}。`}${shown === "" ? "" : `例：${shown}`}`,
    en: `${isNeeded ? "Required. " : ""}${en}${also.en}.${choices === "" ? "" : ` Allowed: ${choices}.`}${shown === "" ? "" : ` Example: ${shown}`}`,
  };
}
