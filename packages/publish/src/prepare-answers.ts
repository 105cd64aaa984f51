import { createHash } from "node:crypto";
import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { writeBeside } from "@mingchuang/warehouse/build-beside";
import type { Profile, PublishedAnswers } from "@mingchuang/warehouse/manifest";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { recordAnswers, writeAnswers } from "@mingchuang/warehouse/prepared-answers";
import { askOpening } from "@mingchuang/warehouse/queries/opening";

const compress = promisify(gzip);

/**
 * Asks a published database what the first screens will ask of it, and writes the answers beside it, packed. They are read from the
 * published file alone, so nothing stands in them that the profile withholds.
 *
 * @returns the list of answers, then the files it names
 */
export async function prepareAnswers(databasePath: string, profile: Profile, outDir: string): Promise<PublishedAnswers[]> {
  // One thread: sums of fractions then come out the same each time, and with them the files' names.
  const db = await openNodeDatabase(databasePath, { readOnly: true, threads: 1 });
  try {
    const recording = recordAnswers(db);
    await askOpening(recording.db);
    return await writeAnswers(recording.answers(), async (text) => {
      const packed = await compress(text);
      const sha256 = createHash("sha256").update(packed).digest("hex");
      const file = `${profile}-${sha256.slice(0, 16)}.answers`;
      await writeBeside(join(outDir, file), packed);
      await chmod(join(outDir, file), 0o444);
      return { file, sha256, bytes: packed.length };
    });
  } finally {
    await db.close();
  }
}
