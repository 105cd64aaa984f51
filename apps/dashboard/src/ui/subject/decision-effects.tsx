import { decisionEffects } from "@mingchuang/rubric/pending";
import { decisionSentence } from "@mingchuang/rubric/veto-sentence";
import { queryRanking } from "@mingchuang/warehouse/queries/ranking";
import type { VetoRow } from "@mingchuang/warehouse/queries/vetoes";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { messages } from "./messages.ts";
import { lossOfRank } from "./rank-effect.ts";
import { useSchemeNames } from "./scheme-names.ts";

/** What each way of deciding the pending records would do to the rule, to the subject's rank and to those behind it. */
export function DecisionEffects({ veto, otherOpen }: { readonly veto: VetoRow; readonly otherOpen: boolean }) {
  const text = useText(messages);
  const language = useLanguage();
  const { year, honour: title } = useScope();
  const { honour, stage } = useSchemeNames();
  const ranking = useRows(queryRanking, { year, honour: title });
  const loss = lossOfRank(ranking.data ?? [], veto.subject_id, honour?.stages ?? []);
  const list = language === "zh" ? "、" : ", ";

  const onRank = (state: string): string => {
    if (veto.application_id === null) return text("effectNoRank");
    if (state === "vetoed") {
      if (loss === null) return text("effectOut");
      const enters = loss.enters.map(({ stage: id, names, from }) =>
        text("effectEnters", { names: names.join(list), from, stage: stage(id) }),
      );
      return [text("effectOut"), text("effectLoss", { rank: loss.rank, moved: loss.movedUp }), ...enters].join(
        language === "zh" ? "；" : "; ",
      );
    }
    if (veto.rank === null || otherOpen) return text("effectOther");
    return text("effectKeeps", { rank: veto.rank });
  };

  return (
    <div className="effects">
      <p className="effects-title">{text("effectsTitle")}</p>
      <ul>
        {decisionEffects(veto).effects.map((effect) => (
          <li key={effect.counting} className={effect.state}>
            {decisionSentence(effect)[language]} {onRank(effect.state)}
            {language === "zh" ? "。" : "."}
          </li>
        ))}
      </ul>
    </div>
  );
}
