import type { Change, RankRange } from "@mingchuang/rubric/robustness/rank-range";
import type { Robustness } from "@mingchuang/rubric/robustness/robustness";

export interface Span {
  readonly best: number;
  readonly worst: number;
}

/** One application with a rank, and how far each kind of change moves it; null where that kind gives it no rank. */
export interface PlaceRanges {
  readonly id: string;
  readonly rank: number;
  /** The middle 95 per cent over panels drawn anew. */
  readonly redrawn: Span | null;
  readonly withoutOne: Span | null;
  readonly weights: Span | null;
  /** True when no weights within the margin can pass the span: it is proved, not only tried. */
  readonly weightsExact: boolean;
  readonly policies: Span | null;
  /** All of them together, and what first gave its ends. */
  readonly all: Span;
  readonly bestBy: Change | null;
  readonly worstBy: Change | null;
}

const spanOf = (range: Pick<RankRange, "best" | "worst"> | null | undefined): Span | null =>
  range === null || range === undefined || range.best === null || range.worst === null ? null : { best: range.best, worst: range.worst };

/** The ranges of those who hold a rank, in the order of the ranking. A range without graders or policies to change is the rank itself. */
export function placeRanges({ ranked, redrawn, withoutOne, weights, policies }: Robustness): PlaceRanges[] {
  return ranked.flatMap(({ id, rank }, place): PlaceRanges[] => {
    if (rank === null) return [];
    const told = {
      redrawn: spanOf(redrawn[place]?.usual),
      withoutOne: spanOf(withoutOne[place]),
      weights: spanOf(weights[place]),
      policies: spanOf(policies[place]),
    };
    const widths = [told.redrawn, told.withoutOne, told.weights, told.policies].filter((span) => span !== null);
    const all = { best: Math.min(rank, ...widths.map(({ best }) => best)), worst: Math.max(rank, ...widths.map(({ worst }) => worst)) };
    const tried = [withoutOne[place], weights[place], policies[place]];
    return [
      {
        id,
        rank,
        ...told,
        weightsExact: (weights[place]?.exact ?? false) && weights[place]?.bounds !== null,
        all,
        bestBy: tried.find((range) => range?.best === all.best)?.bestBy ?? null,
        worstBy: tried.find((range) => range?.worst === all.worst)?.worstBy ?? null,
      },
    ];
  });
}

export interface CutFirmness {
  readonly firm: readonly PlaceRanges[];
  /** Inside as things stand, outside after some change. */
  readonly atRisk: readonly PlaceRanges[];
  readonly mayEnter: readonly PlaceRanges[];
}

/** Who stays within so many places whatever is changed, who may leave them, and who may enter. */
export function cutFirmness(spans: readonly PlaceRanges[], size: number): CutFirmness {
  return {
    firm: spans.filter(({ rank, all }) => rank <= size && all.worst <= size),
    atRisk: spans.filter(({ rank, all }) => rank <= size && all.worst > size),
    mayEnter: spans.filter(({ rank, all }) => rank > size && all.best <= size),
  };
}
