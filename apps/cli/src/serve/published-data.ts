import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Manifest, manifestFor, type Profile } from "@mingchuang/warehouse/manifest";

/** The manifest of a published folder as one profile gets it; null when nothing, or nothing for this profile, has been published. */
export async function readManifest(published: string, profile: Profile): Promise<Manifest | null> {
  const text = await readFile(join(published, "manifest.json"), "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return null;
    throw cause;
  });
  if (text === null) return null;
  const manifest = manifestFor(Manifest.parse(JSON.parse(text)), profile);
  return manifest.files.length === 0 ? null : manifest;
}

/**
 * Answers `/data/<name>`: the manifest, cut down to the profile, or a file that this manifest names. Nothing else of the folder can be
 * reached, whatever the name looks like, because a name is only compared, never joined to a path. The manifest is read anew each time: a
 * publication made while the server runs is seen at the next reload.
 */
export async function answerData(response: ServerResponse, name: string, published: string, profile: Profile, ifNoneMatch?: string) {
  const manifest = await readManifest(published, profile);
  if (manifest === null) return answerText(response, 404, `S104 nothing is published for ${profile}`);
  if (name === "manifest.json") {
    const body = Buffer.from(JSON.stringify(manifest));
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": body.length, "Cache-Control": "no-cache" }).end(body);
    return;
  }
  const file = manifest.files.flatMap((each) => [each, ...each.answers]).find((each) => each.file === name);
  if (!file) return answerText(response, 404, "not found");
  const caching = { ETag: `"${file.sha256}"`, "Cache-Control": "private, no-cache" };
  if (ifNoneMatch === caching.ETag) {
    response.writeHead(304, caching).end();
    return;
  }
  const path = join(published, file.file);
  const { size } = await stat(path);
  response.writeHead(200, { ...caching, "Content-Type": "application/octet-stream", "Content-Length": size });
  await pipeline(createReadStream(path), response);
}

export function answerText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" }).end(text);
}
