import type { Indicator } from "../mechanisms/indicator.ts";
import type { Honour } from "../scheme.ts";
import type { Path } from "../yaml-text.ts";
import { beyondScale } from "./scale.ts";
import { type SchemeWarning, warning } from "./scheme-warning.ts";

type Marks = Pick<Indicator, "direction" | "of" | "floor" | "target" | "stretch">;

/** Indicators, at whatever depth, whose marks are out of order or out of reach. */
export function lintIndicators({ rubric }: Honour, path: Path): SchemeWarning[] {
  const visit = (part: { readonly kind?: string; readonly parts?: readonly object[] }, at: Path): SchemeWarning[] => [
    ...(part.kind === "indicator" ? lintIndicator(part as object as Marks, at) : []),
    ...(part.parts ?? []).flatMap((inner, place) => visit(inner, [...at, "parts", place])),
  ];
  return rubric.items.flatMap((item, place) => visit(item, [...path, "rubric", "items", place]));
}

const marks = ["floor", "target", "stretch"] as const;
const names = { floor: { zh: "底线", en: "floor" }, target: { zh: "目标", en: "target" }, stretch: { zh: "发展", en: "stretch" } };

function lintIndicator(indicator: Marks, path: Path): SchemeWarning[] {
  const stated = marks.flatMap((mark) => {
    const figure = indicator[mark];
    return figure === null ? [] : [{ mark, figure }];
  });
  const sign = indicator.direction === "higher" ? 1 : -1;
  const disordered = stated.slice(1).flatMap((here, place) => {
    const before = stated[place];
    if (before === undefined || sign * (here.figure - before.figure) >= 0) return [];
    const [a, b] = [names[before.mark], names[here.mark]];
    const zh = `${indicator.direction === "higher" ? "越高越好" : "越低越好"}，${a.zh} ${before.figure}，${b.zh} ${here.figure}`;
    return [
      warning("R319", [...path, here.mark], zh, `${indicator.direction} is better: ${a.en} ${before.figure}, ${b.en} ${here.figure}`),
    ];
  });
  return [...disordered, ...stated.flatMap(({ mark, figure }) => beyondScale(indicator.of, figure, [...path, mark]))];
}
