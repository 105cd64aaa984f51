import { readFileSync } from "node:fs";
import type { Facts } from "./facts.ts";
import { parseScheme } from "./parse-scheme.ts";
import type { Honour, Scheme } from "./scheme.ts";
import { documents } from "./zhejiang-fixture.ts";

const schemes = new URL("../../../data/schemes/", import.meta.url);

function read(id: string): Scheme {
  return parseScheme(readFileSync(new URL(`${id}.yaml`, schemes), "utf8"), documents);
}

export const suzhou = read("suzhou-2019");
export const hunan = read("hunan-2011");
export const fenghua = read("fenghua-2022");
export const template = read("template-plan");

export function honourOf(scheme: Scheme, id: string): Honour {
  const honour = scheme.honours.find((each) => each.id === id);
  if (honour === undefined) throw new Error(`${scheme.id} has no honour ${id}`);
  return honour;
}

/** Facts in which nothing is known but what is given. */
export function bareFacts(given: Partial<Facts> = {}): Facts {
  return {
    subjectId: "S1",
    year: 2022,
    asOf: "2022-03-31",
    fields: {},
    entries: [],
    records: {},
    reviews: null,
    selfScores: {},
    ...given,
  };
}
