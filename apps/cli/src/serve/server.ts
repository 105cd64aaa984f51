import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import type { Profile } from "@mingchuang/warehouse/manifest";
import { CliError } from "../errors.ts";
import { answerAsset } from "./assets.ts";
import { answerData, answerText } from "./published-data.ts";
import { securityHeaders } from "./security-headers.ts";

const host = "127.0.0.1";
/** The placeholder that the dashboard's build leaves in `index.html` wherever a nonce belongs. */
const noncePlaceholder = "__CSP_NONCE__";
const portsTried = 20;
/** A missing file must stay missing: answered with the page, it would look like a script or an image that is broken. */
const fileName = /\.(?:js|css|wasm|map|json|duckdb|svg|png|ico|webp|woff2?|txt|webmanifest)$/i;

export interface ServerOptions {
  /** The built dashboard. */
  readonly dashboard: string;
  /** The folder with `manifest.json`. */
  readonly published: string;
  readonly profile: Profile;
  /** 0 takes any free port. */
  readonly port: number;
  /** Otherwise the next free port is taken when this one is in use. */
  readonly exactPort: boolean;
}

export interface RunningServer {
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves the dashboard and one profile's data, on the loopback address only.
 *
 * @throws {CliError} S105 without a built dashboard, S106 when no port is free
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  await readPage(options.dashboard);
  const server = createServer((request, response) => {
    answer(request, response, options).catch((failure: unknown) => {
      console.error(failure);
      if (response.headersSent) response.destroy();
      else answerText(response, 500, "internal error");
    });
  });
  const port = await listen(server, options.port, options.exactPort ? 1 : portsTried);
  return {
    address: `http://${host}:${port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: ServerOptions) {
  const nonce = randomBytes(16).toString("base64");
  for (const [name, value] of Object.entries(securityHeaders(nonce))) response.setHeader(name, value);
  // A page elsewhere could point a name of its own at this address and read the answers: only our own name is answered.
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? "")) return answerText(response, 421, "unknown host");
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return answerText(response, 405, "method not allowed");
  }
  const path = decodePath(request.url ?? "/");
  if (path === null) return answerText(response, 400, "bad request");
  if (path.startsWith("/data/")) {
    return answerData(response, path.slice("/data/".length), options.published, options.profile, request.headers["if-none-match"]);
  }
  if (path === "/" || path === "/index.html") return answerPage(response, await readPage(options.dashboard), nonce);
  if (await answerAsset(request, response, options.dashboard, request.url?.split("?", 1)[0] ?? "/")) return;
  if (fileName.test(path)) answerText(response, 404, "not found");
  else answerPage(response, await readPage(options.dashboard), nonce);
}

function readPage(dashboard: string): Promise<string> {
  return readFile(join(dashboard, "index.html"), "utf8").catch((cause) => {
    throw new CliError("S105", dashboard, cause);
  });
}

/** The path of a request, decoded once; null when it is no path, or holds what no address of ours holds. */
function decodePath(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? "/");
    return path.startsWith("/") && !/[\0\\]|(?:^|\/)\.\.?(?:\/|$)/.test(path) ? path : null;
  } catch {
    return null;
  }
}

function answerPage(response: ServerResponse, page: string, nonce: string): void {
  const body = Buffer.from(page.replaceAll(noncePlaceholder, nonce));
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Length": body.length, "Cache-Control": "no-store" });
  response.end(body);
}

async function listen(server: Server, first: number, tries: number): Promise<number> {
  for (let port = first; port < first + tries && port < 65_536; port += 1) {
    const taken = await new Promise<number | null>((done, fail) => {
      server.once("error", (cause: NodeJS.ErrnoException) => (cause.code === "EADDRINUSE" ? done(null) : fail(cause)));
      server.listen(port, host, () => {
        const address = server.address();
        done(typeof address === "object" && address !== null ? address.port : port);
      });
    });
    server.removeAllListeners("error");
    if (taken !== null) return taken;
  }
  throw new CliError("S106", tries === 1 ? String(first) : `${first}–${first + tries - 1}`);
}
