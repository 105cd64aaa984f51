import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readMappings } from "./mapping.ts";
import { countsOf, onlyFile, openSandbox, type Sandbox } from "./testing/sandbox.ts";

const data = new URL("../../../data/", import.meta.url);
let sandbox: Sandbox;
beforeAll(() => {
  sandbox = openSandbox();
  sandbox.write("311.csv", readFileSync(new URL("nyc-311/311_nyc_sample.csv", data)));
});
afterAll(() => sandbox.dispose());

test("all 999 real records of New York's 311 line come in as complaints through the committed mapping", async () => {
  const report = await sandbox.ingest({ mappings: readMappings(fileURLToPath(new URL("mappings", data))) });
  const file = onlyFile(report);
  expect(file).toMatchObject({ state: "loaded", mapping: "nyc-311" });
  expect(countsOf(file)).toEqual([999, 999, 0, 0]);
  const [facts] =
    await sandbox.query(`select count(distinct complaint_id)::int as ids, count(*) filter (where window_id = 'NYPD')::int as nypd,
    count(closed_at)::int as closed, count(*) filter (where source = '电话')::int as phone, min(received_at) as first from raw_complaints`);
  expect(facts).toEqual({ ids: 999, nypd: 562, closed: 989, phone: 978, first: "2011-03-01 02:32:24" });
  const [one] = await sandbox.query("select * exclude (file_id, row_hash) from raw_complaints where complaint_id = '19937896'");
  expect(one).toMatchObject({
    window_id: "DOF",
    received_at: "2011-03-01 14:27:57",
    closed_at: "2011-03-14 15:59:20",
    row_no: 2,
    nature: "complaint",
  });
});

test("without the mapping the same file is refused, by name of the nearest kind and never half read", async () => {
  const bare = openSandbox();
  try {
    bare.write("311.csv", readFileSync(new URL("nyc-311/311_nyc_sample.csv", data)));
    const file = onlyFile(await bare.ingest());
    expect(file).toMatchObject({ state: "refused", errorCode: "F102" });
    expect(countsOf(file)).toEqual([0, 0, 0, 0]);
    await expect(bare.query("select 1 from raw_complaints")).resolves.toEqual([]);
  } finally {
    bare.dispose();
  }
});
