import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseMapping } from "./mapping.ts";
import { csv, openSandbox, type Sandbox } from "./testing/sandbox.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

const honours = (...windows: readonly string[]) =>
  csv(
    ["对象编号", "荣誉名称", "荣誉级别", "授予单位", "授予日期"],
    ...windows.map((id) => [id, "示例荣誉", "省部级", "示例单位", "2023-01-05"]),
  );
const stored = async () => (await sandbox.query<{ id: string }>("select subject_id as id from raw_honours order by 1")).map(({ id }) => id);

test("corrections come after what they correct, whatever their names begin with, also where everything is loaded at once", async () => {
  const counts = (cases: string) => csv(["窗口编号", "统计月份", "办件量", "主动评价量"], ["W1", "2023-01", cases, "5"]);
  sandbox.write("统计.csv", counts("10"));
  sandbox.write("更正-统计.csv", counts("20"));
  sandbox.write("2-统计.csv", counts("30"));
  const { files } = await sandbox.ingest();
  expect(files.map(({ path }) => path)).toEqual(["2-统计.csv", "统计.csv", "更正-统计.csv"]);
  expect(await sandbox.query("select cases from raw_review_counts where superseded_by is null")).toEqual([{ cases: 20 }]);
});

describe.skipIf(process.platform === "win32")("what is no file of this folder", () => {
  test("a pipe and a socket under a data file's name are named and not waited for", async () => {
    sandbox.write("a.csv", honours("W1"));
    spawnSync("mkfifo", [join(sandbox.folder, "管道.csv")]);
    const server = createServer().listen(join(sandbox.folder, "s.csv"));
    await once(server, "listening");
    const { files, skipped } = await sandbox.ingest();
    server.close();
    expect(files.map(({ path }) => path)).toEqual(["a.csv"]);
    expect(skipped).toEqual([
      { path: "s.csv", code: "F162" },
      { path: "管道.csv", code: "F162" },
    ]);
  });

  test("a pipe that took a file's place after the folder was listed is not waited for either", async () => {
    sandbox.write("a.csv", honours("W1"));
    sandbox.write("b.csv", honours("W2"));
    const { skipped } = await sandbox.ingest({
      onProgress: ({ path }) => {
        if (path !== "b.csv") return;
        sandbox.remove("b.csv");
        spawnSync("mkfifo", [join(sandbox.folder, "b.csv")]);
      },
    });
    expect(skipped).toEqual([{ path: "b.csv", code: "F101" }]);
    expect(await stored()).toEqual(["W1"]);
  });

  test("links out of the folder, to a folder, to nothing, in a circle or to a device are named; one to a file inside is that file again", async () => {
    sandbox.write("a.csv", honours("W1"));
    sandbox.write("inner/b.csv", honours("W2"));
    writeFileSync(join(dirname(sandbox.folder), "outside.csv"), honours("W3"));
    for (const [name, target] of [
      ["1.csv", "../outside.csv"],
      ["2", ".."],
      ["3", "inner"],
      ["4.csv", "nowhere.csv"],
      ["5.csv", "5.csv"],
      ["6.csv", "/dev/zero"],
      ["7.csv", "inner/../a.csv"],
    ] as const)
      symlinkSync(target, join(sandbox.folder, name));
    const { files, skipped } = await sandbox.ingest();
    expect(skipped.map(({ path, code }) => `${path} ${code}`)).toEqual(
      ["1.csv", "2", "3", "4.csv", "5.csv", "6.csv"].map((path) => `${path} F111`),
    );
    expect(files.map(({ path, errorCode }) => [path, errorCode])).toEqual([
      ["7.csv", null],
      ["a.csv", "F113"],
      ["inner/b.csv", null],
    ]);
    expect(await stored()).toEqual(["W1", "W2"]);
  });

  test("names that other systems forbid, differ in case only, are very long or hold control characters are documents like any other", async () => {
    const names = [
      "A.csv",
      "a.csv",
      "CON.csv",
      "nul.csv",
      "a:b?.csv",
      "..csv.csv",
      `${"长".repeat(80)}.csv`,
      "a\nb.csv",
      "\u202evsc.a.csv",
      "x\u001b[31m.csv",
    ];
    for (const [index, name] of names.entries()) sandbox.write(name, honours(`W${index}`));
    const { files } = await sandbox.ingest();
    expect(files.map(({ path }) => path)).toEqual(
      names
        .filter((name) => !name.startsWith("."))
        .map((name) => name.replace(/\.csv$/, ""))
        .sort()
        .map((name) => `${name}.csv`),
    );
    expect((await stored()).length).toBe(names.length - 1);
  });

  test("of two files whose names look the same, only one is read, and the other is named", async () => {
    sandbox.write("caf\u00e9.csv", honours("W1"));
    sandbox.write("cafe\u0301.csv", honours("W2"));
    const { files, skipped } = await sandbox.ingest();
    expect(files).toHaveLength(1);
    expect(skipped).toEqual([{ path: "caf\u00e9.csv", code: "F163" }]);
    expect((await stored()).length).toBe(1);
  });
});

describe("a folder that changes while it is read", () => {
  test("a file of another content is refused, even when neither its size nor its time tells; the next load takes it", async () => {
    sandbox.write("a.csv", honours("W1"));
    sandbox.write("b.csv", honours("W2"));
    const path = join(sandbox.folder, "b.csv");
    const { atime, mtime } = statSync(path);
    let reading = "";
    // Asked for its mappings after the file was opened, and before it is compared with what it was.
    const unused = parseMapping("name: m\nkind: honours\nmatch: [没有]\ncolumns: {}\n", "m");
    const asked = Object.defineProperty({ ...unused }, "match", {
      get() {
        if (reading === "b.csv") {
          writeFileSync(path, honours("W9"));
          utimesSync(path, atime, mtime);
        }
        return unused.match;
      },
    });
    const report = await sandbox.ingest({
      mappings: [asked],
      onProgress: ({ path: at }) => {
        reading = at;
      },
    });
    expect(report.files.map(({ path: at, errorCode }) => [at, errorCode])).toEqual([
      ["a.csv", null],
      ["b.csv", "F112"],
    ]);
    expect(await stored()).toEqual(["W1"]);
    await sandbox.ingest();
    expect(await stored()).toEqual(["W1", "W9"]);
  });

  test("when the folder itself goes away nothing is imported: F164", async () => {
    sandbox.write("a.csv", honours("W1"));
    await sandbox.ingest();
    sandbox.write("b.csv", honours("W2"));
    sandbox.write("c.csv", honours("W3"));
    const away = `${sandbox.folder}-away`;
    const going = sandbox.ingest({
      onProgress: ({ path }) => {
        if (path === "c.csv") renameSync(sandbox.folder, away);
      },
    });
    await expect(going).rejects.toMatchObject({ code: "F164" });
    expect(await stored()).toEqual(["W1"]);
    await expect(sandbox.ingest()).rejects.toMatchObject({ code: "F164" });
    rmSync(away, { recursive: true });
  });
});
