import type { Bilingual } from "../bilingual.ts";
import type { Honour } from "../scheme.ts";
import type { VetoRecord, VetoResult } from "../score-result.ts";
import { vetoRecordSentence, vetoSentence } from "../veto-sentence.ts";
import { type ExplanationNode, note } from "./explanation.ts";

const dispositions: Readonly<Record<VetoRecord["disposition"], Bilingual>> = {
  counted: { zh: "计入", en: "Counted" },
  undecided: { zh: "待认定", en: "Undecided" },
  excluded: { zh: "不计入", en: "Not counted" },
};

/** Why a veto rule says what it says: the rule, and under it each record with what decided. It carries no points. */
export function vetoTree(honour: Honour, result: VetoResult): ExplanationNode {
  const label = honour.rubric.vetoes.find(({ id }) => id === result.rule)?.label ?? { zh: result.rule, en: result.rule };
  const children = result.records.map((record) => {
    const sentence = vetoRecordSentence(honour, result.rule, record);
    const { recordId, origin } = record;
    return note(`${result.rule}/${recordId}`, dispositions[record.disposition], sentence, { source: result.source, origin, recordId });
  });
  return note(result.rule, label, vetoSentence(honour, result), { source: result.source, children });
}
