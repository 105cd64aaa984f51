import { correctedScores, scoredByMistake } from "./corrections.ts";
import type { PlannedFile } from "./plan-year.ts";
import type { Province } from "./province.ts";
import { graders } from "./score-sheets.ts";
import { personScoreRows, personScoreTable, type ScoreRow, windowScoreRows, windowScoreTable } from "./score-tables.ts";
import { layOut } from "./table.ts";
import type { SampleYear } from "./years.ts";

/** The graders' workbooks of a year, one a grader, and what was corrected later. */
export function planScores(province: Province, year: SampleYear): PlannedFile[] {
  const nominations = province.nominations.filter((nomination) => nomination.year === year);
  return graders.flatMap(({ id: grader }) => {
    const windowRows = nominations.flatMap((nomination) => {
      const sheet = province.windowSheets.find((one) => one.grader === grader && one.applicationId === nomination.applicationId);
      return sheet ? windowScoreRows(sheet, nomination) : [];
    });
    const personRows = nominations.flatMap((nomination) => {
      const sheet = province.personSheets.find((one) => one.grader === grader && one.applicationId === nomination.applicationId);
      return sheet ? personScoreRows(sheet, nomination) : [];
    });
    const blank = year === 2022 && grader === "G4" ? province.roles.windowsOf2022.get("blank-cell")?.applicationId : undefined;
    const corrected = year === correctedScores.year && grader === correctedScores.grader ? correctionRows(windowRows, blank) : [];
    const typed = windowRows.map((row) => {
      if (row === corrected[0]) return scoredByMistake(row);
      return row.applicationId === blank && row.item.startsWith("3") && row.clause?.startsWith("2") ? { ...row, points: null } : row;
    });
    const title = `${year}年度专家评分表（专家${grader}·初审）`;
    const file = (path: string, tables: PlannedFile["tables"]): PlannedFile => ({ path: `${year}/${path}`, format: "xlsx", tables });
    const handedIn = file(`8-评分/评分-${year}-专家${grader}`, [
      windowScoreTable(title, typed),
      personScoreTable(title, personRows),
      instructions,
    ]);
    if (corrected.length === 0) return [handedIn];
    return [handedIn, file(`9-更正/评分-${year}-专家${grader}-更正`, [windowScoreTable(`${title}更正`, corrected)])];
  });
}

/** The clause rows of one item of one application in which the grader took nothing off: the first of them was first typed wrongly. */
function correctionRows(rows: readonly ScoreRow[], avoid: string | undefined): ScoreRow[] {
  const ofItem = (applicationId: string) =>
    rows.filter((row) => row.applicationId === applicationId && row.item === correctedScores.item && row.kind === "扣分");
  const clean = rows.find(({ applicationId }) => applicationId !== avoid && ofItem(applicationId).every(({ points }) => points === 0));
  return clean ? ofItem(clean.applicationId) : [];
}

const instructions = layOut<string>(
  "填表说明",
  "填表说明",
  [],
  [{ header: "说明", width: 80, cell: (line) => line }],
  ["逐条对照评分标准填写，不得留空。", "酌情扣分另起一行，写明原因和佐证。", "评分表由专家本人填写，提交后如需更正，另行提交更正件。"],
);
