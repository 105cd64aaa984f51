import type { Honour } from "@mingchuang/rubric/scheme";

const label = (text: string) => ({ zh: text, en: text });

/** As much of an honour as sums need: two items of the graders and a bonus of two parts under a cap. */
export const honourWithBonus = {
  rubric: {
    items: [
      { id: "organisation", kind: "deduction", label: label("组织领导") },
      { id: "service", kind: "deduction", label: label("服务") },
      { id: "bonus", kind: "bonus", label: label("加分"), max: 10, parts: [{ id: "levels" }, { id: "measures" }] },
    ],
  },
} as unknown as Honour;
