import { createHash } from "node:crypto";
import type { Policies } from "@mingchuang/rubric/policy";
import type { Scheme } from "@mingchuang/rubric/scheme";
import type { Database } from "@mingchuang/warehouse/database";

/**
 * What the store holds, as a hash of its ledger: the documents in the order in which they were loaded, each with the hash of its
 * bytes. The same files loaded in the same order give the same hash, whenever and wherever they were loaded; one that was undone or is ignored is as if
 * it had never been handed in, so that the number of a load does not count, only the order.
 */
export async function hashStore(db: Database): Promise<string> {
  const files = await db.query<{ line: string }>(`
    select concat_ws('\t', row_number() over (order by seq), path, sha256, state, coalesce(replaced_by, '')) as line
    from store.ingest_file where coalesce(replaced_by, '') not in ('undone', 'ignored') order by seq
  `);
  return sha256(files.map(({ line }) => `${line}\n`).join(""));
}

/** A scheme as a hash of its content: neither the order of keys nor comments in the YAML change it. */
export function hashScheme(scheme: Scheme): string {
  return sha256(JSON.stringify(scheme, inKeyOrder));
}

/** A row of `eval_policy`: a policy of a scheme and the option in force, for each honour whose rubric refers to it. */
export type PolicyRow = {
  readonly scheme_id: string;
  /** Null: the policy is about how people proceed, and no rubric refers to it. */
  readonly honour: string | null;
  readonly policy: string;
  readonly value: string;
  readonly is_default: boolean;
  /** True: the source does not say, the committee decided. */
  readonly silent: boolean;
  readonly label_zh: string;
  readonly label_en: string;
};

/** Every policy of a scheme with its option in force, in the scheme's order. */
export function policyRows(scheme: Scheme, policies: Policies): PolicyRow[] {
  const users = scheme.honours.map(({ id, rubric }) => ({ id, refersTo: policiesReferredTo(rubric) }));
  return scheme.policies.flatMap((policy) => {
    const value = policies.inForce[policy.id]?.option ?? policy.default;
    const honours: (string | null)[] = users.filter(({ refersTo }) => refersTo.has(policy.id)).map(({ id }) => id);
    return (honours.length > 0 ? honours : [null]).map((honour) => ({
      scheme_id: scheme.id,
      honour,
      policy: policy.id,
      value,
      is_default: value === policy.default,
      silent: policy.silent,
      label_zh: policy.label.zh,
      label_en: policy.label.en,
    }));
  });
}

function policiesReferredTo(part: unknown): ReadonlySet<string> {
  if (typeof part !== "object" || part === null) return new Set();
  const own = "policy" in part && typeof part.policy === "string" ? [part.policy] : [];
  return new Set([...own, ...Object.values(part).flatMap((inner) => [...policiesReferredTo(inner)])]);
}

function inKeyOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
