import type { Documents } from "../document.ts";
import { policiesInForce } from "../policy.ts";
import type { Scheme } from "../scheme.ts";
import { lintEligibility } from "./lint-eligibility.ts";
import { lintExamples } from "./lint-examples.ts";
import { lintIndicators } from "./lint-indicators.ts";
import { lintPlaces } from "./lint-places.ts";
import { lintPoints } from "./lint-points.ts";
import { lintPolicies } from "./lint-policies.ts";
import { lintRanking } from "./lint-ranking.ts";
import { lintStatements } from "./lint-statements.ts";
import { lintTitle } from "./lint-title.ts";
import { lintVetoes } from "./lint-vetoes.ts";
import { type SchemeWarning, warning } from "./scheme-warning.ts";

/**
 * What in a scheme its author should look at: rules that can never do anything, points that do not add up, choices that are none. The
 * scheme has loaded, so nothing here is an error; policies are taken as they are by default.
 */
export function lintScheme(scheme: Scheme): SchemeWarning[] {
  const policies = policiesInForce(scheme);
  return [
    ...lintPolicies(scheme),
    ...lintStatements(scheme.statements),
    ...scheme.titles.flatMap((title, place) => lintTitle(scheme, title, ["titles", place])),
    ...scheme.honours.flatMap((honour, place) => {
      const path = ["honours", place];
      return [
        ...lintEligibility(honour, policies, path),
        ...lintPoints(honour, policies, path),
        ...lintIndicators(honour, path),
        ...lintVetoes(honour, policies, path),
        ...lintRanking(honour, policies, path),
        ...lintPlaces(scheme, honour, path),
        ...lintExamples(honour, path),
      ];
    }),
  ];
}

/** Documents of `documents.yaml` that none of the schemes cites. */
export function lintDocuments(documents: Documents, schemes: readonly Scheme[]): SchemeWarning[] {
  return Object.entries(documents)
    .filter(([id]) => !schemes.some((scheme) => Object.hasOwn(scheme.documents, id)))
    .map(([id, { title }]) => warning("R341", [id], `没有方案引用《${title}》`, `no scheme cites “${title}”`));
}
