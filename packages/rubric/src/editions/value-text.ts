import type { Bilingual } from "../bilingual.ts";
import type { Scheme } from "../scheme.ts";
import { fieldName, valueName } from "./field-names.ts";

/** A mapping of a scheme, as its file has it. */
export type Entry = Readonly<Record<string, unknown>>;

export function isEntry(value: unknown): value is Entry {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isBilingual(value: unknown): value is Bilingual {
  return isEntry(value) && typeof value.zh === "string" && typeof value.en === "string";
}

export function isPolicyReference(value: unknown): value is { readonly policy: string } {
  return isEntry(value) && typeof value.policy === "string" && Object.keys(value).length === 1;
}

/** What values are read against: the scheme, and the entries that enclose them, the nearest first. */
export interface Context {
  readonly scheme: Scheme;
  readonly enclosing: readonly Entry[];
}

/** Fields that hold the id of something that has a name. */
const references = new Set([
  "default",
  "checked",
  "until",
  "countedRecords",
  "honour",
  "event",
  "from",
  "to",
  "grade",
  "initial",
  "step",
  "ways",
]);

/** A value of a scheme as it is read: figures as they are, ids by their names, citations by the document's title. */
export function valueText(value: unknown, field: string, context: Context): Bilingual {
  if (field === "silent") {
    return value === true ? { zh: "来源未规定", en: "not stated by the source" } : { zh: "来源已规定", en: "stated by the source" };
  }
  if (value === null) return { zh: "无", en: "none" };
  if (typeof value === "boolean") return value ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  if (typeof value === "string") return (references.has(field) ? labelOf(value, context) : null) ?? valueName(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return { zh: "无", en: "none" };
    return joined(
      value.map((each) => valueText(each, field, context)),
      { zh: "、", en: ", " },
    );
  }
  if (!isEntry(value)) return { zh: String(value), en: String(value) };
  if (isBilingual(value)) return { zh: value.zh, en: value.en };
  if (isPolicyReference(value)) return policyText(value.policy, context);
  if (typeof value.document === "string" && typeof value.clause === "string") return citationText(value.document, value.clause, context);
  const inner = Object.entries(value).map(([key, each]): Bilingual => {
    const [name, text] = [fieldName(key), valueText(each, key, context)];
    return { zh: `${name.zh}：${text.zh}`, en: `${name.en}: ${text.en}` };
  });
  return inner.length === 0 ? { zh: "无", en: "none" } : joined(inner, { zh: "；", en: "; " });
}

/** The name of what an id points to: looked for in the lists of the enclosing entries, then in those of the scheme. */
export function labelOf(id: string, { scheme, enclosing }: Context): Bilingual | null {
  for (const entry of [...enclosing, scheme as unknown as Entry]) {
    for (const list of Object.values(entry)) {
      if (!Array.isArray(list)) continue;
      const found: unknown = list.find((each) => isEntry(each) && each.id === id && isBilingual(each.label));
      if (isEntry(found) && isBilingual(found.label)) return found.label;
    }
  }
  return null;
}

function policyText(id: string, { scheme }: Context): Bilingual {
  const label = scheme.policies.find((policy) => policy.id === id)?.label ?? { zh: id, en: id };
  return { zh: `政策“${label.zh}”所定`, en: `as the policy "${label.en}" decides` };
}

function citationText(document: string, clause: string, { scheme }: Context): Bilingual {
  const title = scheme.documents[document]?.title ?? document;
  return { zh: `《${title}》${clause}`, en: `${title}, ${clause}` };
}

export function joined(texts: readonly Bilingual[], between: Bilingual): Bilingual {
  return { zh: texts.map(({ zh }) => zh).join(between.zh), en: texts.map(({ en }) => en).join(between.en) };
}
