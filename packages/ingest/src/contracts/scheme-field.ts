import type { Field } from "./contract.ts";

/** Which programme a row belongs to. A table without it belongs to whichever programme is judged by it. */
export const schemeField: Field = { name: "scheme_id", header: "方案编号", aliases: ["方案", "评价方案"], type: "id", personal: "none" };
