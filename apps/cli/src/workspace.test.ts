import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readFolderSettings, recall, remember, repository, workspaceAt, workspaceFor, workspaceNamed } from "./workspace.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mingchuang-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a bare name lies in .mingchuang of the repository, anything else is a path", () => {
  expect(workspaceNamed("sample").folder).toBe(join(repository, ".mingchuang/sample"));
  expect(workspaceNamed("示例 2023").folder).toBe(join(repository, ".mingchuang/示例 2023"));
  expect(workspaceNamed("./sample").folder).toBe(join(process.cwd(), "sample"));
  expect(workspaceNamed(join(folder, "w")).store).toBe(join(folder, "w/store.duckdb"));
  expect(workspaceFor("/somewhere/绍兴/").folder).toBe(join(repository, ".mingchuang/绍兴"));
});

describe("workspace.yaml", () => {
  const write = (text: string) => writeFileSync(join(folder, "workspace.yaml"), text);

  test("is optional, and the data is then real and counts to the end of each year", () => {
    expect(readFolderSettings(folder)).toEqual({ sample: false, as_of: {}, files: {} });
  });

  test("may say that the data is invented, its name, and the last day of a year", () => {
    write("name: 示例省 / Sample province\nsample: true\nas_of:\n  2023: 2023-09-15\n");
    expect(readFolderSettings(folder)).toEqual({
      name: "示例省 / Sample province",
      sample: true,
      as_of: { "2023": "2023-09-15" },
      files: {},
    });
  });

  test("lays down what files are, by path or pattern, in the words that people use", () => {
    write(
      'files:\n  "2023/*.csv": { encoding: gbk, separator: tab, kind: 投诉记录 }\n  旧.xlsx: { ignore: true, sheet: 明细, headerRow: 3 }\n',
    );
    expect(readFolderSettings(folder).files).toEqual({
      "2023/*.csv": { encoding: "gb18030", separator: "\t", kind: "complaints" },
      "旧.xlsx": { ignore: true, sheet: ["明细"], headerRow: 3 },
    });
  });

  test("names the place of what is wrong under files", () => {
    write("files: { a.csv: { encoding: big5 } }\n");
    expect(() => readFolderSettings(folder)).toThrow(/files\["a\.csv"\]\.encoding/);
  });

  test.each([
    ["an unknown field", "smaple: true\n"],
    ["a day that does not exist", "as_of: { 2023: 2023-02-30 }\n"],
    ["text that is no YAML", "name: [\n"],
    ["a setting for a file that there is not", "files: { a.csv: { charset: gbk } }\n"],
    ["an encoding that there is not", "files: { a.csv: { encoding: big5 } }\n"],
    ["a kind that there is not", "files: { a.csv: { kind: window } }\n"],
  ])("with %s is refused by number", (_, text) => {
    write(text);
    expect(() => readFolderSettings(folder)).toThrow(expect.objectContaining({ code: "S108" }));
  });

  test("of a folder that is not there is a missing folder", () => {
    expect(() => readFolderSettings(join(folder, "missing"))).toThrow(expect.objectContaining({ code: "S101" }));
  });
});

test("a workspace recalls what it was told, and nothing before that", async () => {
  const workspace = workspaceAt(join(folder, "w"));
  expect(recall(workspace)).toMatchObject({ sample: false, files: [] });
  const told = {
    sample: true,
    as_of: { "2023": "2023-09-15" },
    folder,
    files: ["2023/a.csv"],
    readBy: "abc",
    told: { "2023/a.csv": { encoding: "gb18030" as const } },
    open: { rejected: 1, refused: 2, gone: 0 },
  };
  await remember(workspace, told);
  expect(recall(workspace)).toEqual(told);
});
