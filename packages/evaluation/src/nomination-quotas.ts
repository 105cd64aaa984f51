import type { Scheme } from "@mingchuang/rubric/scheme";

/** How many places each honour gives a city, as the check on nominations takes them. */
export function nominationQuotas(schemes: readonly Scheme[]): { readonly honour: string; readonly perCity: number }[] {
  return schemes.flatMap(({ honours }) =>
    honours.flatMap(({ id, quotas }) => quotas.filter(({ per }) => per === "city").map(({ most }) => ({ honour: id, perCity: most }))),
  );
}
