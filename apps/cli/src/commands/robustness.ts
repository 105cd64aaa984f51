import { queryEntrants } from "@mingchuang/evaluation/entrants";
import type { EvaluatedRun } from "@mingchuang/evaluation/evaluated-run";
import { intraclassSentence, outlierSentence, severitySentence } from "@mingchuang/rubric/agreement/agreement-sentence";
import { type PanelAgreement, panelAgreement } from "@mingchuang/rubric/agreement/panel-agreement";
import { contestOf } from "@mingchuang/rubric/robustness/contest";
import type { CutFlip } from "@mingchuang/rubric/robustness/cut-flips";
import { robustnessDefaults } from "@mingchuang/rubric/robustness/defaults";
import type { RankRange } from "@mingchuang/rubric/robustness/rank-range";
import { type Robustness, robustness } from "@mingchuang/rubric/robustness/robustness";
import { flipSentence } from "@mingchuang/rubric/robustness/robustness-sentence";
import { parseWhole, runArguments, workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { chooseRun, type Naming, namesOf, withEvaluation } from "../evaluated-workspace.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";
import { textTable } from "../text-table.ts";
import { findWorkspace } from "../workspace.ts";

export const robustnessCommand = (terminal: Terminal) => {
  const { messages } = terminal;
  return command(
    messages.robustness.about,
    {
      workspace: workspaceArgument(messages),
      ...runArguments(messages),
      draws: { type: "string", default: String(robustnessDefaults.draws), description: messages.robustness.draws, valueHint: "count" },
      seed: { type: "string", default: String(robustnessDefaults.seed), description: messages.options.seed, valueHint: "seed" },
    },
    async (args) => {
      const year = args.year === undefined ? undefined : parseWhole("--year", args.year, messages);
      const [draws, seed] = [parseWhole("--draws", args.draws, messages), parseWhole("--seed", args.seed, messages)];
      await withEvaluation(findWorkspace(args.workspace), async (db, runs) => {
        const run = chooseRun(runs, year, args.honour);
        const { applicants, entrants } = await queryEntrants(db, run, "whole-past");
        const agreement = panelAgreement(contestOf(run.honour, entrants, run.policies));
        const found = robustness(run.scheme, run.honour, entrants, run.choices, { seed, draws });
        if (args.json) {
          const { year, asOf, scheme, honour, choices } = run;
          const told = { year, honour: honour.id, scheme: scheme.id, asOf, choices, seed };
          terminal.say(JSON.stringify({ run: told, applicants, agreement, robustness: found }, null, 2));
          return;
        }
        const name = namesOf(applicants);
        const title = messages.run(run.honour.label[terminal.language], run.year, run.scheme.id, run.asOf);
        terminal.say([title, agreementText(run, agreement, name, terminal), rangesText(run, found, name, seed, terminal)].join("\n\n"));
        terminal.say(`\n${flipsText(run, found, name, terminal)}`);
      });
      return exitCodes.ok;
    },
  );
};

/** So many outliers, and subjects on either side of a cut, are listed; `--json` has all. */
const [mostOutliers, nearCut] = [10, 5];

function agreementText({ honour }: EvaluatedRun, found: PanelAgreement, name: Naming, { language, messages }: Terminal): string {
  const { robustness: texts } = messages;
  const { intraclass, alpha, clauseAlpha, concordance, severities, outliers, panels } = found;
  const forms = (["2,1", "3,1", "2,k"] as const).map((form) => (intraclass === null ? null : intraclassSentence(intraclass, form)));
  const lines = [
    ...(intraclass === null ? [texts.noIntraclass] : forms.flatMap((sentence) => (sentence === null ? [] : [sentence[language]]))),
    ...(intraclass !== null && intraclass.leftOut.length > 0 ? [texts.leftOut(intraclass.leftOut.length)] : []),
    ...(alpha === null ? [] : [texts.alpha(alpha.alpha.toFixed(3), alpha.subjects, alpha.ratings)]),
    ...(clauseAlpha === null ? [] : [texts.clauseAlpha(clauseAlpha.alpha.toFixed(3), clauseAlpha.subjects, clauseAlpha.ratings)]),
    ...(concordance === null
      ? []
      : [texts.concordance(concordance.w.toFixed(3), concordance.chiSquare.toFixed(2), concordance.df, probability(concordance.p))]),
    ...(panels.length > 1 ? [texts.panels(panels.map((panel) => panel.join(" + ")).join(" | "))] : []),
  ];
  const items = found.items.flatMap(({ item, intraclass }) => {
    const one = intraclass?.coefficients.find(({ form }) => form === "2,1");
    const label = honour.rubric.items.find(({ id }) => id === item)?.label[language] ?? item;
    return one === undefined ? [] : [[label, one.value.toFixed(3), `${one.low.toFixed(3)} – ${one.high.toFixed(3)}`]];
  });
  const far = outliers.slice(0, mostOutliers);
  return [
    [texts.agreement, ...lines.map(indented)].join("\n"),
    ...(items.length === 0 ? [] : [indented(textTable(texts.items, items))]),
    ...(severities.length === 0
      ? []
      : [[texts.severity, ...severities.map((each) => indented(severitySentence(each)[language]))].join("\n")]),
    ...(far.length === 0
      ? []
      : [
          [
            texts.outliers(far.length, outliers.length),
            ...far.map((each) => indented(outlierSentence({ ...each, subject: name(each.subject) })[language])),
          ].join("\n"),
        ]),
  ].join("\n\n");
}

function rangesText({ scheme }: EvaluatedRun, found: Robustness, name: Naming, seed: number, { language, messages }: Terminal): string {
  const { robustness: texts } = messages;
  const { ranked, graders, redrawn, withoutOne, weights, policies, policyTrials } = found;
  const rows = ranked.map(({ id, rank }, place) => {
    const weight = weights[place];
    return [
      rank === null ? texts.unranked : String(rank),
      name(id),
      fromTo(redrawn[place]?.usual, texts.unranked),
      graders.length < 2 ? texts.unranked : fromTo(withoutOne[place], texts.unranked),
      `${fromTo(weight, texts.unranked)}${weight?.exact && weight.bounds !== null ? "*" : ""}`,
      fromTo(policies[place], texts.unranked),
    ];
  });
  const moving = policyTrials.moving.map((id) => scheme.policies.find((policy) => policy.id === id)?.label[language] ?? id);
  return [
    texts.ranges(found.draws, found.margin, seed),
    indented(textTable(texts.header, rows)),
    indented(texts.proved),
    indented(moving.length === 0 ? texts.notMoving : texts.moving(moving)),
    ...(policyTrials.refused.length === 0 ? [] : [indented(texts.refused(policyTrials.refused.length))]),
    ...(policyTrials.untried === 0 ? [] : [indented(texts.untried(policyTrials.untried))]),
  ].join("\n");
}

function flipsText({ honour }: EvaluatedRun, { flips }: Robustness, name: Naming, { language, messages }: Terminal): string {
  const { robustness: texts } = messages;
  const told = honour.stages.flatMap(({ id, label, size }) => {
    const ofStage = flips.filter(({ stage }) => stage === id);
    const outside = ofStage.filter(({ place }) => place === "outside").slice(0, nearCut);
    const inside = ofStage.filter(({ place }) => place !== "outside").slice(-nearCut);
    const sentence = (flip: CutFlip) =>
      indented(`${name(flip.id)}  ${flipSentence(honour, { ...flip, rival: name(flip.rival) })[language]}`);
    return ofStage.length === 0 ? [] : [[texts.flips(label[language], size, nearCut), ...[...inside, ...outside].map(sentence)].join("\n")];
  });
  return told.length === 0 ? texts.noFlips : told.join("\n\n");
}

function fromTo(range: Pick<RankRange, "best" | "worst"> | null | undefined, none: string): string {
  if (range === null || range === undefined || range.best === null || range.worst === null) return none;
  return range.best === range.worst ? String(range.best) : `${range.best}–${range.worst}`;
}

const probability = (p: number): string => (p < 0.001 ? "< 0.001" : `= ${p.toFixed(3)}`);
const indented = (text: string): string => text.replace(/^/gm, "  ");
