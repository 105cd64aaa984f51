import { comparePoints, type Points } from "@mingchuang/rubric/points";

/** How the columns of a row differ: one alone lost, all but one lost, or otherwise. */
export type Differing = { readonly kind: "only" | "allBut"; readonly at: number } | { readonly kind: "some" };

/** Of what several lost (or gained) by one clause; null is somebody who was not scored and takes no part. Null when there is no difference. */
export function howDiffer(amounts: readonly (Points | null)[]): Differing | null {
  const known = amounts.flatMap((amount, at) => (amount === null ? [] : [{ amount, at }]));
  const [first] = known;
  if (first === undefined || known.every(({ amount }) => comparePoints(amount, first.amount) === 0)) return null;
  const [touched, untouched] = [known.filter(({ amount }) => amount.numerator !== 0), known.filter(({ amount }) => amount.numerator === 0)];
  if (touched.length === 1 && touched[0]) return { kind: "only", at: touched[0].at };
  if (untouched.length === 1 && untouched[0]) return { kind: "allBut", at: untouched[0].at };
  return { kind: "some" };
}
