import type { MeasuredItem } from "./mechanisms/composite.ts";
import type { RanksItem } from "./mechanisms/ranks.ts";
import type { Weights } from "./policy.ts";
import { shareRatio, sumRatios } from "./ratio.ts";
import type { SchemeFile } from "./scheme.ts";
import type { SchemeIssue } from "./scheme-issue.ts";
import type { Path } from "./yaml-text.ts";

interface Part {
  readonly id: string;
  readonly weights?: Weights | { readonly policy: string };
  readonly parts?: readonly Part[];
  readonly points?: readonly { readonly id: string }[];
}

/** The parts of a measured item: no id twice in it, and weights that are those of its parts and add up to the whole. */
export function checkMeasure(scheme: SchemeFile, item: MeasuredItem | RanksItem, path: Path): SchemeIssue[] {
  const seen = new Set<string>();
  const visit = (part: Part, at: Path): SchemeIssue[] => {
    const inner = part.parts === undefined ? { key: "points", all: part.points ?? [] } : { key: "parts", all: part.parts };
    const repeated = inner.all.flatMap(({ id }, place): SchemeIssue[] => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      const detail = { zh: `编号“${id}”已经用过`, en: `the id "${id}" is taken` };
      return [{ code: "R107", path: [...at, inner.key, place, "id"], detail }];
    });
    const weights = part.weights === undefined ? [] : checkWeights(scheme, part.weights, part.parts ?? [], [...at, "weights"]);
    return [...repeated, ...weights, ...(part.parts ?? []).flatMap((each, place) => visit(each, [...at, "parts", place]))];
  };
  return visit(item, path);
}

/** Weights that are stated, or every option of the policy that states them. */
function checkWeights(scheme: SchemeFile, weights: NonNullable<Part["weights"]>, parts: readonly Part[], path: Path): SchemeIssue[] {
  if (weights === "equal") return [];
  if (!("policy" in weights) || typeof weights.policy !== "string") return misweighed(weights as Weights, parts, path);
  return scheme.policies.flatMap((policy, place) =>
    policy.id !== weights.policy || policy.decides !== "weights"
      ? []
      : policy.options.flatMap(({ setting }, option) => misweighed(setting, parts, ["policies", place, "options", option, "setting"])),
  );
}

function misweighed(weights: Weights, parts: readonly Part[], path: Path): SchemeIssue[] {
  if (weights === "equal") return [];
  const ids = new Set(parts.map(({ id }) => id));
  const strangers = Object.keys(weights).filter((id) => !ids.has(id));
  if (strangers.length > 0) {
    const detail = { zh: `没有“${strangers.join("、")}”这一部分`, en: `there is no part "${strangers.join(", ")}"` };
    return [{ code: "R115", path, detail }];
  }
  const sum = sumRatios(Object.values(weights).map(shareRatio));
  if (sum.numerator === sum.denominator) return [];
  const printed = `${sum.numerator}/${sum.denominator}`;
  return [{ code: "R115", path, detail: { zh: `权重合计为 ${printed}，应为 1`, en: `the weights add up to ${printed}, not to 1` } }];
}
