import { z } from "zod";
import { contracts } from "./contracts/catalogue.ts";
import { Mapping } from "./mapping.ts";

/** The JSON Schema of a mapping, which gives an editor completion while one writes: the fields offered are those of the kind. */
export function mappingJsonSchema(): object {
  const ofKind = contracts.map(({ kind, fields }) => {
    const named = { propertyNames: { enum: fields.map(({ name }) => name) } };
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    return { if: { properties: { kind: { const: kind } } }, then: { properties: { columns: named, values: named, constants: named } } };
  });
  return { ...z.toJSONSchema(Mapping, { io: "input" }), title: "明窗列对照表 / Mingchuang column mapping", allOf: ofKind };
}
