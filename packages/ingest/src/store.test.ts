import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { storeSchema, storeVersion } from "./store.ts";

test("each version has one structure: who changes a table raises the version, and sets the new pair here", () => {
  const structure = storeSchema.filter((statement) => !statement.startsWith("insert into store_meta")).join("\n");
  const hash = createHash("sha256").update(structure.replaceAll(/\s+/g, " ")).digest("hex").slice(0, 16);
  expect({ version: storeVersion, hash }).toEqual({ version: 4, hash: "dd739634870620bd" });
});
