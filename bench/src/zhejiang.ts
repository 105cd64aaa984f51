import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseDocuments, parseScheme } from "@mingchuang/rubric/parse-scheme";

const data = resolve(import.meta.dirname, "../../data");
const read = (path: string) => readFileSync(resolve(data, path), "utf8");

export const zhejiang = parseScheme(read("schemes/zhejiang-2023.yaml"), parseDocuments(read("documents.yaml")));
