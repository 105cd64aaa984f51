import { type ChildProcess, spawn } from "node:child_process";

const workspace = process.env.MINGCHUANG_E2E_WORKSPACE ?? "e2e";

export interface ProfileServer {
  readonly address: string;
  readonly close: () => void;
}

/** Serves another audience's file of the workspace that the browser tests are served from, on a free port. */
export async function serveProfile(profile: "leader" | "public"): Promise<ProfileServer> {
  const server = spawn(
    process.execPath,
    ["scripts/mingchuang.mjs", "serve", "--workspace", workspace, "--profile", profile, "--port", "0"],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const address = await addressIn(server).catch((cause: unknown) => {
    server.kill();
    throw cause;
  });
  return { address, close: () => server.kill() };
}

function addressIn(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stdout?.setEncoding("utf8").on("data", (part: string) => {
      said += part;
      const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    server.once("exit", (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
}
