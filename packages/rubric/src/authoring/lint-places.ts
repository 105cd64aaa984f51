import type { Honour, Scheme } from "../scheme.ts";
import type { Path } from "../yaml-text.ts";
import { type SchemeWarning, warning } from "./scheme-warning.ts";

/** Stages that cannot be filled, tables of places that do not add up, coverage that a quota makes impossible. */
export function lintPlaces(scheme: Scheme, honour: Honour, path: Path): SchemeWarning[] {
  return [...lintStages(scheme, honour, path), ...lintTables(honour, path), ...lintCoverage(scheme, honour, path)];
}

/** How many values a field of a subject can have by the scheme's own lists; null where it does not list them. */
function valuesOf(scheme: Scheme, field: string | null): number | null {
  const lists: Readonly<Record<string, readonly unknown[] | undefined>> = {
    city: scheme.recommenders?.cities,
    domain: scheme.domains,
    level: scheme.levels,
    tier: scheme.tiers,
  };
  const count = field === null ? 0 : (lists[field]?.length ?? 0);
  return count === 0 ? null : count;
}

function lintStages(scheme: Scheme, { quotas, stages }: Honour, path: Path): SchemeWarning[] {
  const nominated = quotas.flatMap(({ per, most, hard }) => {
    const values = valuesOf(scheme, per);
    return hard && values !== null ? [{ come: values * most, zh: `${values} × ${most}`, en: `${values} × ${most}` }] : [];
  });
  return stages.flatMap(({ size, label }, place) => {
    const before = stages[place - 1];
    const sources = before === undefined ? nominated : [{ come: before.size, zh: before.label.zh, en: before.label.en }];
    return sources
      .filter(({ come }) => come < size)
      .map(({ come, zh, en }) =>
        warning(
          "R315",
          [...path, "stages", place, "size"],
          `“${label.zh}”取 ${size} 个，至多来 ${come} 个（${zh}）`,
          `“${label.en}” takes ${size}, no more than ${come} can come (${en})`,
        ),
      );
  });
}

function lintTables({ places, stages }: Honour, path: Path): SchemeWarning[] {
  const last = stages.at(-1);
  if (last === undefined) return [];
  return places.flatMap((table, place) => {
    const sum = table.places.reduce((total, { size }) => total + size, 0);
    if (table.each !== undefined || sum === last.size) return [];
    const figures = `${table.places.map(({ size }) => size).join(" + ")} = ${sum}`;
    const [zh, en] = [`${figures}，“${last.label.zh}”取 ${last.size} 个`, `${figures}, “${last.label.en}” takes ${last.size}`];
    return [warning("R316", [...path, "places", place, "places"], zh, en)];
  });
}

function lintCoverage(scheme: Scheme, { coverage, quotas }: Honour, path: Path): SchemeWarning[] {
  return coverage.flatMap(({ per, of, label }, place) => {
    const [quota, values] = [quotas.find((each) => each.per === per), valuesOf(scheme, of)];
    if (quota === undefined || values === null || quota.most >= values) return [];
    const zh = `“${label.zh}”要覆盖 ${values} 类，名额只有 ${quota.most} 个`;
    return [warning("R317", [...path, "coverage", place], zh, `“${label.en}” asks for ${values} values, the quota is ${quota.most}`)];
  });
}
