import type { Place } from "../errors.ts";
import { type Path, readYaml } from "../yaml-text.ts";

/**
 * What was found in a scheme, with its lines in the YAML text that the scheme was read from, in the order of the lines.
 *
 * @throws {RubricError} R101 when the text is not YAML.
 */
export function placeInText<Found extends { readonly code: string; readonly path: Path }>(
  yamlText: string,
  found: readonly Found[],
): (Found & { readonly place: Place })[] {
  const { placeOf } = readYaml(yamlText);
  return found
    .map((each) => ({ ...each, place: placeOf(each.path) }))
    .sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
