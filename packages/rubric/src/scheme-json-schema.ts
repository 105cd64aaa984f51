import { z } from "zod";
import { SchemeFile } from "./scheme.ts";

/** The JSON Schema of a scheme file, which gives an editor completion and checks while one writes. */
export function schemeJsonSchema(): object {
  return { ...z.toJSONSchema(SchemeFile, { io: "input" }), title: "明窗评价方案 / Mingchuang scheme" };
}
