import type { Contract, Field } from "@mingchuang/ingest/contracts/contract";
import type { Random } from "@mingchuang/sample/random";
import type { Row } from "./valid-rows.ts";

/**
 * What must become of a row whose one cell was changed:
 *
 * - `same` the cell says the same in another spelling: the row is stored with the very values of the row before the change
 * - `accepted` it says something else that is as good
 * - `rejected` no rule can take it
 * - `unknown` either may be right; the row must be accounted for
 */
export type Expected = "same" | "accepted" | "rejected" | "unknown";

export interface MutatedRow {
  readonly row: Row;
  readonly field: string;
  readonly expected: Expected;
  /** Characters that XML cannot hold: only for text files. */
  readonly textOnly: boolean;
}

const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const padded = (text: string, random: Random) =>
  random.pick([` ${text}`, `${text} `, `\u3000${text}\u3000`, `\u00a0${text}`, `${text}\u200b`, `\ufeff${text} `, `\t${text}`]);
const dateParts = (text: string) => (/^(\d{4})-(\d\d)-(\d\d)(?: (\d\d:\d\d))?$/.exec(text) ?? []) as (string | undefined)[];
const bare = (text = "") => String(Number(text));

/** The same value as a person or another program would have written it; null where nothing is known of the type. */
function respell(field: Field, text: string, random: Random): string | null {
  if (text === "") return null;
  switch (field.type) {
    case "int":
      return random.pick([wide(text), `${text}.0`, `${text}.00`, `+${text}`, text.replace(/\B(?=(\d{3})+$)/g, ","), padded(text, random)]);
    case "year":
      return random.pick([`${text}年`, `${text}年度`, wide(text), `${text}.0`, padded(text, random)]);
    case "date":
    case "timestamp": {
      const [, year, month, day, time] = dateParts(text);
      if (!year) return null;
      const at = time ? ` ${time}` : "";
      const spelled = [
        `${year}/${bare(month)}/${bare(day)}${at}`,
        `${year}.${month}.${day}${at}`,
        `${year}年${bare(month)}月${bare(day)}日${at}`,
        wide(text),
        padded(text, random),
      ];
      if (!time) return random.pick([...spelled, `${year}${month}${day}`]);
      return random.pick([
        ...spelled,
        `${year}-${month}-${day}T${time}`,
        `${year}-${month}-${day} ${time}:00`,
        `${year}年${month}月${day}日${time.replace(":", "时")}分`,
      ]);
    }
    case "month":
      return random.pick([
        text.replace("-", "年").concat("月"),
        text.replace("-", "/"),
        text.replace("-", ""),
        wide(text),
        padded(text, random),
        `${text}-01`,
      ]);
    case "decimal":
      return random.pick([wide(text), padded(text, random), text.includes(".") ? text.replace(/(?=%|$)/, "0") : text]);
    case "points":
      return random.pick([`${text}分`, wide(text), padded(text, random), text.includes(".") ? `${text}0` : `${text}.00`]);
    case "boolean":
      return (
        { 是: random.pick(["√", "有", "Y", "yes", "TRUE", "1", "对"]), 否: random.pick(["×", "无", "N", "no", "FALSE", "0"]) }[text] ?? null
      );
    case "level":
    case "code":
      return padded(text, random);
    case "id":
      return random.pick([wide(text), padded(text, random)]);
    case "text":
      return padded(text, random);
    case "period":
      return random.pick([wide(text), padded(text, random)]);
  }
}

const notNumbers = ["abc", "--5", "1.2.3", "#DIV/0!", "二十", "12个", "0x1F", "∞", "NaN", "1/2", "５；６", "=1+1", "null"];
const notDates = [
  "2023-02-30",
  "2023-13-01",
  "昨天",
  "#N/A",
  "13/13/2023",
  "二〇二三年五月",
  "0001-01-01",
  "9999-12-31",
  "2023-1",
  "-1",
  "2023-02-28 25:61",
  "99999999999",
];

/** Text that no field of the type can take. */
function spoil(field: Field, random: Random): string | null {
  switch (field.type) {
    case "int":
      return random.pick([...notNumbers, "-1", "1.5", "9999999999", "1e300"]);
    case "year":
      return random.pick([...notNumbers, "1899", "2101", "23", "公元2023", "2023.5"]);
    case "date":
    case "timestamp":
      return random.pick(notDates);
    case "month":
      return random.pick(["2023-13", "2023.1", "五月", "#REF!", "2023-00", "1-2023"]);
    case "period":
      return random.pick(["2023Q5", "第五季度", "去年", "2023-13", "#REF!", "2023H3"]);
    case "decimal":
      return random.pick([...notNumbers.filter((text) => text !== "１2"), "1234567890123456789", "5 5"]);
    case "points":
      return random.pick([...notNumbers, "-1", "1.234", "1234567"]);
    case "boolean":
      return random.pick(["也许", "2", "#VALUE!", "是否", "-"]);
    case "level":
      return random.pick(["6", "0", "一般般", "-1", "1.5", "#NAME?"]);
    case "code":
      return random.pick(["？？？", "气象局的", "#N/A", "' or 1=1 --", "<b>"]);
    case "id":
    case "text":
      return random.pick(["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "=A1+B2", "=SUM(A:A)", "=cmd|' /C calc'!A0"]);
  }
}

/** Text that breaks programs. Every field of free text must take it; the others must say what they think of it. */
const hostile: readonly string[] = [
  "'); drop table raw_windows; --",
  "' or '1'='1",
  "$1; select pg_sleep(10)",
  "\";copy (select 1) to '/tmp/x';--",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "{{7*7}}$&$1#{7*7}",
  "+1-1",
  "@SUM(1)",
  "-2+3",
  "👩‍👩‍👧‍👦 ok 🇨🇳",
  "𠮷野家𪚥",
  "مرحبا بالعالم",
  "\u202e倒写\u202c",
  "零\u200b宽\u200d连\u2060字",
  "e\u0301\u0301\u0301\u0301",
  "a\nb\r\nc",
  '他说"好"，又说""',
  "逗,号;分\t号|线",
  "\\n\\0\\x00%s%n%d",
  "../../etc/passwd",
  "CON",
  "１２３４５６",
  "9".repeat(400),
  "长".repeat(4000),
  "NULL",
  "undefined",
  "true",
  "1e999",
  "-0",
  "0x41",
  "Ω≈ç√∫˜µ≤≥÷",
  "ﷺ",
  "\ufffd\ufffd",
  "半\ud83d角",
];
const controls: readonly string[] = ["\u0001\u0002\u001b[31m", "\u0007响铃", "\u007f\u0085", "\u000b\u000c", "\ufffe\uffff"];

/** Text fields whose words a scheme or a rule gives a meaning to. */
const meaningful = new Set([
  "domain",
  "tier",
  "honour",
  "item",
  "clause",
  "metric",
  "point",
  "event",
  "scheme_id",
  "city",
  "city_code",
  "county",
  "county_code",
]);

/** Changes one cell of a valid row. `n` keeps keys apart. */
export function mutateRow(contract: Contract, valid: Row, random: Random, n: number): MutatedRow {
  const field = random.pick(contract.fields);
  const text = valid[field.name] ?? "";
  const change = (cell: string, expected: Expected, textOnly = false): MutatedRow => ({
    row: { ...valid, [field.name]: cell },
    field: field.name,
    expected,
    textOnly,
  });
  const way = random.weighted([
    ["respell", 4],
    ["spoil", 3],
    ["hostile", 3],
    ["control", 1],
    ["blank", 1],
  ] as const);
  const isFirst = contract.fields[0]?.name === field.name;
  switch (way) {
    case "respell": {
      const spelled = respell(field, text, random);
      return spelled === null ? change(text, "same") : change(spelled, "same");
    }
    case "spoil": {
      // No cell may hold a NUL character: programs that it comes to afterwards would end the text there.
      if (random.chance(0.05)) return change(`a\u0000${n}`, "rejected", true);
      const spoilt = spoil(field, random);
      return spoilt === null ? change(text, "same") : change(spoilt, "rejected");
    }
    case "blank":
      return change(
        random.pick(["", " ", "\u3000", "\u00a0\u200b"]),
        field.required === true && !field.defaultsToYear ? "rejected" : "unknown",
      );
    default: {
      const own = contract.key.includes(field.name) ? `${n}` : "";
      const cell = `${random.pick(way === "control" ? controls : hostile)}${own}`;
      const isFree = (field.type === "text" || field.type === "id") && !meaningful.has(field.name) && !isFirst;
      return change(cell, isFree && !/^[=#]/.test(cell) ? "accepted" : "unknown", way === "control" || /\ud83d角/.test(cell));
    }
  }
}
