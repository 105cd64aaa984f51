import { expect, test } from "vitest";
import { z } from "zod";
import { schemeJsonSchema } from "./scheme-json-schema.ts";
import { readYaml } from "./yaml-text.ts";
import { schemeText } from "./zhejiang-fixture.ts";

test("the JSON Schema accepts the scheme as it is written, defaults left out, and refuses a rule without a source", () => {
  const schema = z.fromJSONSchema(schemeJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
  const written = readYaml(schemeText).value;
  expect(schema.safeParse(written).success).toBe(true);
  const unsourced = readYaml(schemeText.replace(/ +source: \{[^}]*"附件5·1·1" \}\n/, "")).value;
  expect(unsourced).not.toEqual(written);
  expect(schema.safeParse(unsourced).success).toBe(false);
});

test("it is plain data and the same each time", () => {
  expect(JSON.stringify(schemeJsonSchema())).toBe(JSON.stringify(schemeJsonSchema()));
});
