import { schemeJsonSchema } from "@mingchuang/rubric/scheme-json-schema";
import { generateSample } from "@mingchuang/sample/generate";
import { errorCatalogues } from "../catalogue.ts";
import { repository } from "../workspace.ts";
import { errorPages } from "./error-pages.ts";
import { findDrift, type Generated, writeGenerated } from "./generated-files.ts";

const sample = await generateSample();
const generated: Generated[] = [
  { at: "docs/errors", whole: true, files: errorPages(errorCatalogues) },
  { at: "data/schemes", whole: false, files: new Map([["scheme.schema.json", `${JSON.stringify(schemeJsonSchema(), null, 2)}\n`]]) },
  { at: "data/sample", whole: true, files: new Map(sample.map(({ path, bytes }) => [path, bytes])) },
];

if (process.argv.includes("--check")) {
  const drift = findDrift(repository, generated);
  for (const { path, is } of drift) console.error(`${is}: ${path}`);
  if (drift.length > 0) console.error("运行 npm run generate 更新这些文件。/ Run npm run generate to bring them up to date.");
  process.exitCode = drift.length > 0 ? 1 : 0;
} else {
  const written = await writeGenerated(repository, generated);
  for (const { path, is } of written) console.log(`${is}: ${path}`);
  console.log(written.length === 0 ? "均已最新 / all up to date" : `${written.length} 个文件已更新 / files updated`);
}
