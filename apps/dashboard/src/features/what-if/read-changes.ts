import type { TrialChanges, VetoDecision } from "@mingchuang/rubric/what-if/changes";
import type { WhatIfSearch } from "./search.ts";

/** Longest cause that goes into the address. */
export const longestCause = 60;
/** Per cent that a part may be weighed by. */
export const mostPercent = 500;

const escaped = (part: string) => part.replace(/[%:~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The changes that an address holds; what cannot be read is left out, and of two about the same the last holds. */
export function readChanges({ weights, policies, without, vetoes }: Omit<WhatIfSearch, "stage">): TrialChanges {
  return {
    weights: Object.fromEntries(
      pairs(weights).flatMap(([part, text]) => {
        const percent = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
        return percent <= mostPercent && percent !== 100 ? [[part, percent] as const] : [];
      }),
    ),
    policies: Object.fromEntries(pairs(policies)),
    without: [...new Set(without)],
    vetoes: [...new Map((vetoes?.split("~") ?? []).flatMap(decisionIn).map((each) => [each.application, each])).values()],
  };
}

/** What `readChanges` reads. */
export function writeChanges({ weights, policies, without, vetoes }: TrialChanges): Omit<WhatIfSearch, "stage"> {
  const told = vetoes.map(({ application, decision, cause }) =>
    [application, decision === "lift" ? "l" : "i", cause].map(escaped).join(":"),
  );
  return {
    weights: Object.entries(weights).flatMap(([part, percent]) => (percent === 100 ? [] : [`${part}:${percent}`])),
    policies: Object.entries(policies).map(([policy, option]) => `${policy}:${option}`),
    without: [...without],
    vetoes: told.length === 0 ? undefined : told.join("~"),
  };
}

function pairs(texts: readonly string[]): (readonly [string, string])[] {
  return texts.flatMap((text) => {
    const at = text.indexOf(":");
    return at > 0 && at < text.length - 1 ? [[text.slice(0, at), text.slice(at + 1)] as const] : [];
  });
}

function decisionIn(text: string): VetoDecision[] {
  try {
    const [application = "", letter = "", cause = "", ...more] = text.split(":").map(decodeURIComponent);
    if (application === "" || cause.trim() === "" || more.length > 0 || (letter !== "l" && letter !== "i")) return [];
    return [{ application, decision: letter === "l" ? "lift" : "impose", cause: cause.slice(0, longestCause) }];
  } catch {
    return [];
  }
}

/** The changes that the data know: an address may name a grader, a policy, a part or an application of another year. */
export function knownChanges(
  changes: TrialChanges,
  known: {
    readonly parts: ReadonlySet<string>;
    readonly options: ReadonlyMap<string, ReadonlySet<string>>;
    readonly graders: ReadonlySet<string>;
    readonly applications: ReadonlySet<string>;
  },
): TrialChanges {
  return {
    weights: Object.fromEntries(Object.entries(changes.weights).filter(([part]) => known.parts.has(part))),
    policies: Object.fromEntries(Object.entries(changes.policies).filter(([policy, option]) => known.options.get(policy)?.has(option))),
    without: changes.without.filter((grader) => known.graders.has(grader)),
    vetoes: changes.vetoes.filter(({ application }) => known.applications.has(application)),
  };
}

export function countChanges({ weights, policies, without, vetoes }: TrialChanges): number {
  return Object.keys(weights).length + Object.keys(policies).length + without.length + vetoes.length;
}
