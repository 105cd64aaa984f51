import { readdirSync, readFileSync } from "node:fs";
import { parseDocuments, parseScheme } from "@mingchuang/rubric/parse-scheme";
import type { Scheme } from "@mingchuang/rubric/scheme";

const data = new URL("../../../../../data/", import.meta.url);

/** Every scheme of the repository, the invented edition of the sample among them. */
export const allSchemes: readonly Scheme[] = [data, new URL("sample/", data)].flatMap((folder) => {
  const documents = parseDocuments(readFileSync(new URL("documents.yaml", folder), "utf8"));
  const names = readdirSync(new URL("schemes/", folder)).filter((name) => name.endsWith(".yaml"));
  return names.map((name) => parseScheme(readFileSync(new URL(`schemes/${name}`, folder), "utf8"), documents));
});

export function schemeNamed(id: string): Scheme {
  const scheme = allSchemes.find((each) => each.id === id);
  if (scheme === undefined) throw new Error(`no scheme ${id}`);
  return scheme;
}
