import { vetoSentence } from "@mingchuang/rubric/veto-sentence";
import { queryVetoRecords, type VetoRow } from "@mingchuang/warehouse/queries/vetoes";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { rubricAnchor } from "../../lib/rubric-anchor.ts";
import { useReach, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Loaded } from "../states.tsx";
import { DecisionEffects } from "./decision-effects.tsx";
import { messages } from "./messages.ts";
import { RuleCitation } from "./rule-link.tsx";
import { useSchemeNames } from "./scheme-names.ts";
import { VetoRecords } from "./veto-records.tsx";

/** One rule of one subject laid open: the result in words, where the rule stands, every record, what pending decisions would do. */
export function VetoDetail({ veto, otherOpen }: { readonly veto: VetoRow; readonly otherOpen: boolean }) {
  const text = useText(messages);
  const language = useLanguage();
  const { year, honour: title } = useScope();
  const { honour } = useSchemeNames();
  const records = useRows(queryVetoRecords, { year, honour: title, subjectId: veto.subject_id, rule: veto.rule });
  const withheld = useReach("eval_veto_record", "record_id") === "withheld";
  const source = honour?.rubric.vetoes.find((rule) => rule.id === veto.rule)?.source;
  return (
    <div className="veto-detail">
      {honour ? (
        <p>
          {vetoSentence(honour, veto)[language]}
          {source ? (
            <span className="faint">
              {"　"}
              <RuleCitation anchor={rubricAnchor.veto(title, veto.rule)} document={source.document} clause={source.clause} />
            </span>
          ) : null}
        </p>
      ) : null}
      {withheld ? (
        <p className="reach-note">{text("withheld", { what: text("whatRecords") })}</p>
      ) : (
        <Loaded result={records}>{(rows) => <VetoRecords rule={veto.rule} records={records.isPlaceholderData ? [] : rows} />}</Loaded>
      )}
      {veto.undecided > 0 ? <DecisionEffects veto={veto} otherOpen={otherOpen} /> : null}
    </div>
  );
}
