import { defaultSeed, writePlanned } from "../generate.ts";
import type { SampleFile } from "../workbook.ts";
import { fenghua } from "./fenghua.ts";
import { hunan } from "./hunan.ts";
import type { Programme } from "./programme.ts";
import { programmeReadme, programmeWorkspace } from "./programme-readme.ts";
import { suzhou } from "./suzhou.ts";
import { templatePlan } from "./template-plan.ts";

/** The programmes beside Zhejiang's, each in a folder of its own. */
export const programmes: readonly ((seed: number) => Programme)[] = [fenghua, hunan, suzhou, templatePlan];

/** The files of the other four programmes, sorted by path. The same seed gives the same bytes on every machine. */
export async function generateProgrammes({ seed = defaultSeed }: { readonly seed?: number } = {}): Promise<SampleFile[]> {
  const encoder = new TextEncoder();
  const files = await Promise.all(
    programmes.map(async (build) => {
      const programme = build(seed);
      const texts = [
        { path: "README.md", bytes: encoder.encode(programmeReadme(programme)) },
        { path: "workspace.yaml", bytes: encoder.encode(programmeWorkspace(programme)) },
      ];
      const written = await Promise.all(programme.files.map(writePlanned));
      return [...texts, ...written].map(({ path, bytes }) => ({ path: `${programme.id}/${path}`, bytes }));
    }),
  );
  return files.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}
