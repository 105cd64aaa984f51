import type { LoopStep } from "@mingchuang/rubric/closed-loop/closed-loop";
import type { StepState } from "@mingchuang/rubric/closed-loop/follow-loop";
import { loopFigures, type StepFigures, stepHandledRate, stepInTimeRate } from "@mingchuang/rubric/closed-loop/loop-figures";
import { dayWords } from "@mingchuang/rubric/deadlines/day-words";
import { type Policies, settle } from "@mingchuang/rubric/policy";
import { printRate } from "@mingchuang/rubric/rates";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatCount } from "../../lib/format.ts";
import { useText } from "../../lib/i18n.ts";
import { Chart } from "../../ui/chart.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import type { LoopRule } from "./choose-rule.ts";
import { daysColumns, daysTakenOf, slotLabel } from "./days-histogram.ts";
import type { FollowedReview } from "./follow-reviews.ts";
import { messages } from "./messages.ts";
import { type ListedState, listedStates } from "./search.ts";
import { useSay } from "./use-say.ts";

interface DeadlinesProps {
  readonly rule: LoopRule;
  readonly policies: Policies;
  readonly reviews: readonly FollowedReview[];
  readonly year: number;
}

const shown: readonly StepState[] = ["in-time", "late", "done", "overdue", "pending", "unknown", "not-applicable"];
const isListed = (state: StepState): state is ListedState => (listedStates as readonly string[]).includes(state);

/** Kept, late, still open, not known: each step of the year, and how many days it took. */
export function DeadlinesSection({ rule, policies, reviews, year }: DeadlinesProps) {
  const text = useText(messages);
  const say = useSay();
  const figures = useMemo(
    () =>
      loopFigures(
        rule.loop,
        reviews.map(({ result }) => result),
      ),
    [rule, reviews],
  );
  const stateColumn = (state: StepState): Column<StepFigures> => ({
    id: state,
    label: text(state === "done" ? "doneUndated" : state),
    numeric: true,
    value: ({ states }) => states[state],
    cell: ({ step, states }) =>
      states[state] === 0 ? (
        <span className="loop-zero">0</span>
      ) : isListed(state) ? (
        <Link from="/reviews" to="/reviews" search={(former) => ({ ...former, state, step })} hash="list">
          {formatCount(states[state])}
        </Link>
      ) : (
        formatCount(states[state])
      ),
  });
  const stepOf = (id: string) => rule.loop.steps.find((step) => step.id === id);
  const dated = rule.loop.steps.filter(({ within }) => within !== null);
  return (
    <Section id="deadlines" title={text("deadlines")} note={text("deadlinesNote")}>
      <DataTable
        caption={text("stepTable", { year })}
        captionHidden
        rows={figures}
        rowKey={({ step }) => step}
        columns={[
          { id: "step", label: text("step"), value: ({ step }) => say(stepOf(step)?.label ?? { zh: step, en: step }) },
          ...shown.map(stateColumn),
          { id: "handled", label: text("handledRate"), numeric: true, value: (row) => printRate(stepHandledRate.of(row)) },
          { id: "inTime", label: text("inTimeRate"), numeric: true, value: (row) => printRate(stepInTimeRate.of(row)) },
        ]}
        footnote={text("rates", {
          handled: say(stepHandledRate.label),
          handledNumerator: say(stepHandledRate.numerator),
          handledDenominator: say(stepHandledRate.denominator),
          inTime: say(stepInTimeRate.label),
          inTimeNumerator: say(stepInTimeRate.numerator),
          inTimeDenominator: say(stepInTimeRate.denominator),
        })}
      />
      <div className="columns loop-days-charts">
        {dated.map((step) => (
          <div className={dated.length > 1 ? "half" : undefined} key={step.id}>
            <DaysChart step={step} policies={policies} reviews={reviews} year={year} />
          </div>
        ))}
      </div>
    </Section>
  );
}

interface DaysChartProps extends Pick<DeadlinesProps, "policies" | "reviews" | "year"> {
  readonly step: LoopStep;
}

function DaysChart({ step, policies, reviews, year }: DaysChartProps) {
  const text = useText(messages);
  const say = useSay();
  const palette = usePalette();
  const { within } = step;
  const days = within?.days ?? 0;
  const type = within === null ? "calendar" : settle(policies, "day-type", within.count);
  const taken = useMemo(
    () =>
      daysTakenOf(
        reviews.flatMap(({ result }) => result.steps.filter((each) => each.step === step.id)),
        days,
      ),
    [reviews, step, days],
  );
  const mark = text("deadlineMark");
  const narrow = useNarrow();
  const unit = text(type === "working" ? "unitWorking" : "unitCalendar");
  const option = useMemo(
    () => daysColumns(taken, { within: days, mark, unit, narrow }, palette),
    [taken, days, mark, unit, narrow, palette],
  );
  const { median, most } = taken;
  return (
    <Chart
      title={text("daysChart", { step: say(step.label), unit })}
      sentence={
        median === null || most === null
          ? text("daysSentenceNone")
          : text("daysSentence", {
              year,
              dated: formatCount(taken.dated),
              inTime: formatCount(taken.dated - taken.late),
              late: formatCount(taken.late),
              within: say(dayWords(days, type)),
              median: median === 0 ? text("medianDay") : text("medianWithin", { days: say(dayWords(median, type)) }),
              most: say(dayWords(most, type)),
            })
      }
      option={option}
      height={230}
      table={{
        rows: taken.slots,
        rowKey: ({ days: at }) => String(at),
        columns: [
          { id: "days", label: text("daysTaken", { unit }), numeric: true, value: slotLabel },
          { id: "inTime", label: text("in-time"), numeric: true, value: ({ inTime }) => inTime },
          { id: "late", label: text("late"), numeric: true, value: ({ late }) => late },
        ],
      }}
    />
  );
}
