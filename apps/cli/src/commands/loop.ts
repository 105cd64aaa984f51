import { queryEvaluatedSchemes } from "@mingchuang/evaluation/evaluated-run";
import { type LoopRecord, queryLoopRecords } from "@mingchuang/evaluation/loop-records";
import type { ClosedLoop } from "@mingchuang/rubric/closed-loop/closed-loop";
import { followLoop, type LoopResult, type StepResult } from "@mingchuang/rubric/closed-loop/follow-loop";
import { loopFigures, stepHandledRate, stepInTimeRate } from "@mingchuang/rubric/closed-loop/loop-figures";
import { loopStepSentence } from "@mingchuang/rubric/closed-loop/loop-sentence";
import { chineseCalendar } from "@mingchuang/rubric/deadlines/chinese-calendar";
import { policiesInForce } from "@mingchuang/rubric/policy";
import { type Indicator, printRate, type Rate } from "@mingchuang/rubric/rates";
import { parseDays, parsePolicies, parseWhole, workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { chooseScheme, nameOf, withEvaluation } from "../evaluated-workspace.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";
import { textTable } from "../text-table.ts";
import { findWorkspace } from "../workspace.ts";

export const loopCommand = (terminal: Terminal) => {
  const { messages } = terminal;
  return command(
    messages.loop.about,
    {
      workspace: workspaceArgument(messages),
      scheme: { type: "string", description: messages.options.scheme, valueHint: "scheme" },
      year: { type: "string", description: messages.options.year, valueHint: "year" },
      "as-of": { type: "string", description: messages.loop.asOf, valueHint: "day" },
      policy: { type: "string", description: messages.options.policy, valueHint: "choices" },
      json: { type: "boolean", default: false, description: messages.options.json },
    },
    async (args) => {
      const wanted = args.year === undefined ? undefined : parseWhole("--year", args.year, messages);
      const [lastDay] = Object.values(parseDays("--as-of", args["as-of"], messages));
      const chosen = parsePolicies("--policy", args.policy, messages);
      await withEvaluation(findWorkspace(args.workspace), async (db, runs) => {
        const { scheme, choices } = chooseScheme(await queryEvaluatedSchemes(db), args.scheme, ({ loops }) => loops.length > 0);
        const [other] = Object.keys(chosen).filter((id) => id !== scheme.id);
        if (other !== undefined) throw new CliError("S117", `--policy ${other}: --scheme ${scheme.id}`);
        const year = wanted ?? runs.at(-1)?.year ?? scheme.year;
        const asOf = lastDay ?? runs.find((run) => run.year === year)?.asOf ?? `${year}-12-31`;
        const policies = policiesInForce(scheme, { ...choices, ...chosen[scheme.id] });
        const followed: Followed[] = [];
        for (const loop of scheme.loops) {
          const records = await queryLoopRecords(db, scheme, loop, year);
          const facts = records.map(({ record }) => record);
          followed.push({ loop, year, asOf, records, results: followLoop(loop, facts, { asOf, policies, calendar: chineseCalendar }) });
        }
        if (args.json) terminal.say(JSON.stringify({ scheme: scheme.id, year, asOf, loops: followed.map(toJson) }, null, 2));
        else terminal.say(followed.map((each) => loopText(each, terminal)).join("\n\n"));
      });
      return exitCodes.ok;
    },
  );
};

interface Followed {
  readonly loop: ClosedLoop;
  readonly year: number;
  readonly asOf: string;
  readonly records: readonly LoopRecord[];
  readonly results: readonly LoopResult[];
}

function toJson({ loop, records, results }: Followed) {
  const windows = new Map(records.map(({ record, window }) => [record.id, window]));
  return {
    loop: loop.id,
    figures: loopFigures(loop, results),
    records: results.map((each) => ({ ...each, window: windows.get(each.recordId) })),
  };
}

/** So many overdue records are listed; `--json` has all. */
const mostOverdue = 20;

function loopText(followed: Followed, { language, messages }: Terminal): string {
  const { loop: texts } = messages;
  const { loop, year, asOf, results } = followed;
  const figures = loopFigures(loop, results).map(({ step, states }) => {
    const handled = states["in-time"] + states.late + states.done;
    return [
      loop.steps.find(({ id }) => id === step)?.label[language] ?? step,
      handled + states.overdue + states.pending,
      states["in-time"],
      states.late,
      states.done,
      states.overdue,
      states.pending,
      states["not-applicable"],
      states.unknown,
      percent(stepHandledRate.of({ states })),
      percent(stepInTimeRate.of({ states })),
    ];
  });
  const overdue = findOverdue(followed);
  const rows = overdue.slice(0, mostOverdue).map(({ result, step, window }) => {
    return [result.recordId, window, result.opened ?? "", loopStepSentence(loop, step)[language]];
  });
  const divided = ({ numerator, denominator }: Indicator<never>) => `${numerator[language]} ÷ ${denominator[language]}`;
  return [
    texts.heading(loop.label[language], year, results.length, asOf),
    indented(textTable(texts.header, figures)),
    indented(texts.rates(divided(stepHandledRate), divided(stepInTimeRate))),
    ...(overdue.length === 0 ? [texts.noOverdue] : [texts.overdue(overdue.length), indented(textTable(texts.overdueHeader, rows))]),
    ...(overdue.length > mostOverdue ? [indented(texts.more(overdue.length - mostOverdue))] : []),
  ].join("\n");
}

interface Overdue {
  readonly result: LoopResult;
  readonly step: StepResult;
  readonly window: string;
}

/** Steps whose last day has passed, the longest overdue first. */
function findOverdue({ records, results }: Followed): Overdue[] {
  const windows = new Map(records.map(({ record, window }) => [record.id, nameOf(window.subject_id, window.subject_name)]));
  return results
    .flatMap((result) => result.steps.map((step) => ({ result, step, window: windows.get(result.recordId) ?? "" })))
    .filter(({ step }) => step.state === "overdue")
    .sort((a, b) => (b.step.daysLate ?? 0) - (a.step.daysLate ?? 0) || (a.result.recordId < b.result.recordId ? -1 : 1));
}

const percent = (rate: Rate | null): string => (rate === null ? "–" : `${printRate(rate)}%`);
const indented = (text: string): string => text.replace(/^/gm, "  ");
