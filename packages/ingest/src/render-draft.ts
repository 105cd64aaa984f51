import type { DraftField, MappingDraft } from "./draft-mapping.ts";

/** So many headers together are no other file's by chance. */
const headersOfMatch = 4;

/**
 * A draft as YAML that loads as it is: what is a guess stands there to be checked, what nobody can guess stands there as a comment to be
 * filled in. `schema` is where the JSON Schema lies, for editors.
 */
export function renderDraft({ name, contract, sheet, headerRow, headers, fields, unused }: MappingDraft, schema: string): string {
  const found = fields.filter(({ header }) => header !== null);
  const missing = fields.filter(({ header, field }) => header === null && field.required === true && !field.defaultsToYear);
  const required = found.filter(({ field }) => field.required === true).map(({ header }) => header ?? "");
  const others = headers.filter((header) => header.trim() !== "" && !required.includes(header));
  const match = [...required, ...others].slice(0, Math.max(required.length, headersOfMatch));
  const strange = fields.filter((each) => each.strange.length > 0);
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    "# 由 mingchuang mapping 起草，请逐行核对。/ Drafted by mingchuang mapping: check every line.",
    `# 表头在${sheet === "" ? "" : `“${comment(sheet)}”的`}第 ${headerRow} 行：${comment(headers.join("、"))}`,
    `name: ${text(name)}`,
    `kind: ${contract.kind} # ${contract.title}`,
    ...(sheet === "" ? [] : [`# sheets: [${text(sheet)}] # 只用于这张工作表 / for this sheet only`]),
    "# 有这些表头的表才用这个对照表 / the headers by which the table is known",
    `match: [${match.map(text).join(", ")}]`,
    `columns:${found.length === 0 ? " {}" : ""}`,
    ...found.map(columnLine),
    ...missing.map(({ field }) => `  # ${field.name}: # ${field.header}，必填：没有相近的表头 / required, nothing resembles it`),
    ...fields.filter((each) => each.header === null && !missing.includes(each)).map(({ field }) => `  # ${field.name}: # ${field.header}`),
    ...(unused.length === 0 ? [] : [`# 没有用到的表头 / headers not used: ${comment(unused.join("、"))}`]),
    ...valueLines(strange),
    ...(missing.length === 0
      ? ["# constants: # 每行都相同的值 / what is the same in every row"]
      : ["# constants: # 表中没有而每行都相同的值 / what the table lacks and is the same in every row"]),
    ...missing.map(
      ({ field, allowed }) => `#   ${field.name}:${allowed.length === 0 ? "" : ` # 可填 / one of: ${comment(allowed.join("、"))}`}`,
    ),
    ...dateLines(found),
    '# numberFormat: "1.234,5" # 数字的写法不是 1,234.5 时 / where numbers are not written 1,234.5',
  ];
  return `${lines.join("\n")}\n`;
}

function columnLine({ field, header, sample }: DraftField): string {
  const example = sample === null ? "" : `，例 / e.g. ${comment(sample).slice(0, 40)}`;
  return `  ${field.name}: ${text(header ?? "")} # ${field.header}${field.required ? "，必填 / required" : ""}${example}`;
}

function valueLines(fields: readonly DraftField[]): string[] {
  if (fields.length === 0) return [];
  const guessed = (field: DraftField) => field.strange.some(({ nearest }) => nearest !== null);
  const isActive = fields.some(guessed);
  return [
    `${isActive ? "" : "# "}values: # 表中的写法 → 可填的值 / what the table says → what it means`,
    ...fields.flatMap((field) => [
      `${guessed(field) ? "" : "#"}  ${field.field.name}: # 可填 / one of: ${comment(field.allowed.join("、"))}`,
      ...field.strange.map(({ text: value, rows, nearest }) =>
        nearest === null ? `#    ${text(value)}: # ${rows} 行 / rows` : `    ${text(value)}: ${text(nearest)} # ${rows} 行 / rows`,
      ),
    ]),
  ];
}

function dateLines(found: readonly DraftField[]): string[] {
  const dates = found.filter(({ field: { type } }) => type === "date" || type === "timestamp");
  const sample = dates.find((each) => each.sample !== null)?.sample;
  return sample
    ? [
        `# dateFormat: "%m/%d/%Y %H:%M:%S" # 日期不是 2023-09-28 这样写时；表中如 / where dates are not written like that; here: ${comment(sample)}`,
      ]
    : [];
}

/** Any text as a YAML scalar: JSON is one. */
const text = (value: string) => JSON.stringify(value);

const comment = (value: string) => value.replaceAll(/[\r\n\u0085\u2028\u2029]+/g, " ");
