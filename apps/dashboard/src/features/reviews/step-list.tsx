import { loopStepSentence } from "@mingchuang/rubric/closed-loop/loop-sentence";
import { dayWords } from "@mingchuang/rubric/deadlines/day-words";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { saveCsv } from "../../lib/export-csv.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useReach, useScope } from "../../lib/scope.ts";
import { Choices } from "../../ui/choices.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { SourceLink } from "../../ui/source/source-link.tsx";
import { usePlaces } from "../../ui/source/source-place.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { usePrinting } from "../../ui/use-printing.ts";
import type { LoopRule } from "./choose-rule.ts";
import { type FollowedReview, type FollowedStep, stepsIn } from "./follow-reviews.ts";
import { messages } from "./messages.ts";
import { type ListedState, listedStates, type ReviewsSearch } from "./search.ts";
import { useCityName } from "./use-city-name.ts";
import { useSay } from "./use-say.ts";

/** On the screen; paper has them all. */
const shownAtMost = 200;

interface StepListProps {
  readonly rule: LoopRule;
  readonly reviews: readonly FollowedReview[];
  readonly search: ReviewsSearch;
  readonly onChange: (part: Partial<ReviewsSearch>) => void;
}

/** The steps that need somebody: overdue ones first, or those that were late, are not due yet, or cannot be told. */
export function StepListSection({ rule, reviews, search, onChange }: StepListProps) {
  const text = useText(messages);
  const language = useLanguage();
  const say = useSay();
  const { year } = useScope();
  const columns = useStepColumns(rule, search.state);
  const withReason = useReach("mart_bad_review", "reason") === "full";
  const steps = useMemo(() => stepsIn(reviews, search.state, search.step), [reviews, search.state, search.step]);
  const narrow = useNarrow();
  const isCut = !usePrinting() && steps.length > shownAtMost;
  const state = text(search.state);
  const caption = `${year} ${text("list")} ${state}`;
  const [longest] = steps;
  const nameOf = ({ step }: FollowedStep) =>
    say(rule.loop.steps.find(({ id }) => id === step.step)?.label ?? { zh: step.step, en: step.step });
  const note =
    steps.length === 0
      ? undefined
      : [
          text("listSentence", {
            state,
            steps: steps.length,
            reviews: new Set(steps.map(({ review }) => review.review_id)).size,
            windows: new Set(steps.map(({ review }) => review.window_id)).size,
          }),
          longest?.step.daysLate
            ? text("listLongest", {
                window: longest.review.window_name,
                step: nameOf(longest),
                days: say(dayWords(longest.step.daysLate, longest.step.deadline?.type ?? "calendar")),
              })
            : "",
        ].join(language === "zh" ? "" : " ");
  const exportCsv = () =>
    saveCsv(
      caption,
      columns.exported.map(({ label }) => label),
      steps.map((row) => columns.exported.map(({ value }) => value(row))),
    );
  return (
    <Section
      id="list"
      title={text("list")}
      note={note}
      aside={
        <>
          <Choices
            label={text("listChoice")}
            options={listedStates.map((value) => ({ value, label: text(value) }))}
            value={search.state}
            onChoose={(chosen) => onChange({ state: chosen })}
          />
          <label className="field">
            <span>{text("step")}</span>
            <select value={search.step ?? ""} onChange={(event) => onChange({ step: event.target.value || undefined })}>
              <option value="">{text("allSteps")}</option>
              {rule.loop.steps.map(({ id, label }) => (
                <option key={id} value={id}>
                  {say(label)}
                </option>
              ))}
            </select>
          </label>
          {steps.length === 0 ? null : (
            <button type="button" className="link" onClick={exportCsv}>
              {text("exportCsv")}
            </button>
          )}
        </>
      }
    >
      {withReason ? null : <p className="reach-note">{text("reasonWithheld")}</p>}
      {steps.length === 0 ? (
        <p className="none-left">{text("listNone", { state })}</p>
      ) : (
        <div className="loop-list">
          <DataTable
            caption={caption}
            captionHidden
            rows={isCut ? steps.slice(0, shownAtMost) : steps}
            rowKey={({ review, step }) => `${review.review_id}.${step.step}`}
            columns={narrow ? columns.narrow : columns.all}
            footnote={isCut ? text("listMore", { shown: shownAtMost, all: steps.length }) : text("listNote")}
          />
        </div>
      )}
    </Section>
  );
}

const day = (on: string | null) => (on === null ? "–" : <span className="loop-day">{on}</span>);

interface StepColumns {
  /** With the sentence that is on hover elsewhere. */
  readonly exported: readonly Column<FollowedStep>[];
  readonly all: readonly Column<FollowedStep>[];
  /** On a telephone all else stands beneath the window's name. */
  readonly narrow: readonly Column<FollowedStep>[];
}

function useStepColumns(rule: LoopRule, state: ListedState): StepColumns {
  const text = useText(messages);
  const language = useLanguage();
  const say = useSay();
  const cityOf = useCityName();
  const places = usePlaces();
  const { scheme } = useScope();
  const withReason = useReach("mart_bad_review", "reason") === "full";
  const stepName = ({ step }: FollowedStep) =>
    say(rule.loop.steps.find(({ id }) => id === step.step)?.label ?? { zh: step.step, en: step.step });
  const cityName = ({ review }: FollowedStep) => cityOf(review.city_code) ?? text("noCity");
  const domainOf = ({ review }: FollowedStep) => (review.domain === null ? null : scheme.domain(review.domain, language));
  const window = ({ review }: FollowedStep) => (
    <Link to="/windows/$id" params={{ id: review.window_id }} search={({ year, lang, theme }) => ({ year, lang, theme })} hash="months">
      {review.window_name}
    </Link>
  );
  const source: Column<FollowedStep> = {
    id: "source",
    label: text("source"),
    value: ({ review }) => places.withFile(review),
    cell: ({ review }) => (
      <span className="place">
        <SourceLink of="record" id={review.review_id} at="bad_reviews" label={text("record", { id: review.review_id })}>
          {places.inFile(review) ?? review.review_id}
        </SourceLink>
      </span>
    ),
    title: ({ review }) => places.withFile(review) ?? undefined,
  };
  const over: Column<FollowedStep> = {
    id: "over",
    label: text("over"),
    numeric: true,
    value: ({ step }) => step.daysLate,
    cell: ({ step }) => (step.daysLate === null ? "–" : say(dayWords(step.daysLate, step.deadline?.type ?? "calendar"))),
    title: ({ step }) => say(loopStepSentence(rule.loop, step)),
  };
  const level = ({ review }: FollowedStep) => (review.level === 1 || review.level === 2 ? text(`level-${review.level}`) : null);
  const all: readonly (Column<FollowedStep> | null)[] = [
    { id: "window", label: text("window"), value: ({ review }) => review.window_name, cell: window },
    { id: "city", label: text("city"), value: cityName },
    { id: "domain", label: text("domain"), value: domainOf },
    { id: "step", label: text("step"), value: stepName },
    { id: "rated", label: text("rated"), value: ({ review }) => review.rated_on, cell: ({ review }) => day(review.rated_on) },
    {
      id: "due",
      label: text("lastDay"),
      value: ({ step }) => step.deadline?.due ?? null,
      cell: ({ step }) => day(step.deadline?.due ?? null),
    },
    state === "late"
      ? {
          id: "done",
          label: text("doneOn"),
          value: ({ step }) => step.done[0]?.on ?? null,
          cell: ({ step }) => day(step.done[0]?.on ?? null),
        }
      : null,
    over,
    { id: "channel", label: text("channel"), value: ({ review }) => review.channel },
    { id: "level", label: text("level"), value: level },
    withReason ? { id: "reason", label: text("reason"), value: ({ review }) => review.reason } : null,
    source,
  ];
  const shown = all.filter((column) => column !== null);
  const sentence: Column<FollowedStep> = {
    id: "state",
    label: text("state"),
    value: ({ step }) => say(loopStepSentence(rule.loop, step)),
  };
  return {
    all: shown,
    exported: [...shown, sentence],
    narrow: [
      {
        id: "window",
        label: text("window"),
        value: ({ review }) => review.window_name,
        cell: (row) => (
          <>
            {window(row)}
            <span className="loop-beneath">{[cityName(row), domainOf(row), row.review.channel].filter(Boolean).join("　")}</span>
            <span className="loop-beneath">{say(loopStepSentence(rule.loop, row.step))}</span>
          </>
        ),
      },
      over,
      source,
    ],
  };
}
