import type { Honour as HonourRules } from "@mingchuang/rubric/scheme";
import type { Run } from "@mingchuang/warehouse/queries/meta";
import { useHonours } from "../../lib/honours.ts";
import type { SchemeLabels } from "../../lib/scheme.ts";
import { useScope } from "../../lib/scope.ts";
import { honourOf } from "../../ui/subject/honour-of.ts";

/** The selection that is looked at. */
export interface SelectionScope {
  readonly year: number;
  readonly honour: string;
  readonly run: Run | undefined;
  readonly scheme: SchemeLabels;
  readonly rules: HonourRules | undefined;
  readonly name: (honour: string) => string;
}

export function useSelectionScope(): SelectionScope {
  const { year, honour, run, scheme } = useScope();
  const { nameOf } = useHonours();
  return { year, honour, run, scheme, rules: honourOf(scheme, honour), name: nameOf };
}
