import { afterEach, beforeEach, expect, test } from "vitest";
import { literal } from "./sql-text.ts";
import { csv, onlyFile, openSandbox, type Sandbox } from "./testing/sandbox.ts";

// What `npm run torture -- fuzz` found, each as the smallest file that shows it.
let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

test("a NUL character in a name ends no statement that it is put into", async () => {
  expect(await sandbox.ingest()).toBeDefined();
  expect(await sandbox.query(`select ${literal("a\u0000b'c")} = concat('a', chr(0), 'b''c') as same`)).toEqual([{ same: true }]);
});

test("two numbers in one cell are not read as one; groups of three digits are one number, and an invisible blank behind a percent sign is nothing", async () => {
  const rows = [
    ["W1", "平均办理时限", "2023", "5 5"],
    ["W2", "平均办理时限", "2023", "1 234.5"],
    ["W3", "平均办理时限", "2023", "1\u00a0234\u00a0567"],
    ["W4", "平均办理时限", "2023", "12 34"],
    ["W5", "平均办理时限", "2023", "98.6 %"],
    ["W6", "平均办理时限", "2023", "98.7%\u200b"],
  ];
  sandbox.write("a.csv", csv(["对象编号", "指标", "期间", "数值"], ...rows));
  const { problems } = onlyFile(await sandbox.ingest());
  expect(problems.map(({ value, code }) => [value, code])).toEqual([
    ["5 5", "D218"],
    ["12 34", "D218"],
  ]);
  expect(await sandbox.query("select value::double as value from raw_indicators order by subject_id")).toEqual([
    { value: 1234.5 },
    { value: 1_234_567 },
    { value: 98.6 },
    { value: 98.7 },
  ]);
});

test("thousands of blank columns that a sheet drags along cost nothing; thousands of named ones are no table", async () => {
  const header = ["对象编号", "荣誉名称", "荣誉级别", "授予日期"].join(",");
  const row = (id: string) => [id, "示例荣誉", "省部级", "2023-01-05"].join(",");
  const blanks = ",".repeat(16_380);
  sandbox.write("a.csv", `${header}${blanks}\n${row("W1")}${blanks}\n${row("W2")}\n`);
  sandbox.write("b.csv", `${header}${Array.from({ length: 2000 }, (_, index) => `,列${index}`).join("")}\n${row("W3")}\n`);
  const since = process.cpuUsage();
  const [wide, named] = (await sandbox.ingest()).files;
  expect(process.cpuUsage(since).user / 1e6).toBeLessThan(8);
  expect(wide).toMatchObject({ errorCode: null, rowsIn: 2 });
  expect(named).toMatchObject({ errorCode: "F165" });
});
