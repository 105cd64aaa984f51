import { z } from "zod";

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const Profile = z.enum(["public", "leader", "committee"]);
export type Profile = z.infer<typeof Profile>;

/** What was answered beforehand (`prepared-answers.ts`). The name carries the start of the hash, and no ending that a server would unpack by itself. */
const PublishedAnswers = z.strictObject({
  file: z.string().regex(/^(?:public|leader|committee)-[0-9a-f]{16}\.answers$/),
  sha256: Sha256,
  bytes: z.int().positive(),
});
export type PublishedAnswers = z.infer<typeof PublishedAnswers>;

/** One published database. The name carries the start of its hash, so that a browser's cache can never pair a manifest with an older file. */
export const PublishedFile = z.strictObject({
  profile: Profile,
  file: z.string().regex(/^(?:public|leader|committee)-[0-9a-f]{16}\.duckdb$/),
  sha256: Sha256,
  bytes: z.int().positive(),
  rows: z.record(z.string(), z.int().nonnegative()),
  /** The list of answers first, then the files it names; none when nothing was answered beforehand. */
  answers: z.array(PublishedAnswers),
});
export type PublishedFile = z.infer<typeof PublishedFile>;

/** One programme year of one honour: which edition judged it, up to which day. `restated`: by the edition of a later year. */
export const PublishedRun = z.strictObject({
  year: z.int(),
  honour: z.string(),
  schemeId: z.string(),
  edition: z.string(),
  restated: z.boolean(),
  asOf: Day,
});

/** `manifest.json`, read before anything else and never cached: what is in the folder, how it was made, up to which day. */
export const Manifest = z.strictObject({
  schemaVersion: z.int(),
  generatedAt: z.string(),
  software: z.string(),
  isSample: z.boolean(),
  asOf: Day,
  runs: z.array(PublishedRun),
  files: z.array(PublishedFile),
});
export type Manifest = z.infer<typeof Manifest>;

/** The manifest as one audience gets it: the files of the other profiles are not its business. */
export function manifestFor(manifest: Manifest, profile: Profile): Manifest {
  return { ...manifest, files: manifest.files.filter((file) => file.profile === profile) };
}
