import type { VerdictRow } from "@mingchuang/warehouse/queries/selection";
import { Link } from "@tanstack/react-router";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { documentName } from "../../ui/subject/honour-of.ts";
import { decidingRules } from "./deciding-rules.ts";
import { messages } from "./messages.ts";
import { idsIn } from "./outcome.ts";
import type { StageInView } from "./stages-in-view.ts";
import type { SelectionScope } from "./use-selection-scope.ts";

interface WhyProps {
  readonly row: VerdictRow;
  readonly stage: StageInView;
  readonly scope: SelectionScope;
}

const bars = ["vetoed", "undecided", "ineligible", "not_applied", "unscored", "holds-other", "not-passed"] as const;

/** Why somebody is in, out or open: the sentence written with the result, and the rules that decided, each leading to where it is written. */
export function Why({ row, stage, scope }: WhyProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme, rules } = scope;
  const written = language === "zh" ? row.sentence_zh : row.sentence_en;
  const bar = bars.find((kind) => kind === row.bar);
  const against = idsIn(row.behind).map((id) => stage.rows.find(({ application_id }) => application_id === id)?.subject_name ?? id);
  const plain = [
    bar === undefined ? text(`reason-${row.reason}`) : text(`bar-${bar}`),
    against.length === 0 ? "" : `${text("against")}${language === "zh" ? "：" : ": "}${against.join("、")}`,
  ];
  const deciding = decidingRules(row, stage, rules, language);
  return (
    <span className="why">
      {withoutRank(written) ?? plain.filter(Boolean).join(language === "zh" ? "；" : "; ")}
      {deciding.map(({ id, label, source, part }) => (
        <Link
          key={id}
          to="/rubric"
          search={({ year, honour, lang, theme }) => ({ year, honour, lang, theme, scheme: scheme.schemeId })}
          hash={`${scope.honour}.${part}`}
          className="rule-link"
          title={source === null ? undefined : `${documentName(scheme, source.document)} ${source.clause}`}
        >
          {label}
        </Link>
      ))}
      {row.bar === "vetoed" || row.bar === "undecided" ? (
        <Link
          to="/vetoes"
          search={({ year, honour, lang, theme }) => ({
            year,
            honour,
            lang,
            theme,
            state: [row.bar === "vetoed" ? "vetoed" : "undecided"],
          })}
          className="rule-link"
        >
          {text("toVeto")}
        </Link>
      ) : null}
    </span>
  );
}

/** The rank stands in its own column. */
function withoutRank(sentence: string | null): string | null {
  return sentence?.replace(/^(第 \d+ 名，|Rank \d+, )/, "") ?? null;
}
