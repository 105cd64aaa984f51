import { queryEvaluatedSchemes } from "@mingchuang/evaluation/evaluated-run";
import { queryWindowCases } from "@mingchuang/evaluation/window-cases";
import { shareCalls } from "@mingchuang/rubric/closed-loop/draw-sample";
import { writeBeside } from "@mingchuang/warehouse/build-beside";
import { csvText } from "@mingchuang/warehouse/csv-text";
import { parseWhole, workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { chooseScheme, withEvaluation } from "../evaluated-workspace.ts";
import { exitCodes } from "../exit-codes.ts";
import { UsageError } from "../failure.ts";
import type { Messages } from "../messages/zh.ts";
import type { Terminal } from "../terminal.ts";
import { textTable } from "../text-table.ts";
import { findWorkspace } from "../workspace.ts";

export const drawCallsCommand = (terminal: Terminal) => {
  const { messages, say, warn } = terminal;
  const { drawCalls: texts, options } = messages;
  return command(
    texts.about,
    {
      workspace: workspaceArgument(messages),
      scheme: { type: "string", description: options.scheme, valueHint: "scheme" },
      month: { type: "string", description: texts.month, valueHint: "month" },
      year: { type: "string", description: options.year, valueHint: "year" },
      calls: { type: "string", default: "100", description: texts.calls, valueHint: "count" },
      seed: { type: "string", default: "1", description: options.seed, valueHint: "seed" },
      out: { type: "string", description: texts.out, valueHint: "file" },
      json: { type: "boolean", default: false, description: options.json },
    },
    async (args) => {
      const [calls, seed] = [parseWhole("--calls", args.calls, messages), parseWhole("--seed", args.seed, messages)];
      const wanted = parsePeriod(args.month, args.year, messages);
      await withEvaluation(findWorkspace(args.workspace), async (db, runs) => {
        const period = wanted ?? String(runs.at(-1)?.year);
        const judged = runs.filter(({ year }) => String(year) === period.slice(0, 4)).map(({ scheme }) => scheme.id);
        const { scheme } = chooseScheme(await queryEvaluatedSchemes(db), args.scheme, ({ id }) => judged.includes(id));
        const windows = await queryWindowCases(db, scheme, period);
        const known = windows.filter(({ cases }) => cases !== null);
        const units = known.map(({ subject_id, cases }) => ({ id: subject_id, weight: cases ?? 0 }));
        const drawn = new Map(shareCalls(units, calls, seed).map((share) => [share.id, share.calls]));
        const sample = known
          .map((window) => ({ ...window, calls: drawn.get(window.subject_id) ?? 0 }))
          .filter((window) => window.calls > 0);
        const total = units.reduce((sum, { weight }) => sum + weight, 0);
        const rows = sample.map(({ subject_id, subject_name, city, cases, calls }) => {
          return [subject_id, subject_name ?? "", city ?? "", cases ?? 0, calls];
        });
        if (args.out !== undefined) await writeBeside(args.out, csvText(texts.header, rows));
        if (args.json) {
          say(JSON.stringify({ scheme: scheme.id, period, seed, calls, cases: total, windows: known.length, sample }, null, 2));
          return;
        }
        if (args.out === undefined) say(textTable(texts.header, rows));
        say(texts.drawn(calls, known.length, total, period, seed));
        if (known.length < windows.length) warn(texts.missing(windows.length - known.length));
        if (args.out !== undefined) say(texts.written(args.out));
      });
      return exitCodes.ok;
    },
  );
};

/** `YYYY-MM` or `YYYY`; null when neither was given. */
function parsePeriod(month: string | undefined, year: string | undefined, messages: Messages): string | null {
  if (month !== undefined && year !== undefined) throw new UsageError(messages.drawCalls.either);
  if (month !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) throw new UsageError(messages.drawCalls.notMonth("--month", month));
  return month ?? (year === undefined ? null : String(parseWhole("--year", year, messages)));
}
