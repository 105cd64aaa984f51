import type { CorpusCase } from "./case.ts";
import { counted, header } from "./counts.ts";
import { handMade, row, rows } from "./hand-made.ts";

const data = rows([header, ["W1", "2023-09", 5, 1]]);
const loaded = { state: "loaded", rows: { review_counts: [counted("W1", "2023-09", 5, 1)] } } as const;

/** Sheets that look enormous and hold next to nothing. */
export const sizeCases: readonly CorpusCase[] = [
  {
    name: "one formatted cell in the last corner that Excel has does not make a sheet of 17 thousand million cells",
    file: "sizes/last-corner.xlsx",
    bytes: () =>
      handMade({
        sheets: [{ before: '<dimension ref="A1:XFD1048576"/>', data: `${data}<row r="1048576"><c r="XFD1048576" s="0"/></row>` }],
      }),
    expect: loaded,
  },
  {
    name: "two hundred thousand formatted rows without content below the table are no rows",
    file: "sizes/formatted-rows.xlsx",
    bytes: () =>
      handMade({
        sheets: [
          { data: data + Array.from({ length: 200_000 }, (_, index) => `<row r="${index + 3}" s="0" customFormat="1" ht="14"/>`).join("") },
        ],
      }),
    expect: loaded,
  },
  {
    name: "rows of formatted cells over all 16,384 columns are as wide as their content",
    file: "sizes/all-columns.xlsx",
    bytes: () =>
      handMade({
        sheets: [
          { data: data + Array.from({ length: 5 }, (_, index) => `<row r="${index + 3}">${'<c s="0"/>'.repeat(16_384)}</row>`).join("") },
        ],
      }),
    expect: loaded,
  },
  {
    name: "five thousand trailing rows of formulas that give a blank text are no rows",
    file: "sizes/blank-formulas.xlsx",
    bytes: () =>
      handMade({
        sheets: [
          {
            data:
              data +
              Array.from({ length: 5000 }, (_, index) =>
                row(index + 3, ['<c r="{ref}" t="str"><f>IF(B1="","",B1)</f><v></v></c>', null]),
              ).join(""),
          },
        ],
      }),
    expect: loaded,
  },
  {
    name: "a text in the last column of a row is named by its column",
    file: "sizes/last-column.xlsx",
    bytes: () =>
      handMade({
        sheets: [
          {
            data:
              row(1, header) +
              row(2, ["W1", "2023-09", 5, 1]).replace("</row>", '<c r="XFD2" t="inlineStr"><is><t>远处</t></is></c></row>'),
          },
        ],
      }),
    expect: { ...loaded, problems: [["统计!XFD2", "F137"]] },
  },
  {
    name: "cells merged over all rows of a column are filled down as far as there are rows",
    file: "sizes/merged-column.xlsx",
    bytes: () =>
      handMade({
        sheets: [
          {
            data: rows([header, ["W1", "2023-09", 5, 1], [null, "2023-10", 6, 1]]),
            after: '<mergeCells count="1"><mergeCell ref="A2:A1048576"/></mergeCells>',
          },
        ],
      }),
    expect: { state: "loaded", rows: { review_counts: [counted("W1", "2023-09", 5, 1), counted("W1", "2023-10", 6, 1)] } },
  },
  {
    name: "a row number beyond the last that Excel has makes the workbook damaged",
    file: "sizes/beyond-the-last-row.xlsx",
    bytes: () => handMade({ sheets: [{ data: `${data}<row r="1048577"><c r="A1048577"><v>1</v></c></row>` }] }),
    expect: { state: "refused", error: "F107" },
  },
];
