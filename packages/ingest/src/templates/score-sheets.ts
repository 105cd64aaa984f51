import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { type Cell, type CellStyle, type CellValue, type DataValidation, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { ownSheets } from "../own-sheets.ts";
import { columnLetters } from "../readers/column-letters.ts";
import type { ItemCode, SchemeCodes } from "../scheme-codes.ts";
import { finishSheets } from "./finish-sheets.ts";

export interface ScoreSheetRequest {
  readonly scheme: string;
  readonly grader: string;
  readonly round: "initial" | "onsite";
  readonly year: number;
}

/** An application that a grader is to score. */
export interface GradedApplication {
  readonly [column: string]: string | null;
  readonly application_id: string;
  readonly honour: string;
  readonly subject_id: string;
  readonly subject_name: string | null;
}

/** The applications of a scheme in the store: those that name it, and those that name none for one of its honours. */
export async function queryApplications(db: NodeDatabase, { honours }: SchemeCodes, scheme: string, year: number | null) {
  const own = honours.filter((honour) => honour.scheme === scheme).map(({ honour }) => honour);
  const rows = await db.query<GradedApplication & { readonly year: string }>(
    `select application_id, honour, subject_id, subject_name, year::varchar as year from raw_applications
    where superseded_by is null and coalesce(scheme_id, $1) = $1 order by honour, application_id`,
    [scheme],
  );
  const known = rows.filter(({ honour }) => own.includes(honour));
  const latest = year ?? Math.max(...known.map((row) => Number(row.year)));
  return { year: latest, applications: known.filter((row) => Number(row.year) === latest) };
}

const roundNames = { initial: "初审", onsite: "现场" } as const;
const prepared = 200;

const head: CellStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "DDEBF7" } },
  border: { bottom: { style: "thin" } },
  alignment: { vertical: "center", wrapText: true },
};
const fixed: CellStyle = { numFmt: "@", alignment: { vertical: "top", wrapText: true }, border: { bottom: { style: "hair" } } };
const amount: CellStyle = { numFmt: "0.##", alignment: { vertical: "top" }, border: { bottom: { style: "hair" } } };
const yellow = { type: "pattern" as const, pattern: "solid" as const, fgColor: { rgb: "FFF9DB" } };
const open = (numFmt: string): CellStyle => ({ ...fixed, numFmt, fill: yellow, protection: { locked: false } });
const points: CellStyle = open("0.##");
const words: CellStyle = open("@");
const day: CellStyle = open("yyyy-mm-dd");
/** No password: it keeps the fixed cells from a slip of the hand, not from anybody. */
const protection = { sheet: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true };
const page = {
  paperSize: "a4",
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: "$1:$1",
} as const;

/**
 * One grader's workbook for one round: a sheet for each honour with every clause of every application in a row, in which the grader fills
 * in the yellow cells; one for discretionary deductions, with reason and evidence; and an overview that counts along. A blank amount is
 * not yet scored, never 0. `ingest` reads it back as a table of `scores`.
 */
export async function scoreSheetWorkbook(
  request: ScoreSheetRequest,
  applications: readonly GradedApplication[],
  codes: SchemeCodes,
): Promise<Uint8Array> {
  const honours = codes.honours
    .filter(({ scheme }) => scheme === request.scheme)
    .map(({ honour, label }) => ({
      honour,
      label,
      items: codes.items.filter((item) => item.scheme === request.scheme && item.honour === honour && item.kind !== "bonus"),
      applications: applications.filter((application) => application.honour === honour),
    }))
    .filter(({ items, applications: own }) => items.length > 0 && own.length > 0);
  const tables = honours.map((honour) => table(request, honour, codes));
  const deductions = honours.filter(({ items }) => items.some(({ kind }) => kind === "deduction"));
  const choices = choicesOf(deductions);
  const sheets = [
    overview(request, tables, choices),
    ...tables.map(({ sheet }) => sheet),
    ...(deductions.length > 0 ? [discretionary(request, choices)] : []),
  ];
  return finishSheets(await writeXlsx({ sheets }));
}

interface GradedHonour {
  readonly honour: string;
  readonly label: string;
  readonly items: readonly ItemCode[];
  readonly applications: readonly GradedApplication[];
}

interface ScoreTable extends GradedHonour {
  readonly sheet: WriteSheet;
  /** Of its rows, the header included. */
  readonly height: number;
}

const discretionarySheet = "酌情扣分";
/** Columns of a table of scores; `F121` and the like never come up, since each is known or plainly beside the point. */
const columns = [
  "*申报编号",
  "申报对象名称",
  "方案编号",
  "荣誉",
  "*轮次",
  "*评委编号",
  "*评分项目",
  "条款",
  "评分类型",
  "应扣分值",
  "扣分",
  "给分",
  "扣分原因",
  "佐证",
  "评分日期",
];
const at = (header: string) => columnLetters(columns.indexOf(header));
const widths = [16, 20, 14, 12, 8, 12, 20, 44, 10, 10, 10, 10, 28, 24, 13];

function table(request: ScoreSheetRequest, honour: GradedHonour, codes: SchemeCodes): ScoreTable {
  const rows: CellValue[][] = [columns];
  const cells = new Map<string, Partial<Cell>>(columns.map((header, column) => [`0,${column}`, { value: header, style: head }]));
  const rules = new Map<string, string[]>();
  const breaks: number[] = [];
  for (const application of honour.applications) {
    for (const item of honour.items) {
      const clauses = codes.clauses.filter(
        (clause) => clause.scheme === item.scheme && clause.honour === item.honour && clause.item === item.item,
      );
      const isGraded = item.kind === "graded";
      for (const clause of isGraded ? [null] : clauses) {
        const worth = (clause?.deductHundredths ?? item.maxHundredths) / 100;
        const what = clause ? `${clause.number} ${clause.label}` : null;
        const row = rows.length;
        rows.push([
          ...origin(request, honour, application),
          item.label,
          what,
          isGraded ? "给分" : "扣分",
          worth,
          null,
          null,
          null,
          null,
          null,
        ]);
        for (const [column, value] of (rows[row] ?? []).entries())
          cells.set(`${row},${column}`, { value, style: styleOf(column, isGraded) });
        const rule = isGraded ? `给分 ${worth}` : `扣分 ${worth}`;
        rules.set(rule, [...(rules.get(rule) ?? []), `${at(isGraded ? "给分" : "扣分")}${row + 1}`]);
      }
    }
    breaks.push(rows.length - 1);
  }
  return {
    ...honour,
    height: rows.length,
    sheet: {
      name: sheetName(honour.label),
      rows,
      cells,
      columns: widths.map((width) => ({ width })),
      dataValidations: [...rules].map(([rule, places]) => amountRule(rule, places)),
      freezePane: { rows: 1, columns: 2 },
      autoFilter: { range: `A1:${columnLetters(columns.length - 1)}${rows.length}` },
      protection,
      pageSetup: page,
      rowBreaks: breaks.slice(0, -1),
    },
  };
}

const origin = ({ scheme, round, grader }: ScoreSheetRequest, { label }: GradedHonour, application: GradedApplication): CellValue[] => [
  application.application_id,
  application.subject_name ?? application.subject_id,
  scheme,
  label,
  roundNames[round],
  grader,
];

function styleOf(column: number, isGraded: boolean): CellStyle {
  const header = columns[column];
  if (header === "应扣分值") return amount;
  if (header === "扣分") return isGraded ? fixed : points;
  if (header === "给分") return isGraded ? points : fixed;
  if (header === "扣分原因" || header === "佐证") return words;
  return header === "评分日期" ? day : fixed;
}

/** A clause is met (0) or not (its points); a graded item takes what lies between 0 and its points. */
function amountRule(rule: string, places: readonly string[]): DataValidation {
  const [kind = "", worth = ""] = rule.split(" ");
  const common = { range: places.join(" "), allowBlank: true, showErrorMessage: true, errorStyle: "stop" as const };
  return kind === "扣分"
    ? {
        ...common,
        type: "list",
        values: ["0", worth],
        errorTitle: "扣分",
        errorMessage: `达到要求填 0，未达到填 ${worth}；其他幅度填在“酌情扣分”表。 / 0 when met, ${worth} when not; any other amount goes on 酌情扣分.`,
      }
    : {
        ...common,
        type: "decimal",
        operator: "between",
        formula1: "0",
        formula2: worth,
        errorTitle: "给分",
        errorMessage: `0 至 ${worth} 分 / 0 to ${worth} points`,
      };
}

/** Rows for deductions by judgement. Round, grader and scheme appear by themselves once an application is chosen, so that unused rows stay blank. */
function discretionary(request: ScoreSheetRequest, choices: Choices): WriteSheet {
  const { ids, items } = choices;
  const cells = new Map<string, Partial<Cell>>(columns.map((header, column) => [`0,${column}`, { value: header, style: head }]));
  const filled: Readonly<Record<string, string>> = {
    方案编号: request.scheme,
    "*轮次": roundNames[request.round],
    "*评委编号": request.grader,
    评分类型: "酌情扣分",
  };
  const rows: CellValue[][] = [columns];
  for (let row = 1; row <= prepared; row += 1) {
    rows.push(columns.map(() => null));
    columns.forEach((header, column) => {
      const constant = filled[header];
      const formula = constant === undefined ? lookup(header, row + 1) : `IF($A${row + 1}="","","${constant.replaceAll('"', '""')}")`;
      const isOpen = ["*申报编号", "*评分项目", "扣分原因", "佐证"].includes(header);
      const style = header === "扣分" ? points : header === "评分日期" ? day : isOpen ? words : fixed;
      cells.set(
        `${row},${column}`,
        formula === null ? { value: null, style } : { value: null, formula, formulaResult: "", style: { ...fixed, numFmt: "General" } },
      );
    });
  }
  const range = (header: string) => `${at(header)}2:${at(header)}${prepared + 1}`;
  return {
    name: discretionarySheet,
    rows,
    cells,
    columns: widths.map((width) => ({ width })),
    dataValidations: [
      { type: "list", formula1: ids, range: range("*申报编号"), allowBlank: true, showErrorMessage: true },
      {
        type: "list",
        formula1: items,
        range: range("*评分项目"),
        allowBlank: true,
        showErrorMessage: true,
      },
      { type: "decimal", operator: "greaterThan", formula1: "0", range: range("扣分"), allowBlank: true, showErrorMessage: true },
    ],
    freezePane: { rows: 1, columns: 2 },
    protection,
    pageSetup: page,
  };

  function lookup(header: string, row: number): string | null {
    const from = header === "申报对象名称" ? choices.names : header === "荣誉" ? choices.honours : null;
    return from === null ? null : `IF($A${row}="","",INDEX(${from},MATCH($A${row},${ids},0)))`;
  }
}

/** What can be chosen on the sheet of discretionary deductions stands at the right of the overview, which is never read. */
interface Choices {
  readonly cells: readonly [string, Partial<Cell>][];
  readonly ids: string;
  readonly names: string;
  readonly honours: string;
  readonly items: string;
}

function choicesOf(honours: readonly GradedHonour[]): Choices {
  const applications = honours.flatMap((honour) => honour.applications.map((application) => ({ ...application, label: honour.label })));
  const items = [
    ...new Set(honours.flatMap((honour) => honour.items.filter(({ kind }) => kind === "deduction").map(({ label }) => label))),
  ];
  const lists = [
    applications.map(({ application_id }) => application_id),
    applications.map(({ subject_name, subject_id }) => subject_name ?? subject_id),
    applications.map(({ label }) => label),
    items,
  ];
  const range = (index: number) => {
    const column = columnLetters(choiceColumn + index);
    return `'总览'!$${column}$2:$${column}$${(lists[index]?.length ?? 0) + 1}`;
  };
  const cells = lists.flatMap((list, index) =>
    list.map((value, row): [string, Partial<Cell>] => [`${row + 1},${choiceColumn + index}`, { value, style: fixed }]),
  );
  return { cells, ids: range(0), names: range(1), honours: range(2), items: range(3) };
}

const choiceColumn = 30;

/** What is done and what it comes to so far, live. Its first cell says that it is no data. */
function overview({ grader, round, year, scheme }: ScoreSheetRequest, tables: readonly ScoreTable[], choices: Choices): WriteSheet {
  const lines = [
    `${scheme} · ${year} · ${roundNames[round]} · 评委 ${grader}`,
    "只填黄色单元格。扣分：达到要求选 0，未达到选应扣分值；留空表示尚未评，不当作 0。其他幅度在“酌情扣分”表另起一行，写明原因和佐证。",
    "Fill in the yellow cells only. 扣分: 0 when the clause is met, its points when not; a blank is not yet scored, never 0. Any other amount goes on 酌情扣分 with reason and evidence.",
  ];
  const rows: CellValue[][] = [[ownSheets.guide.mark], ...lines.map((line) => [line])];
  const cells = new Map<string, Partial<Cell>>([
    ["0,0", { value: ownSheets.guide.mark, style: { font: { bold: true, size: 14 } } }],
    ...choices.cells,
  ]);
  for (const each of tables) {
    const heads = [
      "申报编号",
      "申报对象",
      "已评 / 全部",
      ...each.items.map(({ label, maxHundredths }) => `${label}\n(${maxHundredths / 100})`),
      "小计",
    ];
    rows.push([each.label], heads);
    for (const [column, text] of heads.entries()) cells.set(`${rows.length - 1},${column}`, { value: text, style: head });
    for (const application of each.applications) applicationRow(each, application, rows, cells);
  }
  return {
    name: "总览",
    rows,
    cells,
    columns: [{ width: 18 }, { width: 24 }, { width: 14 }, ...Array.from({ length: 12 }, () => ({ width: 14 }))],
    protection,
    pageSetup: { ...page, printTitlesRow: "$1:$2" },
  };
}

function applicationRow(
  { sheet, items, height, applications }: ScoreTable,
  { application_id, subject_name, subject_id }: GradedApplication,
  rows: CellValue[][],
  cells: Map<string, Partial<Cell>>,
): void {
  const row = rows.length;
  const quoted = `'${sheet.name.replaceAll("'", "''")}'`;
  const of = (header: string) => `${quoted}!$${at(header)}$2:$${at(header)}$${height}`;
  const ofOthers = (header: string) => `'${discretionarySheet}'!$${at(header)}$2:$${at(header)}$${prepared + 1}`;
  const id = `$A${row + 1}`;
  const own = applications.findIndex((application) => application.application_id === application_id);
  const first = 2 + own * ((height - 1) / applications.length);
  const done = `SUMPRODUCT((${of("*申报编号")}=${id})*((${of("扣分")}<>"")+(${of("给分")}<>"")))`;
  const scores = items.map(({ label, kind, maxHundredths }) => {
    const name = `"${label.replaceAll('"', '""')}"`;
    if (kind === "graded") return `SUMIFS(${of("给分")},${of("*申报编号")},${id},${of("*评分项目")},${name})`;
    const taken = (range: (header: string) => string) =>
      `SUMIFS(${range("扣分")},${range("*申报编号")},${id},${range("*评分项目")},${name})`;
    return `MAX(0,${maxHundredths / 100}-${taken(of)}-${taken(ofOthers)})`;
  });
  const from = columnLetters(3);
  const to = columnLetters(2 + items.length);
  const formulas = [`${done}&" / "&COUNTIF(${of("*申报编号")},${id})`, ...scores, `SUM(${from}${row + 1}:${to}${row + 1})`];
  rows.push([application_id, subject_name ?? subject_id, ...formulas.map((): CellValue => null)]);
  const link = { target: "", location: `${quoted}!A${first}`, display: application_id };
  cells.set(`${row},0`, {
    value: application_id,
    hyperlink: link,
    style: { ...fixed, font: { underline: true, color: { rgb: "0563C1" } } },
  });
  cells.set(`${row},1`, { value: subject_name ?? subject_id, style: fixed });
  for (const [index, formula] of formulas.entries())
    cells.set(`${row},${index + 2}`, { value: null, formula, style: { ...amount, numFmt: "General" } });
}

const sheetName = (label: string) => label.replace(/[[\]:*?/\\]/g, " ").slice(0, 28);
