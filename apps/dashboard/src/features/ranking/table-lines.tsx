import { formatPoints } from "../../lib/format.ts";
import type { RowGroup } from "./group-rows.ts";
import type { Cut } from "./place-rows.ts";
import type { RankGap } from "./rank-gaps.ts";
import type { CellContext } from "./ranking-cell.tsx";

interface CutLineProps {
  readonly cut: Cut;
  readonly span: number;
  readonly position: number;
  readonly tabIndex: 0 | -1;
  readonly name: string;
  readonly context: CellContext;
}

export function CutLine({ cut, span, position, tabIndex, name, context: { text } }: CutLineProps) {
  const words = text(cut.inside > cut.size ? "lineTied" : "lineLabel", {
    line: name,
    size: cut.size,
    total: formatPoints(Math.round(cut.total ?? 0)),
    inside: cut.inside,
  });
  return (
    <tr className="cut" data-position={position} aria-rowindex={position + 2}>
      <td colSpan={span} data-col={0} tabIndex={tabIndex}>
        <span>{words}</span>
      </td>
    </tr>
  );
}

interface GapLineProps {
  readonly gap: RankGap;
  readonly span: number;
  readonly position: number;
  readonly tabIndex: 0 | -1;
  readonly context: CellContext;
}

export function GapLine({ gap: { from, to }, span, position, tabIndex, context: { text } }: GapLineProps) {
  return (
    <tr className="gap" data-position={position} aria-rowindex={position + 2}>
      <td colSpan={span} data-col={0} tabIndex={tabIndex}>
        <span>{from === to ? text("gapOne", { from }) : text("gapSeveral", { from, to })}</span>
      </td>
    </tr>
  );
}

interface GroupLineProps {
  readonly group: RowGroup<unknown>;
  readonly name: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly lineName: (stage: string) => string;
  readonly span: number;
  readonly position: number;
  /** So much of it is in sight at once: what is said stays there when the table is scrolled sideways. */
  readonly width: number;
  readonly tabIndex: 0 | -1;
  readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined;
  readonly context: CellContext;
}

/** The head of a group: its name, which opens and closes it, and its figures in words. */
export function GroupLine({
  group,
  name,
  open,
  onToggle,
  lineName,
  span,
  position,
  width,
  tabIndex,
  measure,
  context: { text },
}: GroupLineProps) {
  const { ranked, vetoed, best, mean, median, inside } = group.figures;
  const words = [
    text("groupCount", { count: group.items.length }),
    text("groupRanked", { count: ranked }),
    vetoed > 0 ? text("groupVetoed", { count: vetoed }) : "",
    best === null ? "" : text("groupBest", { rank: best }),
    mean === null ? "" : text("groupTotals", { mean: formatPoints(mean), median: formatPoints(median) }),
    ...inside.filter(({ count }) => count > 0).map(({ stage, count }) => text("groupInside", { line: lineName(stage), count })),
  ].filter(Boolean);
  return (
    <tr className="group" data-index={position} data-position={position} aria-rowindex={position + 2} ref={measure}>
      <td colSpan={span} data-col={0}>
        <div style={width > 0 ? { width: width - 14 } : undefined}>
          <button type="button" aria-expanded={open} tabIndex={tabIndex} onClick={onToggle}>
            <span aria-hidden="true">{open ? "▾" : "▸"}</span> {name}
          </button>
          <span>{words.join(text("listed"))}</span>
        </div>
      </td>
    </tr>
  );
}

/** Stands for the rows out of sight, so that the scroll bar is as long as the list. */
export function Spacer({ height, span }: { readonly height: number; readonly span: number }) {
  return height <= 0 ? null : (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
    <tr className="spacer" aria-hidden="true" style={{ height }}>
      <td colSpan={span} />
    </tr>
  );
}
