import fc from "fast-check";
import { expect, test } from "vitest";
import { csv, openSandbox, type Sandbox } from "./testing/sandbox.ts";
import { redoDocument, undoDocument } from "./undo.ts";

/** The content of a small file of honours: to each subject an issuer. Two rows of one subject repeat each other. */
type Content = readonly (readonly [subject: string, issuer: string])[];

type Step =
  | { readonly do: "load"; readonly path: string; readonly content: Content }
  | { readonly do: "undo" | "redo"; readonly path: string };

/** A version that took effect in the model, in the order of loading. */
interface Loaded {
  readonly seq: number;
  readonly path: string;
  readonly content: Content;
  undone: boolean;
  /** Counts undos, so that the last one comes back first. */
  undoneAt: number;
}

/** What the store should be, thought out anew from the whole history at each question. */
class Model {
  readonly versions: Loaded[] = [];
  private undos = 0;

  load(path: string, content: Content): void {
    const last = this.last(path);
    if (last && same(last.content, content)) return;
    const since = last?.seq ?? 0;
    if (this.versions.some((each) => each.path === path && each.undone && each.seq > since && same(each.content, content))) return;
    this.versions.push({ seq: this.versions.length + 1, path, content, undone: false, undoneAt: 0 });
  }

  undo(path: string): boolean {
    const last = this.last(path);
    if (last) Object.assign(last, { undone: true, undoneAt: ++this.undos });
    return last !== undefined;
  }

  redo(path: string): boolean {
    const since = this.last(path)?.seq ?? 0;
    const candidates = this.versions.filter((each) => each.path === path && each.undone && each.seq > since);
    const [latest] = candidates.sort((a, b) => b.undoneAt - a.undoneAt);
    if (latest) latest.undone = false;
    return latest !== undefined;
  }

  private last(path: string, before = Number.POSITIVE_INFINITY): Loaded | undefined {
    return this.versions.filter((each) => each.path === path && !each.undone && each.seq < before).at(-1);
  }

  private successor({ path, seq }: Loaded): Loaded | undefined {
    return this.versions.find((each) => each.path === path && !each.undone && each.seq > seq);
  }

  /** A version whose content another path held at the same time, from before, to the end. */
  private isCopy(version: Loaded): boolean {
    const end = this.successor(version)?.seq ?? Number.POSITIVE_INFINITY;
    const paths = new Set(this.versions.map(({ path }) => path));
    return [...paths].some((path) => {
      const rival = path === version.path ? undefined : this.last(path, end);
      return rival !== undefined && rival.seq < version.seq && same(rival.content, version.content);
    });
  }

  /** Every row that should be in the store: `path#version subject=issuer`, and what holds it back. */
  rows(): string[] {
    const name = ({ seq, path }: Loaded) => `${path}#${seq}`;
    const living = this.versions.filter((each) => !each.undone && !this.successor(each) && !this.isCopy(each));
    return this.versions
      .flatMap((version) => {
        if (version.undone ? false : this.isCopy(version)) return [];
        return version.content.map(([subject, issuer], index) => {
          const row = `${name(version)} ${subject}=${issuer}`;
          if (version.content.findIndex(([other]) => other === subject) < index) return `${row} < ${name(version)}`;
          if (version.undone) return `${row} < undone`;
          const outdone = living.filter(({ seq, content }) => seq > version.seq && content.some(([other]) => other === subject));
          const [by] = [...outdone, ...[this.successor(version) ?? []].flat()].sort((a, b) => a.seq - b.seq);
          return by ? `${row} < ${name(by)}` : row;
        });
      })
      .sort();
  }

  current(): string[] {
    return this.rows()
      .filter((row) => !row.includes(" < "))
      .map((row) => row.split(" ")[1] ?? "")
      .sort();
  }
}

const same = (a: Content, b: Content) => JSON.stringify(a) === JSON.stringify(b);

const text = (content: Content) =>
  csv(
    ["对象编号", "荣誉名称", "级别", "授予日期", "授予单位"],
    ...content.map(([subject, issuer]) => [subject, "示例荣誉", "市级", "2022-12-30", issuer]),
  );

/** The same rows from the store. Versions that were undone as copies have none there; neither here. */
async function storedRows(sandbox: Sandbox): Promise<string[]> {
  const rows = await sandbox.query<{ row: string }>(`
    with version as (
      select file_id, state, path, row_number() over (order by seq) as n from ingest_file where error_code is null or error_code = 'F113'
    )
    select concat(own.path, '#', own.n, ' ', h.subject_id, '=', h.issuer,
      case when h.superseded_by = 'undone' then ' < undone' when h.superseded_by is not null then concat(' < ', other.path, '#', other.n) end) as row
    from raw_honours h join version own on own.file_id = h.file_id left join version other on other.file_id = h.superseded_by`);
  return rows.map(({ row }) => row).sort();
}

const contents = fc.uniqueArray(fc.tuple(fc.constantFrom("W1", "W2", "W3"), fc.constantFrom("甲", "乙")), {
  selector: ([subject]) => subject,
  minLength: 1,
  maxLength: 3,
});
const repeated = contents.chain((content) => fc.constantFrom(content, [...content, ...content.slice(0, 1)]));
const paths = fc.constantFrom("a.csv", "b.csv", "c.csv");
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("load" as const), path: paths, content: repeated }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("undo" as const), path: paths }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("redo" as const), path: paths }) },
);

/** Hands in, undoes and redoes. Each load is of a folder with just that file, as if the others were no longer there. */
async function take(sandbox: Sandbox, model: Model | null, { path, ...what }: Step): Promise<void> {
  const options = { storePath: sandbox.storePath, path };
  if (what.do === "load") {
    sandbox.write(path, text(what.content));
    await sandbox.ingest();
    sandbox.remove(path);
    model?.load(path, what.content);
  } else {
    const done = await (what.do === "undo" ? undoDocument(options) : redoDocument(options));
    if (model) expect(done !== null).toBe(what.do === "undo" ? model.undo(path) : model.redo(path));
  }
}

/** So that there is a store to undo something in. */
const first: Step = { do: "load", path: "z.csv", content: [["W9", "丙"]] };

const settings = { seed: 20230423, numRuns: 9 };

test("after any sequence of loads, corrections, undos and redos the store holds what the whole history says, and every file's account comes out", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
      const sandbox = openSandbox();
      const model = new Model();
      try {
        for (const each of [first, ...steps]) await take(sandbox, model, each);
        const undoneCopies = new Set(model.versions.filter(({ undone }) => undone).map(({ path, seq }) => `${path}#${seq} `));
        const stored = await storedRows(sandbox);
        const held = new Set(stored);
        const expected = model.rows().filter((row) => held.has(row) || ![...undoneCopies].some((version) => row.startsWith(version)));
        expect(stored).toEqual(expected);
        const counting = await sandbox.query<{ row: string }>(
          "select concat(subject_id, '=', issuer) as row from raw_honours where superseded_by is null order by all",
        );
        expect(counting.map(({ row }) => row).sort()).toEqual(model.current());
        expect(await sandbox.query("select * from ingest_account where rows_in <> accepted + rejected + superseded")).toEqual([]);
      } finally {
        sandbox.dispose();
      }
    }),
    settings,
  );
});

/** All that the store says of versions that were not undone: by path and order, without the ids and numbers that a version more shifts. */
function withoutUndone(sandbox: Sandbox): Promise<unknown> {
  const name = (column: string) => `coalesce((select concat(path, '#', n) from version where file_id = ${column}), ${column})`;
  const version =
    "with version as (select *, row_number() over (order by seq) as n from ingest_file where replaced_by is distinct from 'undone')";
  return sandbox.read(async (db) => {
    const of = (table: string, columns: string) =>
      db.query(
        `${version} select ${name("t.file_id")} as version, ${columns} from ${table} t where file_id in (select file_id from version) order by all`,
      );
    return {
      files: await of(
        "ingest_file",
        `sha256, bytes, format, encoding, mapping, ${name("replaced_by")} as replaced_by, state, error_code, error_detail`,
      ),
      tables: await of("ingest_table", "* exclude (file_id)"),
      columns: await of("ingest_column", "* exclude (file_id)"),
      problems: await of("ingest_problem", "* exclude (file_id)"),
      account: await of("ingest_account", "* exclude (file_id, seq)"),
      rows: await of("raw_honours", `* exclude (file_id, superseded_by), ${name("superseded_by")} as superseded_by`),
    };
  });
}

test("undo leaves exactly the store that there would be, had the file's load never happened", async () => {
  const load = step.filter((each) => each.do === "load");
  await fc.assert(
    fc.asyncProperty(fc.array(load, { minLength: 2, maxLength: 6 }), paths, async (loads, path) => {
      const [sandbox, without] = [openSandbox(), openSandbox()];
      const model = new Model();
      try {
        for (const each of [first, ...loads]) await take(sandbox, model, each);
        const target = model.versions.findLast((each) => each.path === path);
        await undoDocument({ storePath: sandbox.storePath, path });
        for (const each of model.versions.filter((version) => version !== target))
          await take(without, null, { do: "load", path: each.path, content: each.content });
        expect(await withoutUndone(sandbox)).toEqual(await withoutUndone(without));
      } finally {
        sandbox.dispose();
        without.dispose();
      }
    }),
    { ...settings, numRuns: 6 },
  );
});
