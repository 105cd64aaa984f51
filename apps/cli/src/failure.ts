import { isDiskFull } from "@mingchuang/ingest/store-faults";
import { findErrorText } from "./catalogue.ts";
import { CliError } from "./errors.ts";
import type { Language } from "./locale.ts";
import type { Messages } from "./messages/zh.ts";
import type { Terminal } from "./terminal.ts";

/** Wrong usage, in words; ends a command with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What a numbered error says beyond its sentence: one text, or one in each language, with the place where there is one. */
export interface Particulars {
  readonly code: string;
  readonly detail: string | { readonly zh: string; readonly en: string };
  readonly place?: { readonly path: string; readonly line: number | null } | null;
}

const isNumbered = (failure: Error): failure is Error & Particulars & { readonly problems?: readonly Particulars[] } =>
  "code" in failure && typeof failure.code === "string" && "detail" in failure && findErrorText(failure.code) !== undefined;

/** An error as people read it: code and sentence, particulars, what to do, where to read on. An error without a number keeps its stack. */
export function renderFailure(thrown: unknown, { language, messages }: Pick<Terminal, "language" | "messages">): string {
  const failure = withNumber(thrown);
  if (!(failure instanceof Error)) return String(failure);
  if (!isNumbered(failure)) return failure.stack ?? failure.message;
  return (failure.problems ?? [failure]).map((problem) => renderProblem(problem, language, messages)).join("\n");
}

/** A full disk and a missing permission can stop any command at any file: the system's words get a number here. */
function withNumber(failure: unknown): unknown {
  if (!(failure instanceof Error)) return failure;
  const code = "code" in failure ? String(failure.code) : "";
  if (code !== "F156" && isDiskFull(failure)) return new CliError("S129", failure.message, failure);
  if (["EACCES", "EPERM", "EROFS"].includes(code)) return new CliError("S130", failure.message, failure);
  return failure;
}

/** One numbered error or warning: its sentence, where it is, particulars, what to do, where to read on. */
export function renderProblem({ code, detail, place }: Particulars, language: Language, messages: Messages): string {
  const text = findErrorText(code);
  const [sentence, cure] = language === "zh" ? [text?.zh, text?.cureZh] : [text?.en, text?.cureEn];
  const at = place ? [`  ${place.path}${place.line === null ? "" : ` (${messages.line(place.line)})`}`] : [];
  const particulars = typeof detail === "string" ? detail : detail[language];
  return [
    `${code}  ${sentence}`,
    ...at,
    `  ${particulars.replaceAll("\n", "\n  ")}`,
    `  ${messages.cure}${language === "zh" ? "：" : ": "}${cure}`,
    `  ${messages.page(code)}`,
  ].join("\n");
}
