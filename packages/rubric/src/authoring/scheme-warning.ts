import type { Bilingual } from "../bilingual.ts";
import type { Path } from "../yaml-text.ts";
import type { SchemeWarningCode } from "./warnings.ts";

/** Something in a scheme that its author should look at. `path` leads to it in the scheme; what it means and how to mend it stand in `warnings.ts`. */
export interface SchemeWarning {
  readonly code: SchemeWarningCode;
  readonly path: Path;
  readonly detail: Bilingual;
}

export function warning(code: SchemeWarningCode, path: Path, zh: string, en: string): SchemeWarning {
  return { code, path, detail: { zh, en } };
}
