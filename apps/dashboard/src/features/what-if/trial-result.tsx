import type { Trial } from "@mingchuang/rubric/what-if/trial";
import type { TrialOutcomeRow } from "@mingchuang/warehouse/queries/what-if";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { saveCsv } from "../../lib/export-csv.ts";
import { formatPoints, formatPointsChange } from "../../lib/format.ts";
import { useHonours } from "../../lib/honours.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { joinSentences } from "../../lib/join-sentences.ts";
import { Chart } from "../../ui/chart.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { Partial } from "../../ui/states.tsx";
import { useNarrow } from "../../ui/use-narrow.ts";
import { stateKey } from "./change-form.tsx";
import { type Compared, compareTrial, findingOf, gainOf } from "./compare-trial.ts";
import { messages } from "./messages.ts";
import { slopesOf, trialSlopes } from "./trial-slopes.ts";
import type { TrialGround } from "./use-trial.ts";

interface TrialResultProps {
  readonly ground: TrialGround;
  readonly outcomes: readonly TrialOutcomeRow[];
  readonly answer: { readonly trial: Trial; readonly milliseconds: number };
  readonly isChanged: boolean;
  readonly isRunning: boolean;
  readonly stage: string | undefined;
  readonly onStage: (stage: string) => void;
}

/** What a trial comes to: in words, as slopes, and row by row. */
export function TrialResult({ ground, outcomes, answer: { trial, milliseconds }, isChanged, isRunning, stage, onStage }: TrialResultProps) {
  const text = useText(messages);
  const language = useLanguage();
  const palette = usePalette();
  const narrow = useNarrow();
  const { nameOf, pathOf } = useHonours();
  const { year, honour, rows } = ground;
  const stages = honour.stages.toSorted((a, b) => b.size - a.size);
  const current = stages.find(({ id }) => id === stage) ?? stages[0];
  const stageName = current?.label[language] ?? "";
  const compared = useMemo(() => compareTrial(rows, outcomes, trial, current?.id), [rows, outcomes, trial, current?.id]);
  const finding = useMemo(() => findingOf(compared), [compared]);
  const drawn = useMemo(() => slopesOf(finding.moved), [finding]);
  const option = useMemo(
    () => trialSlopes(drawn, narrow ? "58%" : 320, { before: text("before"), after: text("after"), noRank: text("noRank") }, palette),
    [drawn, narrow, text, palette],
  );
  const names = (those: readonly Compared[]) => those.map(({ name }) => name).join(language === "zh" ? "、" : ", ");
  const { moved, cameIn, fellOut, opened, greatest } = finding;
  const found = trial.stages.find(({ stage: id }) => id === current?.id);
  const impossible = current !== undefined && trial.refused === null && (found === undefined || found.status === "impossible");
  const hadList = outcomes.some((each) => each.stage === current?.id);
  const movedWords = text("moved", { count: moved.length });
  const greatestWords =
    greatest === null ? null : text("greatest", { name: greatest.name, from: greatest.oldRank ?? "–", to: greatest.newRank ?? "–" });
  const sentence = [
    moved.length === 0 ? text(isChanged ? "noEffect" : "unchanged") : movedWords,
    ...(!isChanged || current === undefined || trial.refused !== null
      ? []
      : impossible
        ? hadList
          ? [text("impossible", { stage: stageName })]
          : []
        : cameIn.length + fellOut.length + opened.length === 0
          ? [text("selectionSame", { stage: stageName })]
          : [
              cameIn.length > 0 ? text("cameIn", { stage: stageName, names: names(cameIn) }) : "",
              fellOut.length > 0 ? text("fellOut", { stage: stageName, names: names(fellOut) }) : "",
              opened.length > 0 ? text("opened", { stage: stageName, names: names(opened) }) : "",
            ]),
  ]
    .filter((part) => part !== "")
    .join(language === "zh" ? "" : " ");

  const columns: readonly Column<Compared>[] = [
    {
      id: "name",
      label: text("name"),
      value: ({ name }) => name,
      cell: ({ name, subjectId }) => (
        <Link
          to={pathOf(honour.id)}
          params={{ id: subjectId }}
          search={({ year: of, honour: title, lang, theme }) => ({ year: of, honour: title, lang, theme })}
        >
          {name}
        </Link>
      ),
    },
    { id: "city", label: text("city"), value: ({ city }) => city },
    {
      id: "old-rank",
      label: text("oldRank"),
      numeric: true,
      value: ({ oldRank }) => oldRank,
      cell: ({ oldRank, oldState }) => place(oldRank, oldState),
    },
    {
      id: "new-rank",
      label: text("newRank"),
      numeric: true,
      value: ({ newRank }) => newRank,
      cell: ({ newRank, newState }) => place(newRank, newState),
    },
    {
      id: "difference",
      label: text("difference"),
      numeric: true,
      value: (row) => gainOf(row),
      cell: (row) => moveOf(row),
    },
    {
      id: "old-score",
      label: text("oldScore"),
      numeric: true,
      value: ({ oldTotal }) => (oldTotal === null ? null : oldTotal / 100),
      cell: ({ oldTotal }) => formatPoints(oldTotal),
    },
    {
      id: "new-score",
      label: text("newScore"),
      numeric: true,
      value: ({ newTotal }) => (newTotal === null ? null : newTotal / 100),
      cell: ({ newTotal }) => formatPoints(newTotal),
    },
    {
      id: "score-difference",
      label: text("scoreDifference"),
      numeric: true,
      value: (row) => (change(row) === null ? null : (change(row) ?? 0) / 100),
      cell: (row) => formatPointsChange(change(row)),
    },
    ...(current === undefined
      ? []
      : [
          { id: "old-in", label: text("oldIn", { stage: stageName }), value: ({ oldOutcome }: Compared) => outcomeWord(oldOutcome) },
          { id: "new-in", label: text("newIn", { stage: stageName }), value: ({ newOutcome }: Compared) => outcomeWord(newOutcome) },
        ]),
  ];

  function place(rank: number | null, state: string | null) {
    if (rank === null) return state === null ? "–" : text(stateKey(state));
    return state === "undecided" ? `${rank}（${text("state-undecided")}）` : rank;
  }
  function moveOf(row: Compared): string {
    const gain = gainOf(row);
    if (gain === null) return row.oldRank === row.newRank ? "–" : text(row.newRank === null ? "left" : "entered");
    return gain === 0 ? "＝" : gain > 0 ? `▲ ${gain}` : `▼ ${-gain}`;
  }
  function outcomeWord(outcome: Compared["oldOutcome"]): string {
    return outcome === null ? "–" : text(`outcome-${outcome}`);
  }

  const caption = text("resultCaption", { year, honour: nameOf(honour.id) });
  // The note stands in every row of what is exported: a line cut out of it still says what it is.
  const exported: readonly Column<Compared>[] = [...columns, { id: "note", label: text("note"), value: () => text("mark") }];
  const exportCsv = () =>
    saveCsv(
      caption,
      exported.map(({ label }) => label),
      compared.map((row) => exported.map(({ value }) => value(row))),
    );
  return (
    <Section
      title={caption}
      note={<span role="status">{isRunning ? text("running") : sentence}</span>}
      aside={
        stages.length > 1 ? (
          <label className="field">
            <span>{text("stage")}</span>
            <select value={current?.id} onChange={(event) => onStage(event.target.value)}>
              {stages.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label[language]}
                </option>
              ))}
            </select>
          </label>
        ) : null
      }
    >
      {trial.refused === null ? null : <Partial>{text("selectionRefused", { detail: trial.refused[language] })}</Partial>}
      {drawn.length === 0 ? null : (
        <Chart
          title={text("slopes")}
          sentence={greatestWords ?? movedWords}
          option={option}
          height={50 + drawn.length * 24}
          table={{ columns: exported, rows: drawn, rowKey: ({ id }) => id }}
          note={
            moved.length > drawn.length
              ? joinSentences([text("slopesNote"), text("slopesMost", { count: moved.length, shown: drawn.length })])
              : text("slopesNote")
          }
        />
      )}
      <div className="trial-table-head">
        <p className="faint">
          {joinSentences([
            honour.excludes.length > 0 ? text("othersStay") : "",
            trial.exact ? "" : text("rounded"),
            text("took", { milliseconds: Math.round(milliseconds) }),
          ])}
        </p>
        <button type="button" className="button" onClick={exportCsv}>
          {text("exportCsv")}
        </button>
      </div>
      <DataTable
        caption={text("table")}
        columns={columns}
        rows={compared}
        rowKey={({ id }) => id}
        isCurrent={(row) => row.oldRank !== row.newRank}
        footnote={text("mark")}
      />
    </Section>
  );
}

function change({ oldTotal, newTotal }: Compared): number | null {
  return oldTotal === null || newTotal === null ? null : newTotal - oldTotal;
}
