import type { Points } from "../points.ts";
import type { Demand } from "./demand.ts";
import type { Bar, Decision } from "./problem.ts";

/** A demand that stands in somebody's way, or that somebody is needed for. */
export type ToldDemand = Pick<Demand, "rule" | "at" | "subject" | "least" | "most">;

/** Those of the worst rank that went before somebody, and how far their total is above his; null when nobody did. */
export interface Behind {
  readonly subjects: readonly string[];
  readonly by: Points | null;
}

/**
 * Why a subject is chosen, open or not.
 *
 * - in: `rank` nobody was passed over for it · `moved-up` those before it are left out because their places are `full` · `needed` a
 *   demand would be missed without it; without the rules of these demands it might be out, and the `displaced` in · `committee` decided
 * - open: `tied` as good as the others; only the committee can decide
 * - out: `barred` · `displaced` by those whom `demands` need · `full` all places of its own are taken, though someone of an equal or
 *   worse rank is in · `below` everyone chosen for their rank goes before it · `committee` decided
 */
export type Reason =
  | { readonly kind: "rank" }
  | { readonly kind: "moved-up"; readonly over: readonly string[]; readonly full: readonly ToldDemand[] }
  | { readonly kind: "needed"; readonly demands: readonly ToldDemand[]; readonly displaced: readonly string[] }
  | { readonly kind: "committee"; readonly decisions: readonly Decision[] }
  | { readonly kind: "tied"; readonly places: number; readonly with: readonly string[] }
  | { readonly kind: "barred"; readonly bar: Bar }
  | { readonly kind: "full"; readonly full: readonly ToldDemand[]; readonly behind: Behind }
  | { readonly kind: "displaced"; readonly by: readonly string[]; readonly demands: readonly ToldDemand[] }
  | { readonly kind: "below"; readonly behind: Behind };

/** What became of one subject, and why. */
export interface Verdict {
  readonly subject: string;
  readonly outcome: "in" | "open" | "out";
  readonly reason: Reason;
}
