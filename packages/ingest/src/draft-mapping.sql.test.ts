import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { draftMapping } from "./draft-mapping.ts";
import { parseMapping } from "./mapping.ts";
import { mappingJsonSchema } from "./mapping-json-schema.ts";
import { renderDraft } from "./render-draft.ts";
import { gb18030 } from "./testing/gb18030.ts";
import { countsOf, csv, onlyFile, openSandbox, type Sandbox } from "./testing/sandbox.ts";
import { testCodes } from "./testing/test-codes.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

const draftOf = (path: string, override = {}) => draftMapping(join(sandbox.folder, path), override, testCodes);
const foreign = csv(
  ["示例市热线台账", null, null, null, null],
  ["投诉工单编号", "被投诉窗口编号", "工单受理的时间", "工单性质类型", "经办"],
  ["T1", "W1", "2023-09-01", "投诉类", "职员甲0421"],
  ["T2", "W1", "2023-09-02", "咨询类", "职员乙0422"],
  ["T3", "W2", "2023-09-03", "Other", "职员甲0421"],
);

test("a table that is not recognised gets a draft by which it is read, the guesses named and what cannot be guessed left as a comment", async () => {
  sandbox.write("热线.csv", gb18030(foreign));
  expect(onlyFile(await sandbox.ingest())).toMatchObject({ state: "refused", errorCode: "F102" });
  const yaml = renderDraft(await draftOf("热线.csv"), "mapping.schema.json");
  expect(yaml).toContain('  received_at: "工单受理的时间" # 受理时间，必填 / required，例 / e.g. 2023-09-01');
  expect(yaml).toContain('    "投诉类": "投诉" # 1 行 / rows');
  expect(yaml).toContain('#    "Other": # 1 行 / rows');
  expect(yaml).toContain("# 没有用到的表头 / headers not used: 经办");
  expect(parseMapping(yaml, "draft")).toMatchObject({ name: "热线", kind: "complaints", values: { nature: { 咨询类: "咨询" } } });
  sandbox.write("mappings/热线.yaml", yaml.replace('#    "Other":', '    "Other": 求助'));
  const report = await sandbox.ingest();
  expect(countsOf(onlyFile(report))).toEqual([3, 3, 0, 0]);
  expect(report.unused.mappings).toEqual([]);
});

test("English headers are compared by words, so that nothing is guessed from letters; what is missing is said", async () => {
  sandbox.write("a.csv", csv(["Unique Key", "Created Date", "Latitude", "Window ID"], ["1", "03/01/2011", "40.7", "W1"]));
  const yaml = renderDraft(await draftOf("a.csv", { kind: "complaints" }), "s");
  expect(parseMapping(yaml, "draft").columns).toEqual({ window_id: "Window ID" });
  expect(yaml).toMatch(/^ {2}# complaint_id: # 工单号，必填/m);
  expect(yaml).toMatch(/^# {3}nature: # 可填 \/ one of: 投诉、咨询/m);
});

test("whatever the headers and values hold, the draft is YAML that loads", async () => {
  const nasty = ['a: "b"', "#x", "- y", "换\n行", "'", "{}", "null", "\u2028"];
  sandbox.write(
    "怪.json",
    JSON.stringify([Object.fromEntries([...nasty, "工单号", "性质"].map((name, index) => [name, nasty[index] ?? "x: #\n- z"]))]),
  );
  const yaml = renderDraft(await draftOf("怪.json", { kind: "complaints" }), "s");
  expect(parseMapping(yaml, "draft").columns).toMatchObject({ complaint_id: "工单号", nature: "性质" });
});

test("the schema for editors offers the fields of the kind", () => {
  const { allOf } = mappingJsonSchema() as {
    allOf: { if: unknown; then: { properties: { columns: { propertyNames: { enum: string[] } } } } }[];
  };
  const people = allOf.find((each) => JSON.stringify(each.if).includes('"people"'));
  expect(people?.then.properties.columns.propertyNames.enum).toContain("person_id");
  expect(people?.then.properties.columns.propertyNames.enum).not.toContain("complaint_id");
});
