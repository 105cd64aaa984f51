import { describe, expect, test } from "vitest";
import type { SheetEntry } from "../facts.ts";
import { discretionary, sheet, windowHonour } from "../zhejiang-fixture.ts";
import { type DeductionSettings, readDeductions } from "./deduction.ts";

const item = windowHonour.rubric.items.find((each) => each.kind === "deduction");
if (item?.kind !== "deduction") throw new Error("the first item is 组织领导");

const settings: DeductionSettings = { unit: "clause", floorHundredths: 0, bound: "what-is-left" };
const rows = (amounts: Record<string, number | null>) => sheet(windowHonour, "G1", amounts).filter((entry) => entry.item === item.id);
const read = (entries: readonly SheetEntry[], given: Partial<DeductionSettings> = {}) =>
  readDeductions(item, entries, { ...settings, ...given });
const taken = (entries: readonly SheetEntry[], given: Partial<DeductionSettings> = {}) =>
  read(entries, given).steps.map(({ kind, clause, hundredths }) => [kind, clause, hundredths]);

describe("deductions of an item", () => {
  test("a met clause leaves no step, an unmet one costs its figure", () => {
    expect(taken(rows({ publicity: 3 }))).toEqual([["fixed", "publicity", -300]]);
  });

  test("fixed deductions come first in the order of the clauses, then discretionary ones, largest first", () => {
    const entries = [discretionary("G1", item.id, 0.5), discretionary("G1", item.id, 2), ...rows({ records: 3, plan: 3 }).reverse()];
    expect(taken(entries)).toEqual([
      ["fixed", "plan", -300],
      ["fixed", "records", -300],
      ["discretionary", null, -200],
      ["discretionary", null, -50],
    ]);
  });

  test("discretionary deductions take no more than is left, and what was asked for stays on record", () => {
    const { steps } = read([
      ...rows({ plan: 3, publicity: 3, records: 3 }),
      discretionary("G1", item.id, 0.75),
      discretionary("G1", item.id, 2),
    ]);
    expect(steps.slice(3).map(({ hundredths, entry }) => [hundredths, entry?.hundredths])).toEqual([
      [-100, 200],
      [0, 75],
    ]);
  });

  test("without a bound the floor gives back what went below it", () => {
    const entries = [...rows({ plan: 3, publicity: 3, records: 3 }), discretionary("G1", item.id, 2)];
    expect(taken(entries, { bound: "unbounded" }).slice(3)).toEqual([
      ["discretionary", null, -200],
      ["floor", null, 100],
    ]);
    expect(taken(entries, { bound: "unbounded", floorHundredths: null })).toHaveLength(4);
  });

  test("counted by duty, a clause may cost a multiple of its figure", () => {
    expect(taken(rows({ publicity: 9 }), { unit: "duty" })).toEqual([["fixed", "publicity", -900]]);
    expect(() => read(rows({ publicity: 9 }))).toThrow(/R203/);
    expect(() => read(rows({ publicity: 4 }), { unit: "duty" })).toThrow(/R203/);
  });

  test("a blank cell and an absent row are missing, not met", () => {
    const [, ...withoutFirst] = rows({ records: null });
    expect(read(withoutFirst).missing).toEqual(["organisation/plan", "organisation/records"]);
  });
});

describe("a row that cannot be scored is refused with its number", () => {
  const [first] = rows({});
  if (first === undefined) throw new Error("the sheet has rows");

  test.each([
    ["R201", "names a clause of another item", [{ ...first, clause: "mail" }]],
    ["R202", "scores a clause twice", [...rows({}), first]],
    ["R203", "takes off what the clause does not cost", rows({ plan: 2 })],
    ["R205", "gives a score where a deduction belongs", [{ ...first, kind: "graded" as const }]],
    ["R214", "takes off more than the item has", rows({ plan: 10.5 })],
    ["R214", "takes off less than nothing", rows({ plan: -3 })],
    ["R214", "takes off more at discretion than the item has", [discretionary("G1", item.id, 10.5)]],
    ["R204", "takes off nothing at discretion", [discretionary("G1", item.id, 0)]],
    ["R204", "leaves the amount blank", [discretionary("G1", item.id, 1, { hundredths: null })]],
    ["R204", "gives no reason", [discretionary("G1", item.id, 1, { reason: " " })]],
    ["R204", "gives no evidence", [discretionary("G1", item.id, 1, { evidence: null })]],
    ["R204", "names no grader", [discretionary("", item.id, 1)]],
  ])("%s: it %s", (code, _, entries) => {
    expect(() => read(entries)).toThrow(new RegExp(`^${code} `));
  });

  test("an item without discretion refuses discretionary rows", () => {
    expect(() => readDeductions({ ...item, discretionary: false }, [discretionary("G1", item.id, 1)], settings)).toThrow(/R205/);
  });

  test("the error names the cell of the sheet", () => {
    const origin = { fileId: "0a1b2c3d4e5f6071", sheet: "窗口", row: 17, cell: "F17" };
    expect(() => read([{ ...first, hundredths: 200, origin }])).toThrow(/G1 · organisation · plan · 0a1b2c3d4e5f6071 窗口!F17/);
  });
});
