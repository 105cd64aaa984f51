import type { Policies } from "../policy.ts";
import type { Honour } from "../scheme.ts";

/** An honour in one edition, with the policies that it is evaluated under. */
export interface Edition {
  readonly honour: Honour;
  readonly policies: Policies;
}
