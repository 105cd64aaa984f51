import { ingestErrors } from "@mingchuang/ingest/errors";
import { mappingJsonSchema } from "@mingchuang/ingest/mapping-json-schema";
import { schemeJsonSchema } from "@mingchuang/rubric/scheme-json-schema";
import { generateSample } from "@mingchuang/sample/generate";
import { generateProgrammes } from "@mingchuang/sample/programmes/generate-programmes";
import { divisionsCsv } from "@mingchuang/warehouse/divisions";
import { type ErrorText, errorCatalogues } from "../catalogue.ts";
import { repository } from "../workspace.ts";
import { errorPages } from "./error-pages.ts";
import { findDrift, type Generated, writeGenerated } from "./generated-files.ts";

/** What is generated, each part made only when it is asked for. Arguments choose parts by their place (`data/sample`); without any, all. */
const parts: Readonly<Record<string, () => Promise<Generated>>> = {
  "docs/errors": async () => ({ at: "docs/errors", whole: true, files: errorPages(errorCatalogues) }),
  "apps/dashboard": async () => {
    const errors: Readonly<Record<string, ErrorText>> = ingestErrors;
    const texts = Object.keys(errors)
      .sort()
      .map((code) => [code, errors[code]] as const);
    const at = "apps/dashboard/src/features/data/ingest-errors.json";
    return { at, whole: false, files: new Map([["", `${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`]]) };
  },
  "data/schemes": async () => {
    const schema = `${JSON.stringify(schemeJsonSchema(), null, 2)}\n`;
    return { at: "data/schemes", whole: false, files: new Map([["scheme.schema.json", schema]]) };
  },
  "data/mappings": async () => {
    const schema = `${JSON.stringify(mappingJsonSchema(), null, 2)}\n`;
    return { at: "data/mappings", whole: false, files: new Map([["mapping.schema.json", schema]]) };
  },
  "data/reference": async () => ({ at: "data/reference", whole: false, files: new Map([["divisions.csv", divisionsCsv()]]) }),
  "data/sample": async () => {
    const files = [...(await generateSample()), ...(await generateProgrammes())];
    const byHand = ["documents.yaml", "schemes/zhejiang-2024-example.yaml"];
    return { at: "data/sample", whole: true, byHand, files: new Map(files.map(({ path, bytes }) => [path, bytes])) };
  },
};

const wanted = process.argv.slice(2).filter((argument) => argument !== "--check");
const unknown = wanted.filter((name) => parts[name] === undefined);
const generated = await Promise.all(
  Object.entries(parts)
    .filter(([name]) => wanted.length === 0 || wanted.includes(name))
    .map(([, make]) => make()),
);

if (unknown.length > 0) {
  console.error(`没有这一部分 / no such part: ${unknown.join(", ")} (${Object.keys(parts).join(", ")})`);
  process.exitCode = 2;
} else if (process.argv.includes("--check")) {
  const drift = findDrift(repository, generated);
  for (const { path, is } of drift) console.error(`${is}: ${path}`);
  if (drift.length > 0) console.error("运行 npm run generate 更新这些文件。/ Run npm run generate to bring them up to date.");
  process.exitCode = drift.length > 0 ? 1 : 0;
} else {
  const written = await writeGenerated(repository, generated);
  for (const { path, is } of written) console.log(`${is}: ${path}`);
  console.log(written.length === 0 ? "均已最新 / all up to date" : `${written.length} 个文件已更新 / files updated`);
}
