import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { groupBy } from "./group-by.ts";

/** Stands in `ingest_file.replaced_by` for a version that somebody took back; its rows name it in `superseded_by` as well. */
export const undone = "undone";

/** The same for a document that the folder's settings leave out: nothing of it counts, and once they do not, it is handed in anew. */
export const ignored = "ignored";

/** SQL that says of a value of `replaced_by` that the version is as if it had never been handed in. */
export const isOutSql = (column: string) => `${column} in ('${undone}', '${ignored}')`;

const isOut = ({ replacedBy }: Version) => replacedBy === undone || replacedBy === ignored;

/** A version of a document as the ledger has it. */
export interface Version {
  readonly fileId: string;
  readonly seq: number;
  readonly path: string;
  readonly sha256: string;
  readonly state: "loaded" | "refused";
  readonly errorCode: string | null;
  readonly errorDetail: string | null;
  readonly replacedBy: string | null;
  readonly mapping: string | null;
  readonly mappingPrint: string | null;
  /** What was laid down for it; content that is to be read otherwise is other content. */
  readonly laidDown: string | null;
}

/** What follows for a version from all others: by which it is replaced, and of which other document it is a mere copy. */
export interface Standing {
  readonly replacedBy: string | null;
  readonly original: Version | null;
}

/** Whether a version takes the place of the one before it: a refused one leaves that in force, a copy of another document does not. */
export const isEffective = (version: Version) => !isOut(version) && (version.state === "loaded" || version.errorCode === "F113");

export const isSameContent = (one: Version, other: Version) => one.sha256 === other.sha256 && one.laidDown === other.laidDown;

export const isInForce = (version: Version) => isEffective(version) && version.replacedBy === null;

/**
 * The standing of every version, from nothing but the order of loading and what was undone. A version is replaced by the next one of its
 * path that took effect. It is a copy when, as long as it was in force (to the end, or to the last moment before it was replaced),
 * another path held the same content from an earlier load. An undone or ignored version is as if it had never been handed in.
 */
export function standingsOf(versions: readonly Version[]): ReadonlyMap<string, Standing> {
  const ordered = versions.filter(isEffective).sort((a, b) => a.seq - b.seq);
  const byPath = groupBy(ordered, ({ path }) => path);
  const byContent = groupBy(ordered, ({ sha256 }) => sha256);
  const nextOf = ({ path, seq }: Version) => byPath.get(path)?.find((later) => later.seq > seq);
  const endOf = (version: Version) => nextOf(version)?.seq ?? Number.POSITIVE_INFINITY;
  const originalOf = (version: Version) =>
    byContent
      .get(version.sha256)
      ?.find(
        (other) =>
          isSameContent(other, version) && other.path !== version.path && other.seq < version.seq && endOf(other) >= endOf(version),
      );
  return new Map(
    versions.map((version): [string, Standing] => {
      if (isOut(version)) return [version.fileId, { replacedBy: version.replacedBy, original: null }];
      const original = isEffective(version) ? (originalOf(version) ?? null) : null;
      return [version.fileId, { replacedBy: nextOf(version)?.fileId ?? null, original }];
    }),
  );
}

/** Every version in the order of loading. */
export function queryLedger(db: NodeDatabase): Promise<readonly Version[]> {
  return db.query(
    `select file_id as "fileId", seq, path, sha256, state, error_code as "errorCode", error_detail as "errorDetail", replaced_by as "replacedBy",
      mapping, mapping_print as "mappingPrint", laid_down as "laidDown"
    from ingest_file order by seq`,
  ) as Promise<readonly unknown[]> as Promise<readonly Version[]>;
}
