import type { Facts, SheetEntry } from "@mingchuang/rubric/facts";
import type { Honour } from "@mingchuang/rubric/scheme";

/** The facts of one invented window whom so many graders gave a full sheet: every clause, about one in eight unmet. */
export function fullSheets(honour: Honour, window: number, graders: number): Facts {
  const clauses = honour.rubric.items.flatMap((item) =>
    item.kind === "deduction" ? item.clauses.map((clause) => ({ item: item.id, clause })) : [],
  );
  const entries = Array.from({ length: graders }, (_, grader) =>
    clauses.map(({ item, clause }, place): SheetEntry => {
      const unmet = (window * 31 + place * 17 + grader * 5) % 8 === 0;
      return {
        grader: `G${grader + 1}`,
        item,
        clause: clause.id,
        kind: "fixed",
        hundredths: unmet ? clause.deduct * 100 : 0,
        reason: unmet ? "现场核查发现未达到要求" : null,
        evidence: unmet ? "现场照片与检查记录" : null,
        origin: { fileId: "0123456789abcdef", sheet: "窗口", row: place, cell: `F${place}` },
      };
    }),
  ).flat();
  return {
    subjectId: `W${window}`,
    year: 2023,
    asOf: "2023-12-31",
    fields: {
      city: `示例${(window % 11) + 1}市`,
      city_code: `33${String((window % 11) + 1).padStart(2, "0")}00`,
      domain: ["housing", "fund", "enforcement", "utilities"][window % 4] ?? null,
      level: window % 2 === 0 ? "city" : "county",
    },
    entries,
    records: { honours: [], innovations: [], bad_reviews: [], complaints: [], findings: [] },
    reviews: { good: 9_990 + (window % 10), active: 10_000 },
    selfScores: {},
  };
}
