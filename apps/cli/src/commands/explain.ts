import { queryFilePaths, queryStageVerdicts, type StageVerdict } from "@mingchuang/evaluation/application-results";
import { queryEntrants } from "@mingchuang/evaluation/entrants";
import { type EvaluatedRun, queryAppliedFor } from "@mingchuang/evaluation/evaluated-run";
import { rankEntry } from "@mingchuang/rubric/assess";
import { changeSentences } from "@mingchuang/rubric/explain/change-sentence";
import type { ExplanationNode } from "@mingchuang/rubric/explain/explanation";
import { rankTree } from "@mingchuang/rubric/explain/rank-tree";
import { scoreTree } from "@mingchuang/rubric/explain/score-tree";
import { vetoTree } from "@mingchuang/rubric/explain/veto-tree";
import { type WhatWouldChange, whatWouldChange } from "@mingchuang/rubric/explain/what-would-change";
import { type Contest, type Contestant, contestOf } from "@mingchuang/rubric/robustness/contest";
import { nomination } from "@mingchuang/rubric/select/stage-problem";
import { parseWhole, runArguments, workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { chooseRun, type Naming, namesOf, withEvaluation } from "../evaluated-workspace.ts";
import { exitCodes } from "../exit-codes.ts";
import { cited, explanationText } from "../explanation-text.ts";
import type { Terminal } from "../terminal.ts";
import { findWorkspace } from "../workspace.ts";

export const explainCommand = (terminal: Terminal) => {
  const { messages } = terminal;
  return command(
    messages.explain.about,
    {
      subject: { type: "positional", description: messages.explain.subject, required: true },
      workspace: workspaceArgument(messages),
      ...runArguments(messages),
    },
    async (args) => {
      const year = args.year === undefined ? undefined : parseWhole("--year", args.year, messages);
      await withEvaluation(findWorkspace(args.workspace), async (db, runs) => {
        const applied = await queryAppliedFor(db, args.subject, runs);
        if (applied.length === 0) throw new CliError("S116", args.subject);
        const run = chooseRun(applied, year, args.honour);
        const { applicants, entrants } = await queryEntrants(db, run, "as-evaluated");
        const own = applicants.find(({ application_id, subject_id }) => [application_id, subject_id].includes(args.subject));
        const contest = contestOf(run.honour, entrants, run.policies);
        const contestant = contest.contestants.find(({ id }) => id === own?.application_id);
        if (own === undefined || contestant === undefined) throw new CliError("S116", args.subject);
        const name = namesOf(applicants);
        const explained = explain(contest, contestant, name, await queryStageVerdicts(db, contestant.id));
        const paths = await queryFilePaths(db);
        if (args.json) {
          const told = { year: run.year, honour: run.honour.id, scheme: run.scheme.id, asOf: run.asOf };
          terminal.say(JSON.stringify({ run: told, applicant: own, ...explained, files: Object.fromEntries(paths) }, null, 2));
        } else {
          const pathOf = (fileId: string) => paths.get(fileId) ?? fileId;
          terminal.say(explainedText(run, contestant, explained, name, pathOf, terminal));
        }
      });
      return exitCodes.ok;
    },
  );
};

interface Explained {
  readonly rank: ExplanationNode;
  readonly score: ExplanationNode;
  readonly vetoes: readonly ExplanationNode[];
  readonly eligibility: Contestant["eligibility"];
  readonly selection: readonly StageVerdict[];
  readonly change: WhatWouldChange;
}

function explain(contest: Contest, contestant: Contestant, nameOf: Naming, selection: readonly StageVerdict[]): Explained {
  const { honour, policies, contestants } = contest;
  const entries = contestants.map((each) => rankEntry(each, each.id));
  const { id, score, eligibility } = contestant;
  return {
    rank: rankTree(honour, { entries, policies, nameOf }, id),
    score: scoreTree(honour, score),
    vetoes: score.vetoes.map((result) => vetoTree(honour, result)),
    eligibility,
    selection,
    change: whatWouldChange(contest, id),
  };
}

function explainedText(
  { honour, year, scheme, asOf }: EvaluatedRun,
  { id }: Contestant,
  { rank, score, vetoes, eligibility, selection, change }: Explained,
  name: Naming,
  pathOf: (fileId: string) => string,
  { language, messages }: Terminal,
): string {
  const { explain: texts } = messages;
  const tree = (node: ExplanationNode) => explanationText(node, { language, messages, pathOf });
  const rules = eligibility.rules.map(({ rule, state, given, source }) => {
    const label = honour.eligibility.find((each) => each.id === rule)?.label[language] ?? rule;
    return `  ${texts.eligible(label, texts.states[state], given === null ? null : String(given))}  [${cited(source)}]`;
  });
  const verdicts = selection.map(({ stage, sentence }) => {
    const label = honour.stages.find((each) => each.id === stage)?.label[language] ?? (stage === nomination ? texts.nomination : stage);
    return `  ${texts.stage(label, sentence[language])}`;
  });
  const changes = changeSentences(honour, change, name).map((sentence) => `  ${sentence[language]}`);
  const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [[title, ...lines].join("\n")]);
  return [
    `${texts.title(name(id), id)}\n${messages.run(honour.label[language], year, scheme.id, asOf)}`,
    ...part(texts.rank, [tree(rank)]),
    ...part(texts.score, [tree(score)]),
    ...part(texts.vetoes, vetoes.map(tree)),
    ...part(texts.eligibility, rules),
    ...part(texts.selection, verdicts),
    ...part(texts.change, changes),
  ].join("\n\n");
}
