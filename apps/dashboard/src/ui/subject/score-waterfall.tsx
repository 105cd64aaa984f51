import { formatPoints, scalePoints, sumPoints } from "@mingchuang/rubric/points";
import { useMemo } from "react";
import { useText } from "../../lib/i18n.ts";
import { Chart } from "../chart.tsx";
import { usePalette } from "../palette-context.ts";
import { useNarrow } from "../use-narrow.ts";
import { messages } from "./messages.ts";
import type { ScoreAccount, Stair } from "./score-steps.ts";
import { stairsOf } from "./score-steps.ts";
import { useStepLabel } from "./step-label.ts";
import { axisStart, waterfall } from "./waterfall.ts";

/** The way from the full points to the total. A click on a step singles out its item below. */
export function ScoreWaterfall({ account, onItem }: { readonly account: ScoreAccount; readonly onItem: (item: string) => void }) {
  const text = useText(messages);
  const palette = usePalette();
  const narrow = useNarrow();
  const labelStep = useStepLabel();
  const stairs = useMemo(() => stairsOf(account), [account]);
  const labelOf = useMemo(() => {
    const name = (stair: Stair) => (stair.step === null ? text(stair.kind === "full" ? "full" : "total") : labelStep(stair.step));
    return name;
  }, [text, labelStep]);
  const option = useMemo(
    () => waterfall(stairs, narrow ? (stair) => labelOf(stair).replace("　", "\n") : labelOf, palette, narrow),
    [stairs, labelOf, palette, narrow],
  );
  const start = axisStart(stairs);
  const deducted = sumPoints(account.deductions.map((step) => step.points));
  const bonus = sumPoints(account.bonus.map((step) => step.points));
  const worst = account.deductions.toSorted(
    (a, b) => a.points.numerator / a.points.denominator - b.points.numerator / b.points.denominator,
  )[0];
  return (
    <Chart
      title={text("waterfallTitle")}
      sentence={text("waterfallSentence", {
        full: formatPoints(account.full),
        deducted: formatPoints(scalePoints(deducted, -1)),
        bonus: formatPoints(bonus),
        total: formatPoints(account.total),
        worst: worst ? text("waterfallWorst", { label: labelStep(worst), points: formatPoints(scalePoints(worst.points, -1)) }) : "",
      })}
      option={option}
      height={stairs.length * (narrow ? 32 : 25) + 40}
      {...(start > 0 ? { note: text("waterfallFrom", { start }) } : {})}
      onMark={({ index }) => {
        const item = stairs[index]?.step?.item;
        if (item) onItem(item);
      }}
      table={{
        rows: stairs,
        rowKey: (stair) => stair.key,
        columns: [
          { id: "step", label: text("step"), value: labelOf },
          {
            id: "points",
            label: text("points"),
            numeric: true,
            value: (stair) => (stair.step ? Number(formatPoints(stair.step.points)) : Number(formatPoints(stair.to))),
            cell: (stair) => formatPoints(stair.step ? stair.step.points : stair.to).replace("-", "−"),
          },
          {
            id: "level",
            label: text("level"),
            numeric: true,
            value: (stair) => Number(formatPoints(stair.to)),
            cell: (stair) => formatPoints(stair.to),
          },
        ],
      }}
    />
  );
}
