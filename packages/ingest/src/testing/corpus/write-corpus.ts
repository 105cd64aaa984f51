import { existsSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ingestErrors, isIngestErrorCode } from "../../errors.ts";
import type { CorpusCase } from "./case.ts";
import { corpus } from "./corpus.ts";

/** Writes all ugly files into a folder, for a person to open, with a page that says what has to come of each. */
const [folder] = process.argv.slice(2);
if (folder === undefined || (existsSync(folder) && readdirSync(folder).length > 0)) {
  console.error("用法：npm run corpus -- <空文件夹> / Usage: npm run corpus -- <empty folder>");
  process.exit(2);
}
const root = resolve(folder);
for (const { file, bytes } of corpus) {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), await bytes());
}
await writeFile(join(root, "期望-expected.md"), expectedPage());
console.log(`${corpus.length} 个文件 / files → ${root}`);

function expectedPage(): string {
  const cases = corpus.map((each) => `## ${each.file}\n\n${each.name}\n\n${expectedOf(each)}`);
  return `# 难文件与期望 / Ugly files and what has to come of them\n\n数据均为虚构。 / All data are invented.\n\n${cases.join("\n\n")}\n`;
}

function expectedOf({ expect: { state, error, rows = {}, problems = [], skipped = [] } }: CorpusCase): string {
  const lines = [state === "refused" ? `- 整个文件退回 / refused: ${withText(error ?? "")}` : "- 导入 / loaded"];
  for (const [kind, list] of Object.entries(rows)) {
    lines.push(`- ${kind}: ${list.length} 行 / rows`, ...list.map((row) => `  - \`${JSON.stringify(row)}\``));
  }
  lines.push(...problems.map(([place, code]) => `- ${place}: ${withText(code)}`));
  lines.push(...skipped.map(([sheet, code]) => `- ${sheet}: ${withText(code)}`));
  return lines.join("\n");
}

function withText(code: string): string {
  return isIngestErrorCode(code) ? `${code} ${ingestErrors[code].zh} / ${ingestErrors[code].en}` : code;
}
