import type { EvaluatedRun } from "@mingchuang/evaluation/evaluated-run";
import { type NamedYearChange, queryYearChange } from "@mingchuang/evaluation/year-change";
import { compareEditions, type EditionDifference } from "@mingchuang/rubric/editions/compare-editions";
import { differenceSentence } from "@mingchuang/rubric/editions/difference-sentence";
import { restatementSentence } from "@mingchuang/rubric/editions/edition-sentence";
import type { Effects } from "@mingchuang/rubric/editions/split-change";
import type { YearNotes } from "@mingchuang/rubric/editions/year-change";
import { formatHundredths, formatPoints, roundRatio } from "@mingchuang/rubric/points";
import type { Ratio } from "@mingchuang/rubric/ratio";
import type { Scheme } from "@mingchuang/rubric/scheme";
import { parseWhole, workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { nameOf, nameRun, withEvaluation } from "../evaluated-workspace.ts";
import { exitCodes } from "../exit-codes.ts";
import { cited } from "../explanation-text.ts";
import { UsageError } from "../failure.ts";
import { readScheme } from "../schemes.ts";
import type { Terminal } from "../terminal.ts";
import { textTable } from "../text-table.ts";
import { findWorkspace, type Workspace } from "../workspace.ts";

export const compareCommand = (terminal: Terminal) => {
  const { messages, say } = terminal;
  const { compare: texts } = messages;
  return command(
    texts.about,
    {
      before: { type: "positional", description: texts.before, required: true },
      after: { type: "positional", description: texts.after, required: true },
      "year-before": { type: "string", description: texts.yearBefore, valueHint: "year" },
      "year-after": { type: "string", description: texts.yearAfter, valueHint: "year" },
      workspace: workspaceArgument(messages),
      honour: { type: "string", description: texts.honour, valueHint: "honour" },
      unasked: { type: "enum", options: ["unknown", "full"], default: "unknown", description: texts.unasked },
      json: { type: "boolean", default: false, description: messages.options.json },
    },
    async (args) => {
      const years = parseYears(args["year-before"], args["year-after"], terminal);
      const [before, after] = [readScheme(args.before), readScheme(args.after)];
      const differences = compareEditions(before, after);
      const { honour, unasked } = args;
      const split = years === null ? [] : await splitYears(findWorkspace(args.workspace), { before, after, years, honour, unasked });
      if (args.json) {
        const changes = split.map(({ before, after, change }) => {
          return {
            honour: after.honour.id,
            yearBefore: before.year,
            yearAfter: after.year,
            ...change,
            notes: change.notes.map(notesToJson),
          };
        });
        say(JSON.stringify({ before: before.id, after: after.id, differences, changes }, null, 2));
      } else {
        say([differencesText(differences, terminal), ...split.map((each) => splitText(each, terminal))].join("\n\n"));
      }
      return exitCodes.ok;
    },
  );
};

type Years = readonly [number, number];

/** Both years, or none. */
function parseYears(before: string | undefined, after: string | undefined, { messages }: Terminal): Years | null {
  if (before === undefined && after === undefined) return null;
  if (before === undefined || after === undefined) throw new UsageError(messages.compare.bothYears);
  return [parseWhole("--year-before", before, messages), parseWhole("--year-after", after, messages)];
}

interface Asked {
  readonly before: Scheme;
  readonly after: Scheme;
  readonly years: Years;
  readonly honour: string | undefined;
  readonly unasked: "unknown" | "full";
}

interface Split {
  readonly before: EvaluatedRun;
  readonly after: EvaluatedRun;
  readonly change: NamedYearChange;
}

/** The changes of every honour that both years were evaluated for and both editions have. */
async function splitYears(workspace: Workspace, { before, after, years, honour, unasked }: Asked): Promise<Split[]> {
  return withEvaluation(workspace, async (db, runs) => {
    const held = runs.filter(({ applications }) => applications > 0);
    const found: Split[] = [];
    for (const was of held.filter((run) => run.year === years[0] && (honour === undefined || run.honour.id === honour))) {
      const is = held.find((run) => run.year === years[1] && run.honour.id === was.honour.id);
      if (is === undefined) continue;
      const change = await queryYearChange(db, { run: was, scheme: before }, { run: is, scheme: after }, unasked);
      if (change !== null) found.push({ before: was, after: is, change });
    }
    if (found.length === 0) throw new CliError("S115", held.map(nameRun).join("\n"));
    return found;
  });
}

function differencesText(differences: readonly EditionDifference[], { language, messages }: Terminal): string {
  const { compare: texts } = messages;
  if (differences.length === 0) return texts.same;
  const told = differences.flatMap((difference) => {
    const { before, after } = difference.sources;
    return [
      `  [${texts.kinds[difference.kind]}] ${differenceSentence(difference)[language]}`,
      `      ${texts.source(before === null ? "–" : cited(before), after === null ? "–" : cited(after))}`,
    ];
  });
  return [texts.count(differences.length), ...told].join("\n");
}

function splitText({ before, after, change }: Split, { language, messages }: Terminal): string {
  const { compare: texts } = messages;
  const rows = change.changes.map(({ subjectId, subjectName, score: { total }, rank }) => {
    const points =
      total === null ? new Array<string>(5).fill("–") : [formatPoints(total.before), formatPoints(total.after), ...parts(total, 2)];
    const places = rank === null ? new Array<string>(5).fill("–") : [place(rank.before), place(rank.after), ...parts(rank, 1)];
    return [nameOf(subjectId, subjectName), ...points, ...places];
  });
  const unknown = change.changes.filter(({ score }) => score.total === null).length;
  const notes = change.notes.flatMap(({ year, edition, graded, notes }) =>
    notes.map((note) => `  ${texts.note(year, restatementSentence(edition.honour, graded.honour, note)[language])}`),
  );
  return [
    texts.split(after.honour.label[language], before.year, after.year, change.changes.length),
    indented(textTable(texts.splitHeader(before.year, after.year), rows)),
    `  ${texts.splitMeaning}`,
    ...(unknown === 0 ? [] : [`  ${texts.unknown(unknown)}`]),
    ...(change.onlyBefore.length + change.onlyAfter.length === 0
      ? []
      : [`  ${texts.only(change.onlyBefore.length, change.onlyAfter.length)}`]),
    ...(notes.length === 0 ? [] : [texts.notes, ...notes]),
  ].join("\n");
}

/** The change, and how much of it the rule and the performance made, with so many decimals. */
function parts({ change, rule, performance }: Effects, decimals: number): string[] {
  return [change, rule, performance].map((each) => {
    const sign = each.numerator > 0 ? "+" : "";
    return `${sign}${decimals === 2 ? formatPoints(each) : place(each)}`;
  });
}

/** A rank, or a change of ranks in places; halves have a decimal. */
const place = ({ numerator, denominator }: Ratio): string =>
  formatHundredths(roundRatio(numerator, denominator, 100)).replace(/\.?0+$/, "");

const notesToJson = ({ year, edition, notes }: YearNotes) => ({ year, honour: edition.honour.label, notes });
const indented = (text: string): string => text.replace(/^/gm, "  ");
