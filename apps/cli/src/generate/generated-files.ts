import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

/** Files that are made from other files. */
export interface Generated {
  /** File or folder, relative to the repository. In a folder of which `whole` is true nothing else may lie, but for what is `byHand`. */
  readonly at: string;
  readonly whole: boolean;
  /** Paths below `at` that people write. */
  readonly byHand?: readonly string[];
  /** Path below `at` (empty: `at` itself is the file) → content. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

export type Drift = { readonly path: string; readonly is: "missing" | "changed" | "unexpected" };

/** Where what lies in the repository differs from what would be generated, sorted by path. */
export function findDrift(root: string, generated: readonly Generated[]): Drift[] {
  const drift = generated.flatMap(({ at, whole, byHand = [], files }): Drift[] => {
    const wrong = [...files].flatMap(([name, content]): Drift[] => {
      const path = join(root, at, name);
      if (!existsSync(path)) return [{ path: join(at, name), is: "missing" }];
      return Buffer.from(content).equals(readFileSync(path)) ? [] : [{ path: join(at, name), is: "changed" }];
    });
    const extra = whole ? filesIn(join(root, at)).filter((name) => !files.has(name) && !byHand.includes(name)) : [];
    return [...wrong, ...extra.map((name): Drift => ({ path: join(at, name), is: "unexpected" }))];
  });
  return drift.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Makes the repository hold exactly what is generated; files that are right already are not touched. */
export async function writeGenerated(root: string, generated: readonly Generated[]): Promise<Drift[]> {
  const drift = findDrift(root, generated);
  const contents = new Map(generated.flatMap(({ at, files }) => [...files].map(([name, content]) => [join(at, name), content] as const)));
  for (const { path } of drift) {
    const content = contents.get(path);
    if (content === undefined) {
      await rm(join(root, path));
    } else {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
  }
  return drift;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => relative(folder, join(folder, String(name))))
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join("/"));
}
