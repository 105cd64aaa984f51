import type { SchemeFile } from "@mingchuang/rubric/scheme";
import type { PolicyRow } from "@mingchuang/warehouse/queries/meta";

/** As much of an edition as the engine needs to rank and select anew. */
export type EngineRules = Pick<SchemeFile, "domains" | "levels" | "tiers" | "honours" | "policies" | "calendar">;

export function engineRules({
  domains = [],
  levels = [],
  tiers = [],
  honours = [],
  policies = [],
  calendar = [],
}: Partial<SchemeFile>): EngineRules {
  return { domains, levels, tiers, honours, policies, calendar };
}

/** The options that the results of a scheme were reached under: policy → option. */
export const choicesOf = (
  policies: readonly Pick<PolicyRow, "scheme_id" | "policy" | "value">[],
  schemeId: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(policies.filter(({ scheme_id }) => scheme_id === schemeId).map(({ policy, value }) => [policy, value]));
