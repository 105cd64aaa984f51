import { join } from "node:path";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csv, openSandbox, type Sandbox } from "../testing/sandbox.ts";
import { redoDocument, undoDocument } from "../undo.ts";

interface Review {
  readonly id: string;
  readonly window: string;
  readonly channel: string;
  /** 7 is no level: the row is rejected. */
  readonly level: number;
  readonly day: string;
  readonly isDefault: boolean;
}

const paths = ["a", "b", "c"] as const;
type Step =
  | { readonly kind: "hand in"; readonly path: string; readonly reviews: readonly Review[] }
  | { readonly kind: "undo" | "redo"; readonly path: string };

const review: fc.Arbitrary<Review> = fc.record({
  id: fc.constantFrom("R1", "R2", "R3", "R4", "R5", "R6"),
  window: fc.constantFrom("W1", "W2"),
  channel: fc.constantFrom("大厅", "浙里办"),
  level: fc.constantFrom(5, 4, 2, 1, 7),
  day: fc.constantFrom("2023-04-01", "2023-04-30", "2023-05-01", "2023-06-15"),
  isDefault: fc.boolean(),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("hand in" as const),
      path: fc.constantFrom(...paths).chain((name) => fc.constantFrom(`${name}.csv`, `${name}.parquet`)),
      reviews: fc.array(fc.oneof({ weight: 4, arbitrary: review }, { weight: 1, arbitrary: fc.constant(repeated()) }), {
        minLength: 1,
        maxLength: 7,
      }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("undo" as const, "redo" as const),
      path: fc.constantFrom(...paths).chain((name) => fc.constantFrom(`${name}.csv`, `${name}.parquet`)),
    }),
  },
);

/** A row that is likely to be there twice. */
function repeated(): Review {
  return { id: "R1", window: "W1", channel: "大厅", level: 5, day: "2023-04-01", isDefault: false };
}

interface Handed {
  readonly path: string;
  readonly rejected: number;
  readonly repeats: number;
  /** By key. */
  readonly kept: ReadonlyMap<string, Review>;
  /** When it was undone, if it is. */
  undone: number | null;
}

/** What becomes of one file, looked at by itself, the slow and obvious way. */
function read(path: string, reviews: readonly Review[]): Handed {
  const sound = reviews.filter(({ level }) => level !== 7);
  const byId = new Map<string, Review[]>();
  for (const each of sound) byId.set(each.id, [...(byId.get(each.id) ?? []), each]);
  const kept = new Map<string, Review>();
  let [rejected, repeats] = [reviews.length - sound.length, 0];
  for (const [id, [first, ...others]] of byId) {
    const isConflict = others.some((other) => JSON.stringify(other) !== JSON.stringify(first));
    if (isConflict) rejected += others.length + 1;
    else repeats += others.length;
    if (!isConflict && first) kept.set(id, first);
  }
  return { path, rejected, repeats, kept, undone: null };
}

/** The version of a document that is in force: the last that was not undone. */
const inForce = (files: readonly Handed[], path: string) => files.findLast((file) => file.path === path && file.undone === null);

/** The counts of all files together: of each key the row in the latest file in force. */
function count(files: readonly Handed[]) {
  const current = new Map<string, { file: Handed; review: Review }>();
  for (const file of files.filter((each) => inForce(files, each.path) === each))
    for (const [id, each] of file.kept) current.set(id, { file, review: each });
  const counts: Record<string, number> = {};
  for (const { review: each } of current.values()) {
    const what = each.isDefault ? "default" : String(each.level);
    const key = [each.window, each.day.slice(0, 7), each.channel, what].join(" ");
    counts[key] = (counts[key] ?? 0) + 1;
  }
  const bad = [...current.values()].filter(({ review: each }) => !each.isDefault && each.level <= 2).map(({ review: each }) => each.id);
  const accounts = files.map((file) => {
    const accepted = [...file.kept.keys()].filter((id) => current.get(id)?.file === file).length;
    return [file.path, accepted, file.rejected, file.kept.size - accepted + file.repeats].join(" ");
  });
  return { counts, bad: bad.sort(), accounts };
}

async function stored(sandbox: Sandbox) {
  const rows = await sandbox.query<{ key: string; n: number }>(
    `select concat_ws(' ', window_id, strftime(month, '%Y-%m'), channel, what) as key, n from (
      unpivot (select window_id, month, channel, level_5 as "5", level_4 as "4", level_2 as "2", level_1 as "1", default_reviews as "default"
        from event_window_month) on "5", "4", "2", "1", "default" into name what value n) where n > 0`,
  );
  const bad = await sandbox.query<{ review_id: string }>("select review_id from event_bad_review order by 1");
  const accounts = await sandbox.query<{ line: string }>(
    "select concat_ws(' ', path, accepted, rejected, superseded) as line from ingest_account order by seq",
  );
  const balance = await sandbox.query("select * from ingest_account where rows_in <> accepted + rejected + superseded");
  expect(balance).toEqual([]);
  return {
    counts: Object.fromEntries(rows.map(({ key, n }) => [key, n])),
    bad: bad.map(({ review_id }) => review_id),
    accounts: accounts.map(({ line }) => line),
  };
}

const header = ["评价编号", "窗口编号", "评价渠道", "评价等级", "评价时间", "默认评价", "评价内容"];

/** `content` is in every row, so that no two files are the same. */
async function write(sandbox: Sandbox, path: string, reviews: readonly Review[], content: string): Promise<void> {
  const rows = reviews.map(({ id, window, channel, level, day, isDefault }) => [
    id,
    window,
    channel,
    level,
    day,
    isDefault ? "是" : "否",
    content,
  ]);
  sandbox.write(path, csv(header, ...rows));
  if (path.endsWith(".csv")) return;
  const target = join(sandbox.folder, path);
  const db = await openNodeDatabase(":memory:");
  await db.execute(`create table review as select * replace (评价时间::timestamp as 评价时间, 评价等级::tinyint as 评价等级, 默认评价 = '是' as 默认评价)
    from read_csv('${target}', all_varchar = true, header = true, delim = ',')`);
  await db.execute(`copy review to '${target}' (format parquet)`);
  await db.close();
}

test("whatever files of reviews come, go and come back, what counts is the latest row of each key, as in a model that recounts everything", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
      const sandbox = openSandbox();
      try {
        const files: Handed[] = [];
        const change = { undo: undoDocument, redo: redoDocument };
        for (const [place, { kind, path, ...rest }] of steps.entries()) {
          if (kind === "hand in") {
            const reviews = "reviews" in rest ? rest.reviews : [];
            await write(sandbox, path, reviews, `第${place}次`);
            await sandbox.ingest();
            files.push(read(path, reviews));
          } else {
            if (files.length === 0) continue;
            const last = inForce(files, path);
            const later = files.filter(
              (file) => file.path === path && file.undone !== null && files.indexOf(file) > (last ? files.indexOf(last) : -1),
            );
            const [redone] = later.sort((a, b) => (b.undone ?? 0) - (a.undone ?? 0));
            const changed = await change[kind]({ storePath: sandbox.storePath, path });
            expect(changed === null).toBe((kind === "undo" ? last : redone) === undefined);
            if (kind === "undo" && last) last.undone = place;
            if (kind === "redo" && redone) redone.undone = null;
          }
          expect(await stored(sandbox)).toEqual(count(files));
        }
      } finally {
        sandbox.dispose();
      }
    }),
    { seed: 20230423, numRuns: 4 },
  );
}, 300_000);
