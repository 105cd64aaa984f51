import { WarehouseError } from "./errors.ts";
import type { Model } from "./models.ts";

/**
 * The models in an order in which each comes after those it selects from; models that do not depend on each other stay sorted by name.
 *
 * @throws {WarehouseError} W108 when they refer to one another in a circle.
 */
export function orderModels(models: readonly Model[]): Model[] {
  const byName = new Map(models.map((model) => [model.name, model]));
  const ordered = new Map<string, Model>();
  const visit = (model: Model, path: readonly string[]): void => {
    if (ordered.has(model.name)) return;
    if (path.includes(model.name)) throw new WarehouseError("W108", [...path, model.name].join(" → "));
    for (const name of referencesOf(model)) {
      const referred = byName.get(name);
      if (referred) visit(referred, [...path, model.name]);
    }
    ordered.set(model.name, model);
  };
  for (const name of [...byName.keys()].sort()) visit(byName.get(name) as Model, []);
  return [...ordered.values()];
}

/** Names of staging views and marts in the statement, comments left out, sorted. */
function referencesOf({ name, sql }: Model): string[] {
  const statement = sql.replace(/--.*$/gm, "");
  return [...new Set(statement.match(/\b(?:stg|mart)_\w+/g))].filter((reference) => reference !== name).sort();
}
