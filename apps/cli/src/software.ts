import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./workspace.ts";

/** Name and version of this program, as results record it. */
export const software = (): string => `mingchuang ${version()}`;

export const version = (): string => JSON.parse(readFileSync(join(repository, "package.json"), "utf8")).version;
