import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Manifest } from "@mingchuang/warehouse/manifest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "./server.ts";

let folder: string;
let server: RunningServer;

const answersOf = (profile: "public" | "committee") => {
  const text = `answers for ${profile}`;
  const sha256 = createHash("sha256").update(text).digest("hex");
  const file = `${profile}-${sha256.slice(0, 16)}.answers`;
  writeFileSync(join(folder, "published", file), text);
  return { file, sha256, bytes: text.length };
};
const published = (profile: "public" | "committee", text: string) => {
  const sha256 = createHash("sha256").update(text).digest("hex");
  const file = `${profile}-${sha256.slice(0, 16)}.duckdb`;
  writeFileSync(join(folder, "published", file), text);
  return { profile, file, sha256, bytes: text.length, rows: {}, answers: [answersOf(profile)] };
};
let files: Record<"public" | "committee", ReturnType<typeof published>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mingchuang-serve-"));
  for (const name of ["dist/assets", "published"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "dist/index.html"), '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><title>明窗</title>');
  writeFileSync(join(folder, "dist/assets/main-abc.js"), "export {};");
  writeFileSync(join(folder, "dist/assets/engine-abc.wasm"), "wasm");
  writeFileSync(join(folder, "dist/assets/engine-abc.wasm.gz"), gzipSync("wasm"));
  files = { public: published("public", "for everyone"), committee: published("committee", "for the committee") };
  const manifest: Manifest = {
    schemaVersion: 1,
    generatedAt: "2026-01-01T00:00:00+08:00",
    software: "0.1.0",
    isSample: true,
    asOf: "2023-12-31",
    runs: [],
    files: [files.public, files.committee],
  };
  writeFileSync(join(folder, "published/manifest.json"), JSON.stringify(manifest));
  server = await startServer(options("public"));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const options = (profile: "public" | "leader" | "committee") => ({
  dashboard: join(folder, "dist"),
  published: join(folder, "published"),
  profile,
  port: 0,
  exactPort: true,
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request whose path reaches the server exactly as written: `fetch` would tidy `..` away first. */
const get = (path: string, headers: Record<string, string> = {}, method = "GET", address = server.address) =>
  new Promise<Answer>((done, fail) => {
    const { port } = new URL(address);
    request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on("error", fail)
      .end();
  });

describe("the data folder", () => {
  test("the manifest names the profile's own file and no other", async () => {
    const { status, headers, body } = await get("/data/manifest.json");
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-cache");
    expect(JSON.parse(body).files.map((file: { profile: string }) => file.profile)).toEqual(["public"]);
  });

  test("the profile's file is served whole and checked by its hash afterwards", async () => {
    const first = await get(`/data/${files.public.file}`);
    expect(first).toMatchObject({ status: 200, body: "for everyone" });
    const again = await get(`/data/${files.public.file}`, { "if-none-match": String(first.headers.etag) });
    expect(again).toMatchObject({ status: 304, body: "" });
  });

  test("so are its answers, as the bytes that they are: nothing on the way is to unpack them", async () => {
    const { status, headers, body } = await get(`/data/${files.public.answers[0]?.file}`);
    expect({ status, body, packing: headers["content-encoding"] }).toEqual({ status: 200, body: "answers for public", packing: undefined });
  });

  test("another profile's files cannot be had, though their names are known", async () => {
    expect((await get(`/data/${files.committee.file}`)).status).toBe(404);
    expect((await get(`/data/${files.committee.answers[0]?.file}`)).status).toBe(404);
  });

  test("a profile that was not published says so", async () => {
    const leader = await startServer(options("leader"));
    const { status, body } = await get("/data/manifest.json", {}, "GET", leader.address);
    await leader.close();
    expect(status).toBe(404);
    expect(body).toContain("S104");
  });
});

describe("nothing outside the two folders can be reached", () => {
  test.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/assets/../../secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/data/../secret.txt",
    "/data/..%2fsecret.txt",
    "/data/%2e%2e%2f%2e%2e%2fsecret.txt",
    "/..%5csecret.txt",
    "/%00",
    "//secret.txt",
  ])("%s", async (path) => {
    const { status, body } = await get(path);
    expect([400, 404]).toContain(status);
    expect(body).not.toContain("secret");
  });
});

describe("the page", () => {
  test("an address inside the application gets the page, a missing file does not", async () => {
    expect(await get("/windows/W0001?year=2023")).toMatchObject({ status: 200, body: expect.stringContaining("明窗") });
    expect((await get("/assets/missing.js")).status).toBe(404);
  });

  test("the nonce of the page is the nonce of its policy, and new each time", async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const { headers, body } = await get("/");
        const nonce = /nonce="([^"]+)"/.exec(body)?.[1] ?? "";
        expect(String(headers["content-security-policy"])).toContain(`style-src-elem 'self' 'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(nonces[0]).not.toBe("__CSP_NONCE__");
  });

  test("every answer carries the policy, a refused one too", async () => {
    for (const path of ["/", "/assets/main-abc.js", "/data/manifest.json", "/assets/missing.js", "/../x"]) {
      const { headers } = await get(path);
      expect(headers["content-security-policy"]).toContain("default-src 'self'");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
    }
  });

  test("fingerprinted assets may be kept for ever, WebAssembly comes compressed and under its own type", async () => {
    const script = await get("/assets/main-abc.js");
    expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(String(script.headers["content-type"])).toContain("javascript");
    const engine = await get("/assets/engine-abc.wasm", { "accept-encoding": "gzip" });
    expect(engine.headers).toMatchObject({ "content-type": "application/wasm", "content-encoding": "gzip" });
  });
});

test("a new build is served without a restart", async () => {
  expect((await get("/assets/later-def.js")).status).toBe(404);
  writeFileSync(join(folder, "dist/assets/later-def.js"), "export const later = 1;");
  expect(await get("/assets/later-def.js")).toMatchObject({ status: 200, body: "export const later = 1;" });
});

test("a request under another host name is refused, so that no other site can read the data through its own name", async () => {
  expect((await get("/data/manifest.json", { host: "example.com" })).status).toBe(421);
});

test("only reading is allowed", async () => {
  expect((await get("/", {}, "POST")).status).toBe(405);
});

test("a port in use is passed over, or refused when that very port was asked for", async () => {
  const port = Number(new URL(server.address).port);
  const next = await startServer({ ...options("public"), port, exactPort: false });
  expect(Number(new URL(next.address).port)).toBeGreaterThan(port);
  await next.close();
  await expect(startServer({ ...options("public"), port, exactPort: true })).rejects.toMatchObject({ code: "S106" });
});

test("without a built dashboard the server does not start", async () => {
  await expect(startServer({ ...options("public"), dashboard: join(folder, "nothing") })).rejects.toMatchObject({ code: "S105" });
});
