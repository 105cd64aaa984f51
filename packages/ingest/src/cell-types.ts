import type { Field } from "./contracts/contract.ts";
import type { IngestErrorCode } from "./errors.ts";
import { normaliseCode } from "./half-width.ts";
import { constantMap, literal } from "./sql-text.ts";

/** How a field's text becomes its value. `text` and the result are SQL. */
export interface CellReading {
  /** A cheap attempt, computed first as its own column; null when there is none. */
  readonly attempt: string | null;
  /** The value: takes the attempt when it gives back the very text, otherwise reads with care. */
  readonly value: string;
  /** The problem when there is text but no value. */
  readonly code: IngestErrorCode;
}

/** Text is trimmed before it is looked at. Numbers, dates and codes are not: most are clean, and trimming costs more than reading them. */
export function isTrimmed(field: Field): boolean {
  return field.type === "text" || field.type === "id";
}

const yesNo: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["是", "有", "√", "✓", "对", "y", "yes", "true", "t", "1"].map((text) => [text, "true"])),
  ...Object.fromEntries(["否", "无", "×", "x", "不", "n", "no", "false", "f", "0"].map((text) => [text, "false"])),
};

/**
 * The SQL that reads a field. `text` is the cell, trimmed for text and identifiers (`isTrimmed`), `attempt` the column that holds the cheap attempt; `dateFormat` (strptime)
 * replaces our own ways of writing dates.
 */
export function cellReading(field: Field, text: string, attempt: string, dateFormat: string | null): CellReading {
  const canonical = (read: string) => `case when ${attempt}::varchar = ${text} then ${attempt} else ${read}(norm_text(${text})) end`;
  const inFormat = (sqlType: string) => `within_reach(try_strptime(norm_text(${text}), ${literal(dateFormat)}))::${sqlType}`;
  switch (field.type) {
    case "text":
      return { attempt: null, value: `replace(${text}, e'\\r\\n', e'\\n')`, code: "D213" };
    case "id":
      return { attempt: null, value: `norm_id(${text})`, code: "D213" };
    case "int":
      return {
        attempt: `try_cast(${text} as integer)`,
        value: `case when ${attempt}::varchar = ${text} and ${attempt} >= 0 then ${attempt} else read_int(norm_text(${text})) end`,
        code: "D202",
      };
    case "year":
      return { attempt: null, value: `read_year(${text})`, code: "D214" };
    case "date":
      if (dateFormat) return { attempt: null, value: inFormat("date"), code: "D204" };
      return { attempt: `try_cast(${text} as date)`, value: `within_reach(${canonical("read_date")})`, code: "D204" };
    case "timestamp":
      if (dateFormat) return { attempt: null, value: inFormat("timestamp"), code: "D204" };
      return { attempt: `try_cast(${text} as timestamp)`, value: `within_reach(${canonical("read_timestamp")})`, code: "D204" };
    case "month":
      return {
        attempt: `if(length(${text}) = 7, try_cast(concat(${text}, '-01') as date), null)`,
        value: `case when ${attempt} between date '1900-01-01' and date '2100-12-31' then ${attempt} else read_month(norm_text(${text})) end`,
        code: "D205",
      };
    case "period":
      return { attempt: null, value: `read_period(${text})`, code: "D217" };
    case "decimal":
      return {
        attempt: `try_cast(${text} as bigint)`,
        value: `case when ${attempt}::varchar = ${text} and ${attempt} between -999999999999 and 999999999999 then ${attempt}::decimal(18, 6)
          when regexp_full_match(${text}, '-?\\d{1,12}\\.\\d{1,6}') then try_cast(${text} as decimal(18, 6))
          else read_decimal(${text}) end`,
        code: "D218",
      };
    case "boolean":
      return { attempt: null, value: `${lookup(yesNo, field, text)}::boolean`, code: "D207" };
    case "code":
      return { attempt: null, value: lookup({}, field, text), code: "D206" };
    case "level":
      return { attempt: null, value: `${lookup({ 1: "1", 2: "2", 3: "3", 4: "4", 5: "5" }, field, text)}::integer`, code: "D215" };
    case "points":
      return { attempt: null, value: `read_points(${text})`, code: "D208" };
  }
}

/** Most cells say it exactly as the list does; only what does not is made alike first, which costs many times more. */
function lookup(base: Readonly<Record<string, string>>, field: Field, text: string): string {
  const values = { ...base, ...field.values };
  const codes = Object.fromEntries(Object.values(values).map((code) => [code, code]));
  const spelt = Object.entries({ ...codes, ...values });
  const exact = new Map(spelt.map(([key, code]) => [key, literal(code)]));
  const alike = new Map(spelt.map(([key, code]) => [normaliseCode(key), literal(code)]));
  return `coalesce(${constantMap(exact, "''")}[${text}], ${constantMap(alike, "''")}[norm_code(${text})])`;
}
