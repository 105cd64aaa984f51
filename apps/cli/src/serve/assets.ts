import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";
import { pipeline } from "node:stream/promises";
import { mime, send } from "@fastify/send";

const encodings = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/**
 * Answers with a file of the built dashboard, in the smallest form that the browser takes and the build has made. Returns false, with
 * nothing sent, when there is no such file. Files are looked up as they are asked for, so that a new build is served at once.
 *
 * @param path as the request has it, still encoded
 */
export async function answerAsset(request: IncomingMessage, response: ServerResponse, dashboard: string, path: string): Promise<boolean> {
  const accepted = String(request.headers["accept-encoding"] ?? "").split(/\s*,\s*/);
  const forms = [...encodings.filter(([name]) => accepted.some((each) => each.split(";")[0] === name)), [null, ""] as const];
  for (const [encoding, suffix] of forms) {
    const found = await send(request, path + suffix, {
      root: dashboard,
      index: false,
      dotfiles: "ignore",
      cacheControl: false,
      contentType: false,
    });
    if (found.type !== "file" && found.statusCode !== 416) continue;
    response.writeHead(found.statusCode, {
      ...found.headers,
      "Content-Type": contentType(path),
      "Cache-Control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      Vary: "Accept-Encoding",
      ...(encoding === null ? {} : { "Content-Encoding": encoding }),
    });
    await pipeline(found.stream, response);
    return true;
  }
  return false;
}

function contentType(path: string): string {
  const type = mime.getType(extname(path)) ?? "application/octet-stream";
  return /^text\/|javascript|json|svg/.test(type) ? `${type}; charset=utf-8` : type;
}
