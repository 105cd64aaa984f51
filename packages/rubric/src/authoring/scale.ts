import type { Reading } from "../reading.ts";
import type { Path } from "../yaml-text.ts";
import { type SchemeWarning, warning } from "./scheme-warning.ts";

/** A mark on a share of a whole that no share can have. `per: 1` is no share but a mean: days a case, minutes a visit. */
export function beyondScale(reading: Reading, mark: number | null, path: Path): SchemeWarning[] {
  if (mark === null || !("per" in reading) || reading.per === 1 || (mark >= 0 && mark <= reading.per)) return [];
  return [
    warning("R312", path, `写的是 ${mark}，而比率在 0 到 ${reading.per} 之间`, `it says ${mark}, a rate is between 0 and ${reading.per}`),
  ];
}
