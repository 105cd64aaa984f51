import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareEditions } from "@mingchuang/rubric/editions/compare-editions";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FollowedCommand, followGuide } from "./guide-fixture.ts";
import { readScheme } from "./schemes.ts";
import { repository } from "./workspace.ts";

describe.each([
  ["write-next-years-rubric.zh-CN.md", "zh"],
  ["write-next-years-rubric.md", "en"],
] as const)("who follows %s", (name, language) => {
  let folder: string;
  let followed: readonly FollowedCommand[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "mingchuang-guide-"));
    mkdirSync(join(folder, "data/schemes"), { recursive: true });
    copyFileSync(join(repository, "data/documents.yaml"), join(folder, "data/documents.yaml"));
    copyFileSync(join(repository, "data/schemes/zhejiang-2023.yaml"), join(folder, "data/schemes/zhejiang-2023.yaml"));
    followed = await followGuide(readFileSync(join(repository, "docs/guide", name), "utf8"), folder, language);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("sees at every step what the guide says the command prints", () => {
    expect(followed.map(({ command, printed }) => ({ command, printed }))).toEqual(
      followed.map(({ command, shown }) => ({ command, printed: shown })),
    );
  });

  test("meets an error of form, an example that does not come out and a warning on the way", () => {
    const met = followed.map(({ printed }) => /\bR\d{3}\b/.exec(printed)?.[0]);
    expect(met).toEqual(expect.arrayContaining(["R104", "R120", "R301"]));
  });

  test("has an edition that differs from last year's in two deductions, one threshold and one policy", () => {
    const [was, is] = ["2023", "2024"].map((year) => readScheme(join(folder, `data/schemes/zhejiang-${year}.yaml`)));
    if (was === undefined || is === undefined) throw new Error("both were read");
    const rules = compareEditions(was, is).filter(({ kind }) => kind !== "label" && kind !== "citation");
    expect(rules.map(({ kind }) => kind).sort()).toEqual(["points", "points", "policy", "threshold"]);
  });

  test("ends with an edition that is fit for use", () => {
    expect(followed.at(-1)?.printed).toMatch(language === "zh" ? /zhejiang-2024\.yaml：可以使用/ : /zhejiang-2024\.yaml: fit for use/);
    expect(followed.at(-1)?.printed).not.toMatch(/R1\d\d/);
  });
});
