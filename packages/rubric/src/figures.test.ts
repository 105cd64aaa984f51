import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { parseDocuments, parseScheme } from "./parse-scheme.ts";

const data = new URL("../../../data/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, data), "utf8");

const value = z.union([z.string(), z.number()]);
const Figures = z.record(
  z.string(),
  z.array(
    z.union([
      z.strictObject({ figure: z.string(), value, at: z.string() }),
      z.strictObject({ figure: z.string(), value, count: z.string() }),
    ]),
  ),
);

const figures = Figures.parse(parse(read("figures.yaml")));
const documents = parseDocuments(read("documents.yaml"));

/** What stands at `honours[red-flag-window].quotas[per-city].most`: entries of a list go by their id or name, or by their place. */
function at(root: unknown, path: string): unknown {
  const keys = [...path.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)].map(([, entry, key]) => entry ?? key ?? "");
  return keys.reduce<unknown>((here, key) => {
    if (!Array.isArray(here)) return (here as Record<string, unknown> | undefined)?.[key];
    return here.find((each: { id?: unknown; name?: unknown }) => each.id === key || each.name === key) ?? here[Number(key)];
  }, root);
}

/** Every `source` on the way to a path: a figure without one above it would stand in the scheme uncited. */
function citations(root: unknown, path: string): unknown[] {
  const cuts = [...path.matchAll(/[.[]|$/g)].map(({ index }) => path.slice(0, index));
  return cuts.map((cut) => (at(root, cut) as { source?: unknown } | undefined)?.source).filter((source) => source !== undefined);
}

describe.each(Object.keys(figures))("%s", (programme) => {
  const scheme = parseScheme(read(`schemes/${programme}.yaml`), documents);
  const listed = figures[programme] ?? [];

  test("every figure of the programme stands in its scheme; these do not:", () => {
    const missing = listed.filter((each) => {
      const found = at(scheme, "at" in each ? each.at : each.count);
      if ("count" in each) return !Array.isArray(found) || found.length !== each.value;
      return found !== each.value && !(typeof found === "string" && typeof each.value === "string" && found.includes(each.value));
    });
    expect(missing).toEqual([]);
  });

  test("every figure that a rule states has its citation on the way to it; these have none:", () => {
    const rules = listed.filter(
      (each) => !/^(documents|domains$|levels$|honours$|tiers$|channels$|approvals$)/.test("at" in each ? each.at : each.count),
    );
    expect(rules.filter((each) => citations(scheme, "at" in each ? each.at : each.count).length === 0)).toEqual([]);
  });
});

test("each of the five programmes has its figures, and no figure is listed twice for one programme", () => {
  expect(Object.keys(figures).toSorted()).toEqual(["fenghua-2022", "hunan-2011", "suzhou-2019", "template-plan", "zhejiang-2023"]);
  for (const listed of Object.values(figures)) expect(new Set(listed.map(({ figure }) => figure)).size).toBe(listed.length);
});
