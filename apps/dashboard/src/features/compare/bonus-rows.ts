import { formatPoints as formatExact, points } from "@mingchuang/rubric/points";
import type { Honour } from "@mingchuang/rubric/scheme";
import { lineSentence } from "@mingchuang/rubric/sentence";
import { formatPoints } from "../../lib/format.ts";
import { rubricAnchor } from "../../lib/rubric-anchor.ts";
import { type BonusAccount, type BonusPart, bonusAccount } from "../../ui/subject/bonus-account.ts";
import { toldLine } from "../../ui/subject/score-lines.tsx";
import { markFigures } from "../../ui/subject/veto-mark.ts";
import { type BesideCell, type BesideRow, besideRow, isScored, noFigure, type RowGround } from "./beside-row.ts";

/** The parts of the bonus with every honour and measure, what the cap takes, and their sum. */
export function bonusRows(ground: RowGround): readonly BesideRow[] {
  const { subjects, names, language, text } = ground;
  const { honour } = names;
  const accounts = subjects.map((subject) => (isScored(subject) ? bonusAccount(honour, subject.lines) : null));
  const model = accounts.find((account) => account !== null);
  if (honour === undefined || model === undefined || model === null) return [];
  const overCap = ({ sum, cap }: Pick<BonusAccount, "sum" | "cap">): readonly string[] =>
    sum > cap ? [text("overCap", { sum: formatPoints(sum), cap: formatPoints(cap) })] : [];
  return [
    ...model.parts.map(({ id, label, cap }) =>
      besideRow(
        "bonus",
        id,
        text("capped", { part: label[language], cap: formatPoints(cap) }),
        accounts.map((account): BesideCell => {
          const part = account?.parts.find((each) => each.id === id);
          if (part === undefined) return noFigure;
          if (part.lines.length === 0) return { text: text("noRecords"), isQuiet: true, figure: 0 };
          const details = [...recordsOf(part, honour, ground), ...overCap(part)];
          return { text: `+${formatPoints(part.kept)}`, details, figure: part.kept / 100 };
        }),
        { measure: "points" },
      ),
    ),
    besideRow(
      "bonus",
      "sum",
      text("capped", { part: text("bonusSum"), cap: formatPoints(model.cap) }),
      accounts.map(
        (account): BesideCell =>
          account === null
            ? noFigure
            : {
                text: `+${formatPoints(account.points)}`,
                details: overCap(account),
                figure: account.points / 100,
              },
      ),
      { measure: "points" },
    ),
  ];
}

/** The records of a part, each with what it counts, or why it does not. */
function recordsOf(part: BonusPart, honour: Honour, { names, language, text }: RowGround): readonly string[] {
  return part.lines.map((line) => {
    if (line.points_num === 0) return lineSentence(honour, toldLine(line))[language];
    const level = line.clause === null ? part.label[language] : names.bonusPart(line.clause);
    const counted = formatExact(points(line.points_num, line.points_den));
    return line.evidence === null
      ? text("bonusLineBare", { level, points: counted })
      : text("bonusLine", { level, title: line.evidence, points: counted });
  });
}

/** The veto rules that are not clear for everybody. */
export function vetoRows({ subjects, scheme, honour, language, words, withheld }: RowGround): readonly BesideRow[] {
  if (withheld.vetoes) return [];
  const touched = subjects.flatMap(({ vetoes }) => vetoes.filter(({ state }) => state !== "clear").map(({ rule }) => rule));
  return [...new Set(touched)].sort().map((rule) =>
    besideRow(
      "vetoes",
      rule,
      `${rule} ${scheme.veto(honour, rule, language)}`,
      subjects.map(({ vetoes }): BesideCell => {
        const veto = vetoes.find((each) => each.rule === rule);
        if (veto === undefined) return noFigure;
        if (veto.state === "clear" && veto.counted + veto.undecided === 0) return { text: words("clear"), isQuiet: true };
        return { text: `${words(veto.state)} ${markFigures(veto)}`, badge: veto.state };
      }),
      { anchor: rubricAnchor.veto(honour, rule) },
    ),
  );
}
