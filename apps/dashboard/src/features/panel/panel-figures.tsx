import { readIntraclass } from "@mingchuang/rubric/agreement/agreement-reading";
import { completeRatings } from "@mingchuang/rubric/agreement/ratings";
import type { Honour } from "@mingchuang/rubric/scheme";
import { formatCount } from "../../lib/format.ts";
import { useText } from "../../lib/i18n.ts";
import { formatCoefficient, formatDistance } from "./figures.ts";
import { messages } from "./messages.ts";
import type { Panel } from "./read-panel.ts";
import { expectedApplications, placesOfSheet, sheetProgress } from "./sheet-progress.ts";

/** The round in six figures, each with what it is made of. */
export function PanelFigures({ panel, honour }: { readonly panel: Panel; readonly honour: Honour }) {
  const text = useText(messages);
  const { agreement, sheets, results } = panel;
  const { ratings, intraclass, severities, outliers } = agreement;
  const mean = intraclass?.coefficients.find(({ form }) => form === "2,k");
  const [strict, mild] = [severities[0], severities.at(-1)];
  const expected = expectedApplications(results, sheets, panel.round);
  const progress = sheetProgress(sheets, expected, placesOfSheet(honour));
  const sum = (of: "complete" | "expected") => progress.reduce((total, row) => total + row[of], 0);
  const figures = [
    { label: text("graders"), value: formatCount(ratings.graders.length), basis: text("gradersBasis") },
    {
      label: text("applications"),
      value: formatCount(expected.length),
      basis: text("applicationsBasis", { count: completeRatings(ratings).subjects.length }),
    },
    {
      label: text("sheets"),
      value: formatCount(sum("complete")),
      basis: text("sheetsBasis", {
        expected: formatCount(sum("expected")),
        kept: formatCount(panel.counts ? sheets.filter(({ droppedBecause }) => droppedBecause === null).length : 0),
      }),
    },
    {
      label: text("reliability"),
      value: mean ? formatCoefficient(mean.value) : text("unknown"),
      basis: mean
        ? readIntraclass(mean).told
          ? text("reliabilityBasis", { low: formatCoefficient(mean.low), high: formatCoefficient(mean.high) })
          : text("notTold", { low: text(readIntraclass(mean).low), high: text(readIntraclass(mean).high) })
        : text("cannot"),
    },
    {
      label: text("spread"),
      value: strict && mild ? formatDistance(mild.deviation - strict.deviation).replace("+", "") : text("unknown"),
      basis: strict && mild ? text("spreadBasis", { strict: strict.grader, mild: mild.grader }) : text("severityNone"),
    },
    { label: text("far"), value: formatCount(outliers.length), basis: text("farBasis") },
  ];
  return (
    <dl className="stats" aria-label={text("figures")}>
      {figures.map(({ label, value, basis }) => (
        <div key={label} className="stat">
          <dt>{label}</dt>
          <dd>
            <span className="stat-value">{value}</span>
            <span className="stat-basis">{basis}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
