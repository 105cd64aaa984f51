import type { FileVersion } from "@mingchuang/warehouse/queries/data";
import { expect, test } from "vitest";
import { fileName, kindNames, stateWords } from "./file-words.ts";

const text = (key: string, values: Readonly<Record<string, string | number>> = {}) => [key, ...Object.values(values)].join(" ");
const file: FileVersion = {
  file_id: "f1",
  path: "窗口.csv",
  format: "csv",
  encoding: "utf-8",
  mapping: null,
  bytes: 1,
  seq: 3,
  state: "loaded",
  error_code: null,
  error_detail: null,
  replaced_by: null,
  replaced_by_path: null,
  kinds: "people windows",
  rows_in: 3,
  accepted: 3,
  rejected: 0,
  superseded: 0,
  warnings: 0,
  loaded_at: null,
};

test.each([
  ["in force", {}, "inForce"],
  ["refused as a whole, with its code", { state: "refused", error_code: "F102" }, "refused F102"],
  ["replaced by a later version of itself", { replaced_by: "f2", replaced_by_path: "窗口.csv" }, "replaced"],
  ["replaced by another document", { replaced_by: "f2", replaced_by_path: "更正.csv" }, "replacedBy 更正.csv"],
  ["undone", { replaced_by: "undone" }, "undone"],
  ["left out by the settings of the folder", { replaced_by: "ignored" }, "leftOut"],
  ["refused once and replaced since", { state: "refused", replaced_by: "f2", replaced_by_path: "窗口.csv" }, "replaced"],
] as const)("a file is %s", (_, part, words) => {
  expect(stateWords({ ...file, ...part }, text)).toBe(words);
});

test("a file whose path is withheld goes by its place in the order of reading", () => {
  expect(fileName({ ...file, path: null }, text)).toBe("unnamed 3");
});

test("kinds go by their names, and one without a name by its code", () => {
  expect(kindNames({ kinds: "people unknown" }, text)).toBe("kind-peoplecommaunknown");
  expect(kindNames({ kinds: null }, text)).toBe("–");
});
