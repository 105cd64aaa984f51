import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

const importPattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)["'](\.{1,2}\/[^"']+)["']/g;

/**
 * The dashboard's own layering, inside one package where tags do not reach: a feature imports `ui`, `lib` and packages but no other
 * feature, and neither `ui` nor `lib` imports a feature. Returns one sentence per import that breaks the rule.
 *
 * @param {string} source the dashboard's `src` folder
 * @returns {string[]}
 */
export function findFeatureImports(source) {
  const problems = [];
  for (const entry of readdirSync(source, { recursive: true }).map(String).sort()) {
    if (!/\.tsx?$/.test(entry)) continue;
    const [area, feature] = entry.split(sep);
    if (area !== "features" && area !== "ui" && area !== "lib") continue;
    for (const [, specifier] of readFileSync(join(source, entry), "utf8").matchAll(importPattern)) {
      const [targetArea, targetFeature] = relative(source, join(source, dirname(entry), specifier)).split(sep);
      if (targetArea === "features" && !(area === "features" && feature === targetFeature)) {
        problems.push(`${entry.split(sep).join("/")} imports ${specifier}: ${area === "features" ? "another feature" : "a feature"}`);
      }
    }
  }
  return problems;
}
