import type { DemandCount } from "@mingchuang/rubric/select/check-list";
import type { SelectionProblem, SelectionRule } from "@mingchuang/rubric/select/problem";
import { Link } from "@tanstack/react-router";
import { cityName } from "../../lib/city-name.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings } from "../../lib/scope.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { documentName } from "../../ui/subject/honour-of.ts";
import { messages } from "./messages.ts";
import type { SelectionScope } from "./use-selection-scope.ts";

const fields = ["city", "county", "domain", "level", "tier", "unit"] as const;

interface RuleCountsProps {
  readonly rule: SelectionRule;
  readonly problem: SelectionProblem;
  readonly counts: readonly DemandCount[];
  readonly scope: SelectionScope;
}

/** One rule over a list: its places one a row, and for a coverage the values side by side. */
export function RuleCounts({ rule, problem, counts, scope }: RuleCountsProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { cities } = useHoldings();
  const { scheme } = scope;
  const order = (value: string) => cities.findIndex(({ city }) => city === value);
  const valueName = (field: string, value: string) =>
    problem.labels[field]?.[value]?.[language] ?? (field === "city" ? cityName(value, language) : value);
  const fieldName = (field: string) => {
    const known = fields.find((each) => each === field);
    return known === undefined ? field : text(`field-${known}`);
  };
  const stateOf = ({ demand, count, short, over }: DemandCount): string => {
    if (over > 0) return text("over", { count: over });
    if (short > 0)
      return demand.members.size <= count ? `${text("short", { count: short })} · ${text("nobody")}` : text("short", { count: short });
    return demand.most !== null && count === demand.most ? text("full") : text("holds");
  };
  const missed = counts.filter(({ short, over }) => short + over > 0);
  const caption = (
    <p className="rule-head">
      <strong>{rule.label[language]}</strong>
      <span className={missed.length > 0 ? (rule.hard ? "broken" : "missed") : "kept"}>
        {text("ruleState", {
          binding: text(rule.hard ? "hard" : "soft"),
          state: missed.length === 0 ? text("ruleHolds") : text("ruleMissed", { count: missed.length }),
        })}
      </span>
      {rule.source === null ? null : (
        <Link
          to="/rubric"
          search={({ year, honour, lang, theme }) => ({ year, honour, lang, theme, scheme: scheme.schemeId })}
          hash={`${scope.honour}.places`}
          className="rule-link"
        >
          {`${documentName(scheme, rule.source.document)} ${rule.source.clause}`}
        </Link>
      )}
    </p>
  );

  if (rule.kind === "cover" && rule.per !== null) {
    const per = rule.per;
    const places = [...new Set(counts.map(({ demand }) => demand.at[per] ?? ""))].sort((a, b) => order(a) - order(b));
    const at = (place: string, value: string) => counts.find(({ demand }) => demand.at[per] === place && demand.at[rule.of] === value);
    const lacking = (place: string) => rule.values.filter((value) => (at(place, value)?.short ?? 0) > 0);
    return (
      <div className="rule-counts">
        {caption}
        <DataTable
          caption={rule.label[language]}
          captionHidden
          rows={places}
          rowKey={(place) => place}
          columns={[
            { id: "place", label: fieldName(per), value: (place) => valueName(per, place) },
            ...rule.values.map(
              (value): Column<string> => ({
                id: value,
                label: valueName(rule.of, value),
                numeric: true,
                value: (place) => at(place, value)?.count ?? 0,
              }),
            ),
            {
              id: "gaps",
              label: text("gaps"),
              value: (place) => lacking(place).length,
              cell: (place) => {
                const missing = lacking(place);
                if (missing.length === 0) return text("complete");
                const none = missing.every((value) => at(place, value)?.demand.members.size === 0);
                const names = missing.map((value) => valueName(rule.of, value)).join(language === "zh" ? "、" : ", ");
                return (
                  <span className="missed">
                    {text("lacking", { names })}
                    {none ? `（${text("nobody")}）` : ""}
                  </span>
                );
              },
            },
          ]}
        />
      </div>
    );
  }

  const field = rule.kind === "count" ? rule.field : rule.kind === "cover" ? rule.of : null;
  const placeName = ({ demand }: DemandCount) => {
    if (demand.subject !== null) return problem.subjects.find(({ id }) => id === demand.subject)?.label ?? demand.subject;
    return field === null ? text("allTogether") : valueName(field, demand.at[field] ?? "");
  };
  const limit = ({ demand: { least, most } }: DemandCount) => {
    if (least === most) return String(most ?? "–");
    if (least === null) return text("atMost", { most: most ?? 0 });
    return most === null ? text("atLeast", { least }) : text("between", { least, most });
  };
  return (
    <div className="rule-counts">
      {caption}
      <DataTable
        caption={rule.label[language]}
        captionHidden
        rows={field === "city" ? [...counts].sort((a, b) => order(a.demand.at.city ?? "") - order(b.demand.at.city ?? "")) : counts}
        rowKey={({ demand }) => `${demand.subject ?? ""}${Object.values(demand.at).join(".")}`}
        columns={[
          { id: "place", label: field === null ? text("subject") : fieldName(field), value: placeName },
          { id: "listed", label: text("listed"), numeric: true, value: ({ count }) => count },
          { id: "limit", label: text("limit"), numeric: true, value: limit },
          { id: "eligible", label: text("eligible"), numeric: true, value: ({ demand }) => demand.members.size },
          {
            id: "state",
            label: text("state"),
            value: stateOf,
            cell: (each) => (
              <span className={each.short + each.over > 0 ? (rule.hard ? "broken" : "missed") : undefined}>{stateOf(each)}</span>
            ),
          },
        ]}
      />
    </div>
  );
}
