import type { Bilingual } from "../bilingual.ts";
import type { EditionDifference } from "./compare-editions.ts";

/** A difference between two editions in words: “政务服务规范化 · 态度与效率：不满足时扣分由 5 改为 4。” */
export function differenceSentence({ kind, label, field, before, after }: EditionDifference): Bilingual {
  if (field === null) {
    const [what, done] = [
      kind === "added" ? after : before,
      kind === "added" ? { zh: "新增", en: "added" } : { zh: "取消", en: "removed" },
    ];
    const same = what === null || label.zh.endsWith(what.zh);
    return same ? { zh: `${label.zh}：${done.zh}。`, en: `${label.en}: ${done.en}.` } : withFigures(label, done, what);
  }
  if (kind === "order") {
    return {
      zh: `${label.zh}：${field.zh}的顺序由${before?.zh ?? ""}改为${after?.zh ?? ""}。`,
      en: `${label.en}: the order of the ${field.en} was ${before?.en ?? ""} and is ${after?.en ?? ""}.`,
    };
  }
  const [was, is] = [before ?? { zh: "未写", en: "not stated" }, after ?? { zh: "未写", en: "not stated" }];
  return {
    zh: `${label.zh}：${field.zh}由${apart(was.zh, "more")}改为${apart(is.zh, "stop")}。`,
    en: `${label.en}: ${field.en} from ${was.en} to ${is.en}.`,
  };
}

function withFigures(label: Bilingual, done: Bilingual, what: Bilingual): Bilingual {
  return { zh: `${label.zh}：${done.zh}（${what.zh}）。`, en: `${label.en}: ${done.en} (${what.en}).` };
}

/** Figures and Latin letters stand apart from Chinese text; nothing stands apart from a full stop. */
function apart(text: string, before: "more" | "stop"): string {
  return `${/^[\dA-Za-z]/.test(text) ? " " : ""}${text}${before === "more" && /[\dA-Za-z]$/.test(text) ? " " : ""}`;
}
