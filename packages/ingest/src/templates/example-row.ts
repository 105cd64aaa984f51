import type { Contract } from "../contracts/contract.ts";
import type { SchemeCodes } from "../scheme-codes.ts";
import type { FieldGuide } from "./field-guide.ts";

/** One invented row of a kind, as text by field; it would be taken as it stands if somebody copied it to the data sheet. */
export function exampleRow({ kind }: Contract, guides: readonly FieldGuide[], codes: SchemeCodes): Readonly<Record<string, string>> {
  const plain = Object.fromEntries(guides.map(({ field, example }) => [field.name, example]));
  switch (kind) {
    case "scores":
      return { ...plain, ...scoreExample(codes) };
    case "applications":
      return { ...plain, ...honourExample(codes), tier: "", ...ownItems(guides, codes) };
    default:
      return { ...plain, ...(plain.scheme_id === undefined ? {} : { scheme_id: "" }) };
  }
}

function honourExample({ honours }: SchemeCodes): Record<string, string> {
  const [first] = honours;
  return first ? { scheme_id: first.scheme, honour: first.label } : {};
}

/** An applicant scores itself on the items of its own honour only. */
function ownItems(guides: readonly FieldGuide[], { honours, items }: SchemeCodes): Record<string, string> {
  const [honour] = honours;
  const own = new Set(items.filter((item) => item.scheme === honour?.scheme && item.honour === honour.honour).map(({ label }) => label));
  const columns = guides.map(({ field }) => field.name).filter((name) => name.startsWith("自评·"));
  return Object.fromEntries(columns.map((name) => [name, own.has(name.slice("自评·".length)) ? "3" : ""]));
}

/** A clause that is not met, by a grader; what belongs to discretionary deductions and to given points stays blank. */
function scoreExample(codes: SchemeCodes): Record<string, string> {
  const [clause] = codes.clauses;
  const item = codes.items.find((each) => each.scheme === clause?.scheme && each.honour === clause.honour && each.item === clause.item);
  const honour = codes.honours.find((each) => each.scheme === clause?.scheme && each.honour === clause.honour);
  if (!clause || !item || !honour) return { kind: "扣分", deducted: "0", given: "" };
  return {
    scheme_id: clause.scheme,
    honour: honour.label,
    grader_id: "示例评委甲",
    item: item.label,
    clause: `${clause.number} ${clause.label}`,
    kind: "扣分",
    deducted: String(clause.deductHundredths / 100),
    given: "",
    reason: "",
    evidence: "",
  };
}
