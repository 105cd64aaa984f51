import type { CutFlip } from "@mingchuang/rubric/robustness/cut-flips";
import { robustnessDefaults } from "@mingchuang/rubric/robustness/defaults";
import type { Robustness } from "@mingchuang/rubric/robustness/robustness";
import { changeSentence, flipSentence } from "@mingchuang/rubric/robustness/robustness-sentence";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { engineRules } from "../../lib/engine-rules.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { joinSentences } from "../../lib/join-sentences.ts";
import { Chart } from "../../ui/chart.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { Failure, Partial } from "../../ui/states.tsx";
import { useNarrow } from "../../ui/use-narrow.ts";
import { policiesToTry } from "./choices-in.ts";
import { messages } from "./messages.ts";
import { cutFirmness, type PlaceRanges, placeRanges } from "./place-ranges.ts";
import { spanBars, spanText } from "./span-bars.ts";
import { askRanges } from "./trial-client.ts";
import type { TrialGround } from "./use-trial.ts";

/** Beyond so many applications the trials would take minutes; the command does them. */
const mostApplications = 1_000;
/** So many on either side of a cut are told what would move them over it. */
const nearCut = 5;

/** 名次范围: how far every published place would move if graders, weights or what the committee settled had been others. On request: it takes a while. */
export function RangesSection({ ground }: { readonly ground: TrialGround }) {
  const text = useText(messages);
  const language = useLanguage();
  const [wanted, setWanted] = useState(false);
  const { year, scheme, honour, rows, choices } = ground;
  const found = useQuery({
    queryKey: ["ranges", scheme.id, year, honour.id],
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: () => {
      const rules = engineRules(scheme);
      // an option that would count other records cannot be tried on those that were counted
      const open = new Set(policiesToTry(rules.policies, honour, choices, language).open.map(({ id }) => id));
      const triable = rules.policies.map((policy) => (open.has(policy.id) ? policy : { ...policy, silent: false }));
      return askRanges(rows, { scheme: { ...rules, policies: triable }, honour, choices });
    },
  });
  const answer = found.data;
  return (
    <Section
      title={text("ranges")}
      note={text("rangesNote", { draws: robustnessDefaults.draws, margin: robustnessDefaults.margin, seed: robustnessDefaults.seed })}
    >
      {rows.length > mostApplications ? (
        <Partial>{text("rangesTooMany", { count: rows.length, most: mostApplications })}</Partial>
      ) : found.isError ? (
        <Failure error={found.error} onRetry={() => void found.refetch()} />
      ) : answer === undefined ? (
        found.isFetching ? (
          <p role="progressbar" aria-label={text("running")} className="faint">
            {text("running")}
          </p>
        ) : (
          <button type="button" className="button" onClick={() => setWanted(true)}>
            {text("rangesAsk")}
          </button>
        )
      ) : "refused" in answer ? (
        <Partial>{text("refused", { detail: answer.refused[language], code: answer.refused.code })}</Partial>
      ) : (
        <Ranges ground={ground} found={answer.ranges} />
      )}
    </Section>
  );
}

function Ranges({ ground: { scheme, honour, rows }, found }: { readonly ground: TrialGround; readonly found: Robustness }) {
  const text = useText(messages);
  const language = useLanguage();
  const palette = usePalette();
  const narrow = useNarrow();
  const names = useMemo(() => new Map(rows.map((row) => [row.application_id, row])), [rows]);
  const nameOf = (id: string) => names.get(id)?.subject_name ?? names.get(id)?.subject_id ?? id;
  const spans = useMemo(() => placeRanges(found), [found]);
  const ranksWithin = honour.rubric.ranking.within !== undefined;
  const stages = ranksWithin ? [] : honour.stages.toSorted((a, b) => b.size - a.size);
  const policies = scheme.policies ?? [];
  const listed = (those: readonly PlaceRanges[]) => those.map(({ id }) => nameOf(id)).join(language === "zh" ? "、" : ", ");
  // names are told of the last line only: of the wider ones there would be too many to read
  const sentence = stages
    .map(({ label, size }, at) => {
      const { firm, atRisk, mayEnter } = cutFirmness(spans, size);
      const told = text("rangesFirm", {
        stage: label[language],
        size,
        firm: firm.length,
        atRisk: atRisk.length,
        mayEnter: mayEnter.length,
      });
      if (at < stages.length - 1) return told;
      const names = [
        atRisk.length === 0 ? "" : text("rangesAtRisk", { names: listed(atRisk) }),
        mayEnter.length === 0 ? "" : text("rangesMayEnter", { names: listed(mayEnter) }),
      ];
      return [told, ...names.filter((part) => part !== "")].join(language === "zh" ? "" : " ");
    })
    .join(language === "zh" ? "" : " ");
  const option = spanBars(
    spans,
    {
      nameOf,
      cuts: stages.map(({ size }) => size),
      narrow,
      words: { all: text("rangesAll"), redrawn: text("rangesRedrawn"), now: text("oldRank") },
    },
    palette,
  );
  const because = (row: PlaceRanges) =>
    [
      row.bestBy === null
        ? ""
        : text("rangesBestBy", { rank: row.all.best, change: changeSentence({ policies }, honour, row.bestBy)[language] }),
      row.worstBy === null
        ? ""
        : text("rangesWorstBy", { rank: row.all.worst, change: changeSentence({ policies }, honour, row.worstBy)[language] }),
    ]
      .filter((part) => part !== "")
      .join(language === "zh" ? "；" : "; ");
  const columns: readonly Column<PlaceRanges>[] = [
    { id: "name", label: text("name"), value: ({ id }) => nameOf(id) },
    { id: "rank", label: text("oldRank"), numeric: true, value: ({ rank }) => rank },
    { id: "all", label: text("rangesAll"), numeric: true, value: ({ all }) => spanText(all) },
    { id: "redrawn", label: text("rangesRedrawn"), numeric: true, value: ({ redrawn }) => spanText(redrawn) },
    { id: "without", label: text("rangesWithout"), numeric: true, value: ({ withoutOne }) => spanText(withoutOne) },
    {
      id: "weights",
      label: text("rangesWeights", { margin: found.margin }),
      numeric: true,
      value: ({ weights, weightsExact }) => `${spanText(weights)}${weightsExact ? "*" : ""}`,
    },
    { id: "policies", label: text("rangesPolicies"), numeric: true, value: (row) => spanText(row.policies) },
    { id: "because", label: text("rangesBecause"), value: because },
  ];
  const untold = [
    text("rangesProved"),
    found.policyTrials.refused.length === 0 ? "" : text("rangesRefused", { count: found.policyTrials.refused.length }),
    found.policyTrials.untried === 0 ? "" : text("rangesUntried", { count: found.policyTrials.untried }),
  ];
  return (
    <>
      <Chart
        title={text("rangesPicture")}
        sentence={sentence === "" ? text("rangesNoCut") : sentence}
        option={option}
        height={66 + spans.length * (narrow ? 30 : 20)}
        table={{ columns, rows: spans, rowKey: ({ id }) => id }}
        note={joinSentences(untold)}
      />
      {stages.map(({ id, label, size }) => (
        <Flips
          key={id}
          title={text("flips", { stage: label[language], size })}
          flips={nearestFlips(found.flips, id)}
          {...{ honour, nameOf }}
        />
      ))}
    </>
  );
}

function nearestFlips(flips: readonly CutFlip[], stage: string): readonly CutFlip[] {
  const own = flips.filter((flip) => flip.stage === stage);
  const [inside, outside] = [own.filter(({ place }) => place !== "outside"), own.filter(({ place }) => place === "outside")];
  return [...inside.slice(-nearCut), ...outside.slice(0, nearCut)];
}

interface FlipsProps {
  readonly title: string;
  readonly flips: readonly CutFlip[];
  readonly honour: TrialGround["honour"];
  readonly nameOf: (id: string) => string;
}

/** The smallest change that would move each of those nearest to a cut over it. */
function Flips({ title, flips, honour, nameOf }: FlipsProps) {
  const text = useText(messages);
  const language = useLanguage();
  if (flips.length === 0) return null;
  return (
    <div className="flips">
      <DataTable
        caption={title}
        rows={flips}
        rowKey={(flip) => flip.id}
        columns={[
          { id: "name", label: text("name"), value: (flip) => nameOf(flip.id) },
          { id: "flip", label: text("flip"), value: (flip) => flipSentence(honour, { ...flip, rival: nameOf(flip.rival) })[language] },
        ]}
      />
    </div>
  );
}
