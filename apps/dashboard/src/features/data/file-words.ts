import type { FileVersion } from "@mingchuang/warehouse/queries/data";
import { messages } from "./messages.ts";

type Key = keyof typeof messages.zh;
export type DataText = (key: Key, values?: Readonly<Record<string, string | number>>) => string;
const known = (key: string): key is Key => Object.hasOwn(messages.zh, key);

/** The path, or the number of a file whose path the profile withholds. */
export function fileName({ path, file_id, seq }: FileVersion, text: DataText): string {
  return path ?? text("unnamed", { seq: seq ?? file_id });
}

export function kindName(kind: string, text: DataText): string {
  const key = `kind-${kind}`;
  return known(key) ? text(key) : kind;
}

export function kindNames({ kinds }: Pick<FileVersion, "kinds">, text: DataText): string {
  return kinds === null
    ? "–"
    : kinds
        .split(" ")
        .map((kind) => kindName(kind, text))
        .join(text("comma"));
}

/** Whether a version is in force and, when it is not, why. */
export function stateWords(file: FileVersion, text: DataText): string {
  if (file.replaced_by === "undone") return text("undone");
  if (file.replaced_by === "ignored") return text("leftOut");
  if (file.replaced_by !== null) {
    return file.replaced_by_path === null || file.replaced_by_path === file.path
      ? text("replaced")
      : text("replacedBy", { path: file.replaced_by_path });
  }
  return file.state === "refused" ? text("refused", { code: file.error_code ?? "" }) : text("inForce");
}
