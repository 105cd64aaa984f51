import { points as exactly, formatPoints, hundredthsOf, scalePoints } from "@mingchuang/rubric/points";
import type { Honour, Item } from "@mingchuang/rubric/scheme";
import { useText } from "../../lib/i18n.ts";
import { rubricAnchor } from "../../lib/rubric-anchor.ts";
import { usePlace } from "./anchor.tsx";
import { Citation } from "./citation.tsx";
import { messages } from "./messages.ts";
import { PolicyValue, RuledValue } from "./ruled-value.tsx";
import { useReading, useSay } from "./scheme-context.ts";
import { printShare, type WeighedPart, weighedParts } from "./weighed-parts.ts";
import { useWhere } from "./where-words.ts";
import "./measure-tree.css";

export type ComposedItem = Extract<Item, { readonly kind: "composite" | "ranks" }>;

/** What an item is composed of, drawn as a tree: each part with its weight in its group and its share of the whole. */
export function MeasureTree({ honour, item }: { readonly honour: Honour; readonly item: ComposedItem }) {
  const text = useText(messages);
  const say = useSay();
  const { policies } = useReading();
  const max = item.kind === "ranks" ? null : item.max;
  return (
    <figure className="measure-tree">
      <figcaption>
        {text(item.kind === "ranks" ? "treeOfRanks" : "tree", { item: say(item.label) })}
        {item.kind === "ranks" ? (
          <span className="aside">
            <RuledValue decides="rank-ties" rule={item.ties} />
          </span>
        ) : (
          <span className="aside">
            {text("missing")}
            <RuledValue decides="missing-part" rule={item.missing} />
          </span>
        )}
      </figcaption>
      <Branches honour={honour} item={item} parts={weighedParts(item, policies)} max={max} />
    </figure>
  );
}

interface BranchesProps {
  readonly honour: Honour;
  readonly item: ComposedItem;
  readonly parts: readonly WeighedPart[];
  /** Points of the whole; null for a composite of ranks, which has none. */
  readonly max: number | null;
}

function Branches({ honour, item, parts, max }: BranchesProps) {
  const text = useText(messages);
  const say = useSay();
  const place = usePlace();
  return (
    <ul>
      {parts.map((weighed) => {
        const { part, weight, ofWhole, setBy } = weighed;
        const { numerator, denominator } = ofWhole;
        const worth = max === null ? null : scalePoints(exactly(hundredthsOf(max)), numerator, denominator);
        return (
          <li key={part.id}>
            <div className="branch" {...place(rubricAnchor.item(honour.id, item.id, part.id))}>
              <span className="branch-weight">
                {printShare(weight)}
                {setBy === null ? null : (
                  <span className="sr-only">
                    <PolicyValue id={setBy} />
                  </span>
                )}
              </span>
              <span className="branch-label">
                {say(part.label)}
                <span className="branch-kind">
                  <Kind part={part} />
                </span>
              </span>
              <span className="branch-share">
                <span className="share-bar" aria-hidden="true">
                  <span style={{ width: `${(100 * numerator) / denominator}%` }} />
                </span>
                {worth === null ? printShare(ofWhole) : text("worth", { points: formatPoints(worth).replace(/\.?0+$/, "") })}
              </span>
              <Citation source={part.source} />
            </div>
            {weighed.parts.length > 0 ? <Branches honour={honour} item={item} parts={weighed.parts} max={max} /> : null}
            <Points part={part} />
          </li>
        );
      })}
    </ul>
  );
}

/** What a part is read from, and which policy weighs its own parts. */
function Kind({ part }: { readonly part: WeighedPart["part"] }) {
  const text = useText(messages);
  const where = useWhere();
  switch (part.kind) {
    case "appraisal":
    case "place":
      return (
        <>
          {text(part.kind === "place" ? "readPlace" : "readAppraisal", { where: where(part.where) })}
          <RuledValue decides="period" rule={part.period} />
        </>
      );
    case "indicator":
      return null;
    case "checklist":
      return text("readChecklist", { count: part.points.length });
    default:
      return (
        <>
          {text("weights")}
          <RuledValue decides="weights" rule={part.weights} />
        </>
      );
  }
}

/** The points of a checklist within a composite. */
function Points({ part }: { readonly part: WeighedPart["part"] }) {
  const say = useSay();
  if (part.kind !== "checklist") return null;
  return (
    <ol className="check-points">
      {part.points.map(({ id, label, source }) => (
        <li key={id}>
          {say(label)} <Citation source={source} />
        </li>
      ))}
    </ol>
  );
}
