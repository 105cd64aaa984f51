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

/** Every column that may hold something of a person. A column that is added must be added here or be `none`: it is a decision. */
const personalFields: Readonly<Record<string, readonly string[]>> = {
  name: ["windows.contact", "people.name", "applications.subject_name", "scores.grader_id"],
  phone: ["windows.phone"],
  address: ["windows.address", "windows.postcode"],
  id_number: [
    ...[
      "people.person_id",
      "reviews.person_id",
      "bad_reviews.person_id",
      "complaints.person_id",
      "applications.subject_id",
      "honours.subject_id",
    ],
    ...["innovations.subject_id", "findings.subject_id", "indicators.subject_id", "appraisals.subject_id", "checklists.subject_id"],
    "title_events.subject_id",
  ],
  free_text: [
    ...[
      "people.position",
      "reviews.text",
      "bad_reviews.reason",
      "complaints.text",
      "applications.opinion_discipline",
      "applications.opinion_unit",
    ],
    ...["applications.opinion_city", "applications.deeds", "honours.title", "innovations.title", "innovations.evidence", "scores.reason"],
    ...["scores.evidence", "findings.document", "findings.summary", "checklists.evidence", "title_events.document"],
    ...["window_changes.document", "window_changes.note"],
  ],
};

test("every text and id of every kind says what of a person it holds", () => {
  const texts = contracts.flatMap(({ kind, fields }) =>
    fields.filter(({ type }) => type === "text" || type === "id").map(({ name, personal }) => ({ field: `${kind}.${name}`, personal })),
  );
  expect(texts.filter(({ personal }) => personal === undefined)).toEqual([]);
  for (const [personal, expected] of Object.entries(personalFields)) {
    expect(
      texts.filter((text) => text.personal === personal).map(({ field }) => field),
      personal,
    ).toEqual(expect.arrayContaining([...expected]));
  }
  expect(texts.filter((text) => text.personal !== "none").length).toBe(Object.values(personalFields).flat().length);
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
