import { describe, expect, test } from "vitest";
import { ingestErrors } from "../errors.ts";
import { normaliseCode } from "../half-width.ts";
import { contractOf, contracts } from "./catalogue.ts";
import { parseSelfScoreHeader } from "./self-scores.ts";

describe.each(contracts.map((contract) => [contract.kind, contract] as const))("%s", (_kind, contract) => {
  test("no header means two fields", () => {
    const headers = contract.fields.flatMap(({ name, header, aliases = [] }) => [
      ...new Set([name, header, ...aliases].map(normaliseCode)),
    ]);
    expect(headers.filter((header, index) => headers.indexOf(header) !== index)).toEqual([]);
  });

  test("its key, requirements and checks name fields that it has", () => {
    const names = [...contract.fields, ...(contract.derived ?? [])].map(({ name }) => name);
    const used = [...contract.key, ...contract.requires.flat(), ...(contract.checks ?? []).map(({ field }) => field)];
    expect(used.filter((name) => !names.includes(name))).toEqual([]);
  });

  test("its checks have numbered errors", () => {
    expect((contract.checks ?? []).filter(({ code }) => !Object.hasOwn(ingestErrors, code))).toEqual([]);
  });

  test("codes have values to choose from, and no value means two codes", () => {
    for (const { name, type, values } of contract.fields) {
      if (type !== "code" && type !== "level") continue;
      const spellings = Object.keys(values ?? {}).map(normaliseCode);
      expect(spellings.length, name).toBeGreaterThan(0);
      expect(new Set(spellings).size, name).toBe(spellings.length);
    }
  });
});

test("fields that hold names, phones or free text say so", () => {
  const personal = contracts.flatMap(({ kind, fields }) =>
    fields.filter((field) => field.personal).map((field) => `${kind}.${field.name}: ${field.personal}`),
  );
  expect(personal).toEqual(
    expect.arrayContaining(["people.name: name", "windows.phone: phone", "complaints.text: free_text", "bad_reviews.reason: free_text"]),
  );
});

test("there is no contract of an unknown kind", () => {
  expect(() => contractOf("nothing")).toThrow("nothing");
});

test.each([
  ["自评·组织领导", "组织领导"],
  ["自评分（组织领导）", "组织领导"],
  ["自评：加分 事项", "加分事项"],
  ["自评-politics", "politics"],
  ["自评分", null],
  ["组织领导", null],
])("the self-score header %s is for %s", (header, item) => {
  expect(parseSelfScoreHeader(header)).toBe(item);
});
