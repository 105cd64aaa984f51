import { useCallback } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { messages } from "./messages.ts";
import { useSchemeNames } from "./scheme-names.ts";
import type { ScoreStep } from "./score-steps.ts";

/** The name of a step in the words of the scheme: `组织领导　方案与保障`, `国家级　示例荣誉`. */
export function useStepLabel(): (step: Pick<ScoreStep, "item" | "clause" | "kind" | "lines">) => string {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme, honour } = useScope();
  const { bonusPart } = useSchemeNames();
  return useCallback(
    ({ item: id, clause, kind, lines }) => {
      const item = scheme.item(honour, id, language);
      switch (kind) {
        case "fixed":
          return text("stepOf", { item, clause: clause === null ? "" : scheme.clause(honour, id, clause, language) });
        case "discretionary":
          return text("discretionaryOf", { item });
        case "floor":
          return text("floorOf", { item });
        case "graded":
          return text("gradedOf", { item });
        case "cap":
          return `${clause === null ? item : bonusPart(clause)}　${text("capOf")}`;
        default:
          return text("bonusStep", { level: clause === null ? item : bonusPart(clause), title: lines[0]?.evidence ?? "" });
      }
    },
    [text, scheme, honour, language, bonusPart],
  );
}
