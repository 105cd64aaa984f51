import { cellReading, isTrimmed } from "./cell-types.ts";
import type { Contract, DerivedColumn, Field } from "./contracts/contract.ts";
import type { Mapping } from "./mapping.ts";
import type { ColumnType } from "./readers/raw-table.ts";
import { constantMap, identifier, literal } from "./sql-text.ts";
import { sqlTypeOf, storedColumns } from "./store.ts";
import { typedText, typedValue } from "./typed-cells.ts";

/** A staged table and what its columns mean. The relation has columns `c0`, `c1`, … and, unless its order tells, `row_no`. */
export interface CheckPlan {
  readonly contract: Contract;
  readonly relation: string;
  readonly hasRowNo: boolean;
  /** What the columns hold, unless all of them are text. */
  readonly types: readonly (ColumnType | null)[] | null;
  /** Whether a column `nested` lists the cells that hold more than one value (`StagedTable.hasNested`). */
  readonly hasNested: boolean;
  /** Whether the place of each cell, and what is wrong with the row, stand in columns behind the cells (`StagedTable.placed`). */
  readonly placed: boolean;
  readonly headers: readonly string[];
  /** The texts of each row of the header, by column; the last row's are the lowest. */
  readonly levels: readonly (readonly string[])[];
  /** What stands above the header. */
  readonly titles: readonly string[];
  /** Field name → column index. */
  readonly columns: ReadonlyMap<string, number>;
  readonly mapping: Mapping | null;
  readonly defaultYear: number | null;
  /** How a column is named in a cell reference: `F`, or its header. */
  readonly place: (column: number) => string;
}

const quoted = (field: Field) => identifier(field.name);
const textColumn = (field: Field) => identifier(`t_${field.name}`);
const attemptOf = (field: Field) => identifier(`a_${field.name}`);

/**
 * A query that checks every row of a staged table in one pass: typed columns, `row_hash`, `is_blank`, and for a row that is not clean
 * its `problems` (a list of `{code, field, place, value, severity}`), `rejected` and `row_text`. Rows keep their order and number, so
 * that the place of a row in the result is its place in the file.
 */
export function checkedQuery(plan: CheckPlan): string {
  const { contract } = plan;
  const present = contract.fields.filter((field) => sourceText(field, plan) !== null);
  const reading: Reading = (field) => {
    const text = cellReading(field, textColumn(field), attemptOf(field), plan.mapping?.dateFormat ?? null);
    const typed = typedCell(field, plan);
    return typed ? { attempt: null, value: typed.value, code: text.code } : text;
  };
  const raw = plan.headers.map((_, index) => `c${index}`);
  const rowNo = plan.hasRowNo ? ["row_no"] : [];
  const nested = plan.hasNested ? ["nested"] : [];
  const places = plan.placed ? plan.headers.map((_, index) => placeColumn(plan.headers, index)) : [];
  const flaw = plan.placed ? flawColumns(plan.headers) : [];

  const texts = present.flatMap((field) => (typedCell(field, plan) ? [] : [`${sourceText(field, plan)} as ${textColumn(field)}`]));
  const attempts = present.flatMap((field) => {
    const { attempt } = reading(field);
    return attempt === null ? [] : [`${attempt} as ${attemptOf(field)}`];
  });
  const values = contract.fields.map((field) => `${valueSql(field, present, reading, plan)} as ${quoted(field)}`);
  const problems = problemsSql(plan, present, reading);

  const stored = storedColumns(contract);
  const derivedNames = new Set((contract.derived ?? []).map((column) => column.name));
  const storedSql = stored.map(({ name }) => `${identifier(derivedNames.has(name) ? `x_${name}` : name)} as ${identifier(name)}`);
  const extra = contract.fields.filter((field) => field.stored === false).map(quoted);
  const extraDerived = (contract.derived ?? []).filter((column) => column.stored === false).map((column) => identifier(`x_${column.name}`));

  return `
select ${[...storedSql, ...extra, ...extraDerived, ...rowNo, ...places].join(", ")},
  ${contract.amount ? `${placeOfField(plan)}[${contract.amount}] as amount_place,` : ""}
  (hash(${stored.map(({ name }) => identifier(derivedNames.has(name) ? `x_${name}` : name)).join(", ")}) >> 11)::bigint as row_hash,
  first_text is null as is_blank,
  problems,
  case when problems is null then false else len(list_filter(problems, lambda problem: problem.severity = 'rejected')) > 0 end as rejected,
  case when problems is not null then ${rowText(plan.headers)} end as row_text
from (
  select *, ${problems} as problems
  from (${inLayers(
    contract.derived ?? [],
    `
    select ${["*", ...values].join(", ")}
    from (
      select ${["*", ...attempts].join(", ")}, ${specialRow(plan)} as special
      from (
        select ${[...raw, ...rowNo, ...nested, ...places, ...flaw, ...texts].join(", ")}, ${firstText(plan)} as first_text
        from ${plan.relation}
      )
    )`,
  )})
)`;
}

/** The column with the place of a cell, where each cell has its own. */
export function placeColumn(headers: readonly string[], column: number): string {
  return `c${headers.length + column}`;
}

/** The columns with what is wrong with a row as a whole: code, field, place, value. */
function flawColumns(headers: readonly string[]): string[] {
  return [0, 1, 2, 3].map((index) => `c${headers.length * 2 + index}`);
}

/** SQL for the place of a column: the same in all rows, unless each cell has its own. */
function placeSql(plan: CheckPlan, column: number): string {
  return plan.placed ? placeColumn(plan.headers, column) : literal(plan.place(column));
}

/** SQL for a row as it was handed in: a JSON text with each cell under its header. */
export function rowText(headers: readonly string[]): string {
  return `json_object(${headers.map((header, index) => `${literal(headerKey(header, index))}, c${index}`).join(", ")})::varchar`;
}

/** Adds derived columns, each in a select around those it refers to: named in the same select, the engine would work them out again at every mention. */
function inLayers(derived: readonly DerivedColumn[], from: string): string {
  const [first] = derived;
  if (!first) return from;
  const dependent = derived.findIndex((column, index) => derived.slice(0, index).some(({ name }) => column.sql.includes(`x_${name}`)));
  const layer = dependent < 0 ? derived : derived.slice(0, dependent);
  const columns = layer.map((column) => `${column.sql} as ${identifier(`x_${column.name}`)}`);
  return inLayers(derived.slice(layer.length), `select *, ${columns.join(", ")} from (${from})`);
}

/** The text of a field that is read as text, or what to call the text of one that is not. */
function textOf(field: Field, plan: CheckPlan): string {
  return typedCell(field, plan)?.text ?? textColumn(field);
}

/** A field whose column already holds values of its kind; null where text must be read. */
function typedCell(field: Field, { types, columns, mapping }: CheckPlan): { readonly value: string; readonly text: string } | null {
  const column = columns.get(field.name);
  const type = column === undefined ? null : types?.[column];
  if (!type || mapping?.constants[field.name] !== undefined || mapping?.values[field.name]) return null;
  const value = typedValue(field, type, `c${column}`);
  return value === null ? null : { value, text: typedText(type, `c${column}`) };
}

/** The first cell that is not blank, null for a blank row. Nearly always the first cell, which starts with something visible. */
function firstText({ headers, types }: CheckPlan): string {
  const cells = headers.flatMap((_, index) => {
    if (!types) return [`norm_text(c${index})`];
    const type = types[index];
    return type ? [type === "text" ? `norm_text(c${index})` : `c${index}::varchar`] : [];
  });
  if (types && types[0] !== "text")
    return types[0] ? `case when c0 is not null then '0' else coalesce(${cells.join(", ")}) end` : `coalesce(${cells.join(", ")})`;
  return `case when ord(c0) > 32 and ord(c0) < 128 and not ends_with(c0, ' ') then c0 else coalesce(${cells.join(", ")}) end`;
}

/** The text of a field in the source, mapped; null when the file has no such column. */
function sourceText(field: Field, { columns, mapping, types }: CheckPlan): string | null {
  const constant = mapping?.constants[field.name];
  if (constant !== undefined) return literal(constant);
  const column = columns.get(field.name);
  if (column === undefined) return null;
  const values = mapping?.values[field.name];
  const cell = typedText(types?.[column] ?? "text", `c${column}`);
  const text = isTrimmed(field) || values ? `norm_text(${cell})` : inOurNumbers(cell, field, mapping);
  if (!values) return text;
  const map = constantMap(
    Object.entries(values).map(([from, to]) => [from, literal(to)]),
    "''",
  );
  return `coalesce(${map}[${text}], ${text})`;
}

/** A number as our own files write it: no mark between thousands, a point before the decimals. */
function inOurNumbers(cell: string, { type }: Field, mapping: Mapping | null): string {
  const isNumber = type === "int" || type === "decimal" || type === "points";
  if (!isNumber || mapping?.numberFormat === undefined || mapping.numberFormat === "1,234.5") return cell;
  return `translate(${cell}, ${literal(mapping.numberFormat === "1.234,5" ? ",." : ", \u00a0\u202f")}, '.')`;
}

type Reading = (field: Field) => ReturnType<typeof cellReading>;

function valueSql(field: Field, present: readonly Field[], reading: Reading, plan: CheckPlan): string {
  const { defaultYear } = plan;
  const year = field.defaultsToYear && defaultYear !== null ? String(defaultYear) : null;
  if (!present.includes(field)) return `${year ?? "null"}::${sqlTypeOf(field)}`;
  const { value } = reading(field);
  return year === null ? value : `if(norm_text(${textOf(field, plan)}) is null, ${year}, ${value})`;
}

interface ProblemSql {
  readonly when: string;
  readonly struct: string;
}

function problemsSql(plan: CheckPlan, present: readonly Field[], reading: Reading): string {
  const { contract } = plan;
  const list: ProblemSql[] = [];
  for (const field of contract.fields) {
    const value = quoted(field);
    const isPresent = present.includes(field);
    const own = textOf(field, plan);
    const text = isTrimmed(field) ? own : `norm_text(${own})`;
    if (field.required) {
      const blank = isPresent ? `case when ${value} is null then ${text} is null else false end` : `${value} is null`;
      list.push(problem(plan, field.name, blank, "'D201'", "rejected", "null"));
    }
    if (!isPresent) continue;
    const nested = nestedIn(plan, field);
    if (nested !== null) list.push(problem(plan, field.name, nested, "'D253'", "rejected", text));
    const error = `is_formula_error(${text})`;
    const unreadable = `case when ${value} is null and ${own} is not null then ${text} is not null else false end`;
    if (field.type === "id") {
      const rounded = `case when contains(${text}, '+') then regexp_full_match(${text}, '-?\\d(\\.\\d+)?[eE]\\+\\d+') else false end`;
      list.push(problem(plan, field.name, rounded, "'D282'", "rejected", text));
    }
    const code = isTrimmed(field) ? "'D213'" : `if(${error}, 'D213', ${literal(reading(field).code)})`;
    const wrong = isTrimmed(field) ? error : unreadable;
    list.push(problem(plan, field.name, nested === null ? wrong : `(${wrong}) and not ${nested}`, code, "rejected", text));
  }
  for (const check of contract.checks ?? []) {
    const field = contract.fields.find((candidate) => candidate.name === check.field);
    const own = field && present.includes(field) ? `norm_text(${textOf(field, plan)})` : "null";
    const violated = check.ofBlank ? `(${check.violated}) and ${own} is null` : `(${check.violated})`;
    list.push(problem(plan, check.field, violated, literal(check.code), check.severity, check.value ?? own));
  }
  const any = list.map(({ when }) => when).join("\n      or ");
  const structs = list.map(({ when, struct }) => `case when ${when} then ${struct} end`).join(",\n      ");
  return `case
    when special is not null then [${special(plan)}]
    when first_text is not null and (${any})
    then list_filter([${structs}], lambda problem: problem is not null) end`;
}

/** SQL that says whether a field's cell holds an object or a list; null where no cell can. */
function nestedIn({ hasNested, columns, mapping }: CheckPlan, { name }: Field): string | null {
  const column = columns.get(name);
  if (!hasNested || column === undefined || mapping?.constants[name] !== undefined) return null;
  return `case when nested is not null then contains(nested, ',${column},') else false end`;
}

/** The only problem of a row that is no data, or that is wrong as a whole. */
function special(plan: CheckPlan): string {
  if (!plan.placed) return problemStruct("special", "null", literal(plan.place(0)), "first_text", "rejected");
  const [code = "", field = "", place = "", value = ""] = flawColumns(plan.headers);
  return problemStruct(code, field, place, value, "rejected");
}

/** The code of a row that is no data: a total, the header or a title again, a note. */
function specialRow(plan: CheckPlan): string {
  if (plan.placed) return `${flawColumns(plan.headers)[0]}`;
  const isText = (column: number) => !plan.types || plan.types[column] === "text";
  const headerAgain = plan.levels.flatMap((level) => {
    const [one, two] = level.flatMap((text, column) =>
      text.trim() === "" || column >= plan.headers.length || !isText(column) ? [] : [`c${column} = ${literal(text)}`],
    );
    return one === undefined || two === undefined ? [] : [`(${one} and ${two})`];
  });
  const alone = `trim(concat_ws('', ${plan.headers.map((_, column) => `c${column}`).join(", ")})) = first_text`;
  const titles = plan.titles.map((title) => literal(title.trim()));
  const titleAgain = titles.length === 0 ? "" : `when first_text in (${titles.join(", ")}) then case when ${alone} then 'D210' end`;
  return `case when is_total(first_text)${labelColumns(plan)
    .filter(isText)
    .map((column) => ` or case when ord(c${column}) > 127 then is_total(c${column}) else false end`)
    .join("")} then 'D209'
    when ${headerAgain.length === 0 ? "false" : headerAgain.join(" or ")} then 'D210' ${titleAgain}
    when is_note(first_text) then 'D216' when ${sentence(plan)} then case when ${alone} then 'D216' end end`;
}

/**
 * Columns besides the first text in which a total may be named: those of the key (but for those whose
 * totals are data), and what stands to the left of them.
 */
function labelColumns({ contract, columns, headers }: CheckPlan): number[] {
  const keys = contract.fields.flatMap(({ name, totalIsData }) =>
    contract.key.includes(name) && !totalIsData ? (columns.get(name) ?? []) : [],
  );
  const last = Math.max(-1, ...keys);
  const first = Math.min(last, ...keys);
  return headers.flatMap((_, column) => (column <= last && (column < first || keys.includes(column)) ? [column] : []));
}

/** Whether the first text may be a sentence below the table: words at length, where the column is none of words. */
function sentence({ contract, columns }: CheckPlan): string {
  const [field] = contract.fields.filter(({ name }) => columns.get(name) === 0);
  const words =
    field === undefined || field.type === "text" ? "regexp_matches(first_text, '[，。；：]')" : "strlen(first_text) > length(first_text)";
  return `length(first_text) >= 12 and ${words}`;
}

function problem(plan: CheckPlan, field: string, when: string, code: string, severity: string, value: string): ProblemSql {
  const column = plan.columns.get(field);
  const place = column === undefined ? literal(headerOf(plan.contract, field)) : placeSql(plan, column);
  return { when, struct: problemStruct(code, literal(field), place, value, severity) };
}

function problemStruct(code: string, field: string, place: string, value: string, severity: string): string {
  return `{'code': ${code}, 'field': ${field}::varchar, 'place': ${place}, 'value': (${value})::varchar, 'severity': ${literal(severity)}}`;
}

function placeOfField(plan: CheckPlan): string {
  return constantMap(
    [...plan.columns].map(([field, column]) => [field, placeSql(plan, column)]),
    "''",
  );
}

function headerOf(contract: Contract, name: string): string {
  return contract.fields.find((field) => field.name === name)?.header ?? name;
}

/** Header names need not be unique; the keys of a row's text must be. */
function headerKey(header: string, index: number): string {
  return header.trim() === "" ? `列${index + 1}` : header.trim();
}
