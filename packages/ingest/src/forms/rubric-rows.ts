import { normaliseCode } from "../half-width.ts";
import type { Notice } from "../readers/raw-table.ts";
import { type ClauseCode, type ItemCode, itemsByName, type SchemeCodes } from "../scheme-codes.ts";
import type { RubricForm, RubricItem, RubricLine } from "./form.ts";
import { lastDay } from "./form-dates.ts";
import { type FormValue, labelText } from "./form-grid.ts";
import type { Flaw, FormRow } from "./form-table.ts";
import type { FormContext, FormSubjectFound } from "./form-tables.ts";

/** The item of the scheme that a line of a rubric is about: `1．组织领导（10分）` is the item 组织领导. */
export function itemOf({ item }: RubricItem, { scheme, honour }: FormSubjectFound, codes: SchemeCodes): ItemCode | null {
  const names = itemsByName(codes);
  const text = labelText(item.text ?? "").replace(/\d+(\.\d+)?分$/u, "");
  for (const spelling of [text, normaliseCode(item.text ?? "")]) {
    const code = names.get(`${scheme ?? ""}|${honour ?? ""}|${spelling}`);
    if (code) return code;
  }
  return null;
}

const isBlank = (value: FormValue | null) => value === null || value.text === null;
const hundredths = (text: string | null | undefined): number | null => {
  const match = /^(\d{1,4})(?:\.(\d{1,2}))?分?$/u.exec((text ?? "").trim());
  return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : null;
};
const pointsText = (amount: number) => String(amount / 100);

/**
 * The rows that a grader's figures on a rubric come to. Where an item has one figure: full marks mean that all its clauses are met; less, with
 * a reason that names clauses whose deductions make up the difference, that those are not; less with another reason, a discretionary
 * deduction; less without a reason cannot be told apart and is rejected. A rubric without a single figure has not been graded: no rows.
 */
export function rubricRows(
  form: RubricForm,
  about: FormSubjectFound,
  { codes }: FormContext,
  isLone: boolean,
  notices: Notice[],
): FormRow[] {
  const isGraded = form.items.some(
    ({ given, lines }) => !isBlank(given) || lines.some((line) => !isBlank(line.given) || !isBlank(line.deducted)),
  );
  if (!isGraded) return [];
  const sheet = new Sheet(form, about);
  const missing = sheet.missing();
  if (missing) return [missing];
  const rows: FormRow[] = [];
  for (const item of form.items) {
    const code = itemOf(item, about, codes);
    if (code?.kind === "bonus") {
      if (!isBlank(item.given)) rows.push(sheet.row(item, item.given, [["given", item.given]]));
    } else if (!code && /一票否决/u.test(item.item.text ?? "")) {
      const said = [item.given, item.reason].find((value) => value !== null && value.text !== null && !/^[无否0/\\—-]+$/u.test(value.text));
      if (said) notices.push({ code: "D260", rowNo: said.row, cell: said.cell, value: said.text ?? "" });
    } else if (code?.kind === "graded" || !code) rows.push(sheet.row(item, item.given, [["given", item.given]]));
    else rows.push(...deductionRows(sheet, item, code, codes));
    if (isLone && !isBlank(item.self) && code?.kind !== "bonus")
      notices.push({ code: "D260", rowNo: item.self?.row ?? form.row, cell: item.self?.cell ?? "", value: item.self?.text ?? "" });
  }
  return rows;
}

/** What all rows of one rubric have in common. */
class Sheet {
  private readonly form: RubricForm;
  private readonly about: FormSubjectFound;

  constructor(form: RubricForm, about: FormSubjectFound) {
    this.form = form;
    this.about = about;
  }

  /** The one row that stands for a rubric which does not say whose it is, or who graded it when. */
  missing(): FormRow | null {
    const { values, title, row, subject } = this.form;
    const lacking = [
      ["grader", "评委"],
      ["round", "轮次"],
    ] as const;
    const absent = lacking.filter(([field]) => !values.get(field)?.text && !(field === "round" && this.round()?.text));
    const flaw: Flaw | null =
      this.about.flaw ??
      (absent.length === 0
        ? null
        : {
            code: "D259",
            field: absent[0]?.[0] === "grader" ? "grader_id" : "round",
            cell: values.get(absent[0]?.[0] ?? "grader")?.cell ?? `A${row}`,
            value: absent.map(([, label]) => label).join("、"),
          });
    const named = values.get(subject);
    return flaw
      ? { row: named?.row ?? row, values: new Map([["item", { text: title, cell: named?.cell ?? `A${row}`, row }]]), flaw }
      : null;
  }

  row(
    item: RubricItem,
    anchor: FormValue | null,
    values: readonly (readonly [string, FormValue | null])[],
    flaw: Flaw | null = null,
  ): FormRow {
    const { values: head, row } = this.form;
    const at = anchor ?? item.item;
    const follow = (text: string | null): FormValue => ({ text, cell: at.cell, row: at.row });
    const scored = head.get("scored_on");
    const all: (readonly [string, FormValue | null | undefined])[] = [
      ["application_id", follow(this.about.applicationId)],
      ["scheme_id", follow(this.about.scheme)],
      ["honour", follow(this.about.honour)],
      ["round", this.round()],
      ["grader_id", head.get("grader")],
      ["item", { ...item.item, text: labelText(item.item.text ?? "").replace(/\d+(\.\d+)?分$/u, "") }],
      ["scored_at", scored?.text ? { ...scored, text: lastDay(scored.text) ?? scored.text } : null],
      ...values,
    ];
    return { row: at.row || row, values: new Map(all.flatMap(([field, value]) => (value ? [[field, value] as const] : []))), flaw };
  }

  /** As it is written, or as the title has it. */
  private round(): FormValue | null {
    const own = this.form.values.get("round");
    if (own?.text) return own;
    const inTitle = /初审|现场/u.exec(this.form.title)?.[0];
    return inTitle ? { text: inTitle, cell: `A${this.form.row}`, row: this.form.row } : null;
  }
}

function deductionRows(sheet: Sheet, item: RubricItem, code: ItemCode, codes: SchemeCodes): FormRow[] {
  const clauses = codes.clauses.filter(
    (clause) => clause.scheme === code.scheme && clause.honour === code.honour && clause.item === code.item,
  );
  const byLine =
    item.lines.some((line) => !isBlank(line.deducted)) ||
    (item.lines.filter((line) => !isBlank(line.given)).length > 1 && isBlank(item.given));
  if (byLine) return item.lines.map((line, index) => lineRow(sheet, item, line, clauses[index] ?? null, index));
  const { given, reason } = item;
  if (given === null || given.text === null) return clauses.map((clause) => clauseRow(sheet, item, clause, given, null));
  const points = hundredths(given.text);
  if (points === null || points > code.maxHundredths)
    return [
      sheet.row(
        item,
        given,
        [
          ["kind", { ...given, text: "扣分" }],
          ["clause", { ...given, text: clauses[0]?.number ?? null }],
          ["deducted", given],
        ],
        { code: points === null ? "D208" : "R214", field: "given", cell: given.cell, value: given.text },
      ),
    ];
  const short = code.maxHundredths - points;
  if (short === 0) return clauses.map((clause) => clauseRow(sheet, item, clause, given, 0));
  if (isBlank(reason)) {
    return [
      sheet.row(item, given, [["deducted", { ...given, text: pointsText(short) }]], {
        code: "D258",
        field: "deducted",
        cell: given.cell,
        value: `${given.text} / ${pointsText(code.maxHundredths)}`,
      }),
    ];
  }
  const named = namedClauses(reason?.text ?? "", clauses);
  if (named.length > 0 && named.reduce((sum, clause) => sum + clause.deductHundredths, 0) === short) {
    return clauses.map((clause) =>
      clauseRow(sheet, item, clause, given, named.includes(clause) ? clause.deductHundredths : 0, named.includes(clause) ? reason : null),
    );
  }
  const evidence = isBlank(item.evidence) ? { ...given, text: `评分表 ${given.cell}，扣分原因见 ${reason?.cell}` } : item.evidence;
  const discretionary = sheet.row(item, given, [
    ["kind", { ...given, text: "酌情扣分" }],
    ["deducted", { ...given, text: pointsText(short) }],
    ["reason", reason],
    ["evidence", evidence],
  ]);
  return [...clauses.map((clause) => clauseRow(sheet, item, clause, given, 0)), discretionary];
}

function clauseRow(
  sheet: Sheet,
  item: RubricItem,
  clause: ClauseCode,
  given: FormValue | null,
  deducted: number | null,
  reason: FormValue | null = null,
): FormRow {
  const line = item.lines[Number(clause.number) - 1] ?? item.lines[0];
  const anchor = given ?? item.item;
  const at = { cell: anchor.cell, row: line?.row ?? anchor.row };
  return {
    ...sheet.row(item, anchor, [
      ["clause", { text: clause.number, ...at }],
      ["kind", { text: "扣分", ...at }],
      ["deducted", { text: deducted === null ? null : pointsText(deducted), cell: anchor.cell, row: anchor.row }],
      ["reason", reason],
    ]),
    row: at.row,
  };
}

/** A line with its own figure: points off, or points of its own share. */
function lineRow(sheet: Sheet, item: RubricItem, line: RubricLine, clause: ClauseCode | null, index: number): FormRow {
  const value = isBlank(line.deducted) ? line.given : line.deducted;
  const anchor = value ?? line.text ?? item.item;
  const named: FormValue = { text: clause?.number ?? String(index + 1), cell: line.text?.cell ?? anchor.cell, row: line.row };
  const share = hundredths(line.max?.text);
  const given = hundredths(line.given?.text);
  const off =
    isBlank(line.deducted) && share !== null && given !== null && given <= share
      ? { ...anchor, text: pointsText(share - given) }
      : line.deducted;
  const cannotTell = isBlank(line.deducted) && !isBlank(line.given) && off === line.deducted;
  const flaw: Flaw | null = cannotTell ? { code: "D258", field: "deducted", cell: anchor.cell, value: line.given?.text ?? "" } : null;
  return {
    ...sheet.row(
      item,
      anchor,
      [
        ["clause", named],
        ["kind", { ...anchor, text: "扣分" }],
        ["deducted", off ?? { ...anchor, text: null }],
        ["reason", item.reason],
      ],
      flaw,
    ),
    row: line.row,
  };
}

const digits: Readonly<Record<string, string>> = { 一: "1", 二: "2", 三: "3", 四: "4", 五: "5", 六: "6", 七: "7", 八: "8", 九: "9" };

/** The clauses that a reason names: by number (`第2条`, `第二项`) or by their label. */
function namedClauses(reason: string, clauses: readonly ClauseCode[]): ClauseCode[] {
  const numbers = [...reason.matchAll(/第\s*([一二三四五六七八九\d]+)\s*[条项款]/gu)].map(([, number = ""]) => digits[number] ?? number);
  return clauses.filter(({ number, label }) => numbers.includes(number) || reason.includes(label));
}
