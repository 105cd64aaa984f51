import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** Starts the real server on a workspace and waits until it answers. */
export async function serve(workspace: string, port: number): Promise<ChildProcess> {
  const arguments_ = ["scripts/mingchuang.mjs", "serve", "--workspace", workspace, "--port", String(port), "--exact-port"];
  const server = spawn(process.execPath, arguments_, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${port}/data/manifest.json`).catch(() => null);
    if (answer?.ok) return server;
    if (server.exitCode !== null) break;
    await new Promise((go) => setTimeout(go, 200));
  }
  server.kill();
  throw new Error("the server did not answer");
}
