import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { replaceStore } from "./replace-store.ts";
import { underStoreLock } from "./store-lock.ts";
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
const besides = () => readdirSync(dirname(sandbox.storePath)).filter((name) => name !== "store.duckdb");

/** Another program that opens a database for writing, and says so. */
async function openElsewhere(path: string): Promise<ChildProcess> {
  const script = `import { DuckDBInstance } from ${JSON.stringify(import.meta.resolve("@duckdb/node-api"))};
    const db = await DuckDBInstance.create(process.argv[1], { threads: "1" });
    console.log("open");
    setInterval(() => db, 1e6);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script, path], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

describe("the lock", () => {
  beforeEach(() => sandbox.write("a.csv", honours("W1")));

  test("of an import that runs keeps a second one out, which says whose it is and since when, or waits for it", async () => {
    let second: Promise<unknown> = Promise.resolve();
    const told: string[] = [];
    await underStoreLock(sandbox.storePath, {}, async () => {
      // As another caller: what runs inside the lock's own work goes through.
      second = new Promise((done) => setImmediate(done));
    });
    let release = () => {};
    const first = underStoreLock(sandbox.storePath, {}, () => new Promise<void>((done) => (release = done)));
    await second;
    while (!existsSync(`${sandbox.storePath}.lock.json`)) await new Promise(setImmediate);
    await expect(sandbox.ingest()).rejects.toMatchObject({
      code: "F118",
      detail: expect.stringMatching(new RegExp(`进程 ${process.pid}（.+），\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d 起`)),
    });
    const waiting = sandbox.ingest({
      waitSeconds: 60,
      onWait: (holder) => {
        told.push(holder);
        release();
      },
    });
    await Promise.all([first, waiting]);
    expect(told).toEqual([expect.stringContaining(`进程 ${process.pid}`)]);
    expect(await stored()).toEqual(["W1"]);
    expect(besides()).toEqual([]);
  });

  test("goes with its process: what a killed import left behind stands in nobody's way and is swept", async () => {
    mkdirSync(dirname(sandbox.storePath), { recursive: true });
    const other = await openElsewhere(`${sandbox.storePath}.lock`);
    await expect(sandbox.ingest()).rejects.toMatchObject({ code: "F118" });
    writeFileSync(`${sandbox.storePath}.building`, "torn");
    writeFileSync(`${sandbox.storePath}.building.wal`, "torn");
    mkdirSync(`${sandbox.storePath}.building-files`);
    writeFileSync(join(`${sandbox.storePath}.building-files`, "decoded.csv"), "torn");
    // one that was killed while it made the lock, and one of a process that lives, which may still be about to
    const candidate = (pid: number | undefined) => `${sandbox.storePath}.lock-${hostname()}-${pid}-${randomUUID()}`;
    const [dead, living] = [candidate(other.pid), candidate(process.pid)];
    writeFileSync(dead, "");
    writeFileSync(living, "");
    await kill(other);
    await sandbox.ingest();
    expect(await stored()).toEqual(["W1"]);
    expect(existsSync(dead)).toBe(false);
    expect(existsSync(living)).toBe(true);
    rmSync(living);
    expect(besides()).toEqual([]);
  });

  test("is let go when the work fails, and lets the same work take it again inside", async () => {
    const failing = underStoreLock(sandbox.storePath, {}, async () => {
      await sandbox.ingest();
      throw new Error("after the load");
    });
    await expect(failing).rejects.toThrow("after the load");
    expect((await sandbox.ingest()).changed).toBe(false);
  });

  test("does not keep readers out: they see the old store until the new one is whole", async () => {
    await sandbox.ingest();
    sandbox.write("b.csv", honours("W2"));
    const seen: string[][] = [];
    const reader = await openNodeDatabase(sandbox.storePath, { readOnly: true });
    await replaceStore(sandbox.storePath, async (db) => {
      await db.execute("delete from raw_honours");
      seen.push(await stored());
      return true;
    });
    seen.push(await stored());
    expect(await reader.query("select subject_id from raw_honours")).toEqual([{ subject_id: "W1" }]);
    await reader.close();
    expect(seen).toEqual([["W1"], []]);
  });
});

describe("a store that cannot be used is named by number and left as it is", () => {
  beforeEach(async () => {
    sandbox.write("a.csv", honours("W1"));
    await sandbox.ingest();
    sandbox.write("b.csv", honours("W2"));
  });
  const refusal = async (code: string) => {
    const bytes = readFileSync(sandbox.storePath);
    await expect(sandbox.ingest()).rejects.toMatchObject({ code });
    expect(readFileSync(sandbox.storePath).equals(bytes)).toBe(true);
  };

  test("no database at all, cut short, or empty: F158", async () => {
    const { size } = statSync(sandbox.storePath);
    for (const bytes of [Math.floor(size / 2), 20_000, 4096, 100, 0]) {
      truncateSync(sandbox.storePath, bytes);
      await refusal("F158");
    }
    writeFileSync(sandbox.storePath, "窗口编号,窗口名称\n".repeat(1000));
    await refusal("F158");
    expect(besides()).toEqual([]);
  });

  test("open in another program for writing, or left by it with its log beside: F157", async () => {
    const other = await openElsewhere(sandbox.storePath);
    try {
      await refusal("F157");
    } finally {
      await kill(other);
    }
    await sandbox.ingest();
    sandbox.write("c.csv", honours("W3"));
    writeFileSync(`${sandbox.storePath}.wal`, "changes of another program");
    await refusal("F157");
    expect(besides()).toEqual(["store.duckdb.wal"]);
  });
});

const ingestChild = join(import.meta.dirname, "testing/ingest-child.ts");

/** Loads in a process of its own, under limits that the shell sets. */
function ingestUnder(limits: string, options: { readonly uid?: number; readonly storePath?: string } = {}) {
  const command = `${limits} exec "$0" --import tsx "$@"`;
  const args = [process.execPath, ingestChild, sandbox.folder, options.storePath ?? sandbox.storePath];
  const { stdout, stderr } = spawnSync("sh", ["-c", command, ...args], {
    encoding: "utf8",
    ...(options.uid === undefined ? {} : { uid: options.uid }),
  });
  const last = stdout.trim().split("\n").at(-1) ?? "";
  if (!last.startsWith("{")) throw new Error(`${stdout}\n${stderr}`);
  return JSON.parse(last) as { code?: string; detail?: string; changed?: boolean };
}

describe.skipIf(process.platform === "win32")("where the system refuses to write", () => {
  /** In blocks of 512 bytes, as `ulimit -f` counts on every system. */
  const limit = (bytes: number) => `ulimit -f ${Math.floor(bytes / 512)};`;
  const many = (from: number, count: number) =>
    honours(...Array.from({ length: count }, (_, index) => `窗口编号非常长的窗口-${from + index}`));

  test("no room to copy the store, to decode a file, or to write its rows: F156, and the old store and nothing else stays", async () => {
    sandbox.write("a.csv", many(0, 20_000));
    await sandbox.ingest();
    const { size } = statSync(sandbox.storePath);
    const bytes = readFileSync(sandbox.storePath);
    const utf16 = Buffer.from(`\ufeff${many(1_000_000, 60_000)}`, "utf16le");
    const text = Buffer.from(many(2_000_000, 60_000));
    for (const [content, room] of [
      [text, size / 2],
      [utf16, size + 400_000],
      [text, size + 200_000],
    ] as const) {
      sandbox.write("b.csv", content);
      const { code, detail } = ingestUnder(limit(room));
      expect({ code, detail }).toEqual({ code: "F156", detail: expect.stringMatching(/可用 [\d.]+ MB.+已写 [\d.]+ MB/) });
      expect(readFileSync(sandbox.storePath).equals(bytes)).toBe(true);
      expect(besides()).toEqual([]);
    }
    expect(ingestUnder("")).toMatchObject({ changed: true });
  });

  test("a folder that may not be written to: F159", () => {
    sandbox.write("a.csv", honours("W1"));
    chmodSync(dirname(sandbox.folder), 0o755);
    const closed = join(dirname(sandbox.folder), "closed");
    mkdirSync(closed);
    chmodSync(closed, 0o555);
    const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    expect(ingestUnder("", { storePath: join(closed, "store.duckdb"), ...nobody })).toMatchObject({ code: "F159" });
    expect(ingestUnder("", { storePath: join(closed, "new", "store.duckdb"), ...nobody })).toMatchObject({ code: "F159" });
    expect(readdirSync(closed)).toEqual([]);
  });
});
