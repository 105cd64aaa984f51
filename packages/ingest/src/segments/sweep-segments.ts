import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { IngestError } from "../errors.ts";
import type { Segment } from "./segment-ledger.ts";

/** What segments are called, whole or half written, and the folders they are sorted out in. Whatever else lies in a folder of that name is not ours to remove. */
const segmentName = /^(tmp_)?[0-9a-f]{16}(-\d+)*(-\d{4}-\d{2}\.parquet)?(\.building)?$/;

/**
 * Removes what a load that failed or was killed left among the segments. Only under the lock of the store: another load's segments are not
 * named yet. The store is asked which it names only where there is anything to sweep: most folders have no segments.
 */
export async function sweepSegments(folder: string, querySegments: () => Promise<readonly Pick<Segment, "name">[]>): Promise<void> {
  const listed = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return [];
    throw cause;
  });
  const found = listed.filter((name) => segmentName.test(name));
  if (found.length === 0) return;
  const named = new Set((await querySegments()).map(({ name }) => name));
  for (const name of found) if (!named.has(name)) await rm(join(folder, name), { recursive: true, force: true });
}

/** @throws {IngestError} F151 when a segment is not there, or is not as it was written */
export async function requireSegments(segments: readonly Segment[], folder: string): Promise<void> {
  for (const { name, bytes } of segments) {
    const size = await stat(join(folder, name)).then(
      (found) => found.size,
      () => 0,
    );
    if (size !== bytes) throw new IngestError("F151", `${join(folder, name)}: ${size} ≠ ${bytes} 字节 / bytes`);
  }
}
