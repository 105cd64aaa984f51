import type { Honour, SchemeFile } from "@mingchuang/rubric/scheme";
import { noChanges, type TrialChanges } from "@mingchuang/rubric/what-if/changes";
import type { TrialFactsRow } from "@mingchuang/warehouse/queries/what-if";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { engineRules } from "../../lib/engine-rules.ts";
import { askTrial } from "./trial-client.ts";

export interface TrialGround {
  readonly year: number;
  readonly scheme: Partial<SchemeFile>;
  readonly honour: Honour;
  readonly rows: readonly TrialFactsRow[];
  readonly choices: Readonly<Record<string, string>>;
}

/** A trial by the engine in its worker; while a new one runs the former one of the same honour and year stays. */
export function useTrial({ year, scheme, honour, rows, choices }: TrialGround, changes: TrialChanges = noChanges) {
  return useQuery({
    queryKey: ["trial", scheme.id, year, honour.id, changes],
    queryFn: () => askTrial(rows, { scheme: engineRules(scheme), honour, choices, changes }),
    placeholderData: (former, query) =>
      query?.queryKey[2] === year && query.queryKey[3] === honour.id ? keepPreviousData(former) : undefined,
    retry: false,
  });
}
