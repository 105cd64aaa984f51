import { queryPolicies } from "@mingchuang/warehouse/queries/meta";
import { queryTrialFacts } from "@mingchuang/warehouse/queries/what-if";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { askWorker } from "../../lib/ask-worker.ts";
import { openData } from "../../lib/database.ts";
import { choicesOf, engineRules } from "../../lib/engine-rules.ts";
import { useScope } from "../../lib/scope.ts";
import type { RankSpans, SpanRequest } from "./rank-spans.ts";

/** The rank spans of the year and honour in force, from the published facts; nothing is read or worked out before it is wanted. */
export function useRankSpans(isWanted: boolean): UseQueryResult<RankSpans> {
  const { year, honour, scheme } = useScope();
  return useQuery({
    queryKey: ["rank-spans", scheme.schemeId, year, honour],
    queryFn: async () => {
      const { db } = await openData();
      const [rows, policies] = await Promise.all([queryTrialFacts(db, { year, honour }), queryPolicies(db)]);
      const rules = scheme.honour(honour);
      if (rules === undefined) throw new Error(honour);
      const request: SpanRequest = {
        scheme: engineRules(scheme.body),
        honour: rules,
        choices: choicesOf(policies, scheme.schemeId),
        rows: rows.map(({ application_id, facts, rank }) => ({ application_id, facts, rank })),
      };
      const worker = new Worker(new URL("./rank-spans-worker.ts", import.meta.url), { type: "module" });
      return (await askWorker<{ readonly spans: RankSpans }>(worker, request)).spans;
    },
    enabled: isWanted,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
