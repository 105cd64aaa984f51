import type { BonusItem } from "@mingchuang/rubric/mechanisms/bonus";
import type { Honour, Item } from "@mingchuang/rubric/scheme";
import type { ReactNode } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { rubricAnchor } from "../../lib/rubric-anchor.ts";
import { usePlace } from "./anchor.tsx";
import { Citation } from "./citation.tsx";
import { recordWords } from "./field-words.ts";
import { messages } from "./messages.ts";
import { numeral } from "./numeral.ts";
import { Remarks } from "./remarks.tsx";
import { RuleTable } from "./rule-table.tsx";
import { RuledValue } from "./ruled-value.tsx";
import { useReading, useSay } from "./scheme-context.ts";

/** The rubric as an annex prints it: items with their clauses and points, how each is checked, and where it stands. */
export function ItemsTable({ honour }: { readonly honour: Honour }) {
  const text = useText(messages);
  const { full, items } = honour.rubric;
  return (
    <RuleTable
      caption={text("items")}
      className="items"
      numeric={[1]}
      head={[text("itemAndClause"), text("points"), text("howScored"), text("howChecked"), text("source")]}
    >
      {items.map((item, index) => (
        <ItemRows key={item.id} honour={honour} item={item} number={index + 1} />
      ))}
      {full === undefined ? null : (
        <tbody className="total">
          <tr>
            <th scope="row">{text("full")}</th>
            <td className="numeric">{full}</td>
            <td>{items.flatMap((item) => ("max" in item ? [item.max] : [])).join(" + ")}</td>
            <td />
            <td>
              <Citation source={honour.rubric.source} />
            </td>
          </tr>
        </tbody>
      )}
    </RuleTable>
  );
}

function ItemRows({ honour, item, number }: { readonly honour: Honour; readonly item: Item; readonly number: number }) {
  const say = useSay();
  const language = useLanguage();
  const place = usePlace();
  const { scheme } = useReading();
  const comma = language === "zh" ? "、" : ", ";
  const checked = item.checked.map((id) => scheme.methods.find((method) => method.id === id)?.label ?? { zh: id, en: id });
  const path = ["honours", scheme.honours.indexOf(honour), "rubric", "items", honour.rubric.items.indexOf(item)];
  return (
    <tbody>
      <tr className="item" {...place(rubricAnchor.item(honour.id, item.id))}>
        <th scope="rowgroup">
          <span className="item-number">{numeral(number, language)}</span>
          {say(item.label)}
        </th>
        <td className="numeric">{"max" in item ? item.max : "–"}</td>
        <td>
          <Method item={item} />
        </td>
        <td>{checked.length === 0 ? "–" : checked.map(say).join(comma)}</td>
        <td>
          <Citation source={item.source} />
        </td>
      </tr>
      <Clauses honour={honour} item={item} />
      <Remarks below={path} columns={5} />
    </tbody>
  );
}

/** How points come about in an item, in one line. */
function Method({ item }: { readonly item: Item }): ReactNode {
  const text = useText(messages);
  switch (item.kind) {
    case "deduction":
      return item.discretionary ? text("byClauseAndDiscretion") : text("byClause");
    case "graded":
      return text("byGrade", { max: item.max });
    case "bonus":
      return text("byBonus", { max: item.max });
    case "checklist":
      return text(item.points.some(({ points }) => points !== undefined) ? "byPoints" : "byEqualPoints", { count: item.points.length });
    case "appraisal":
      return text("byAppraisal", { full: item.full });
    case "indicator":
      return text("byIndicator");
    case "composite":
      return text("byComposite");
    case "ranks":
      return text("byRanks");
  }
}

function Clauses({ honour, item }: { readonly honour: Honour; readonly item: Item }): ReactNode {
  const text = useText(messages);
  const say = useSay();
  const place = usePlace();
  if (item.kind === "bonus") return <BonusRows honour={honour} item={item} />;
  if (item.kind === "deduction") {
    return item.clauses.map(({ id, label, deduct, source }, index) => (
      <tr key={id} className="clause" {...place(rubricAnchor.item(honour.id, item.id, id))}>
        <td>
          <span className="clause-number">{index + 1}</span>
          {say(label)}
        </td>
        <td className="numeric" />
        <td>{text("deduct", { points: deduct })}</td>
        <td />
        <td>
          <Citation source={source} />
        </td>
      </tr>
    ));
  }
  if (item.kind !== "checklist") return null;
  return item.points.map(({ id, label, points, source }, index) => (
    <tr key={id} className="clause" {...place(rubricAnchor.item(honour.id, item.id, id))}>
      <td>
        <span className="clause-number">{index + 1}</span>
        {say(label)}
      </td>
      <td className="numeric" />
      <td>{points === undefined ? text("kept") : text("keptPoints", { points })}</td>
      <td />
      <td>
        <Citation source={source} />
      </td>
    </tr>
  ));
}

function BonusRows({ honour, item }: { readonly honour: Honour; readonly item: BonusItem }) {
  const text = useText(messages);
  const say = useSay();
  const place = usePlace();
  return item.parts.map((part) => [
    <tr key={part.id} className="clause" {...place(rubricAnchor.item(honour.id, item.id, part.id))}>
      <td>
        <span className="clause-number">+</span>
        {say(part.label)}
      </td>
      <td className="numeric" />
      <td>
        {part.kind === "each" ? text("bonusEach", { points: part.points, records: say(recordWords(part.records)) }) : text("bonusLevels")}
        {text("cap", { cap: part.cap })}
      </td>
      <td>
        <RuledValue decides="period" rule={part.period} />
        {part.kind === "levels" ? (
          <>
            {text("andThen")}
            <RuledValue decides="honour-counting" rule={part.counting} />
          </>
        ) : null}
      </td>
      <td>
        <Citation source={part.source} />
      </td>
    </tr>,
    ...(part.kind === "levels" ? part.levels : []).map((level) => (
      <tr key={`${part.id}-${level.id}`} className="clause level" {...place(rubricAnchor.item(honour.id, item.id, level.id))}>
        <td>{say(level.label)}</td>
        <td className="numeric" />
        <td>{text("bonusPoints", { points: level.points })}</td>
        <td />
        <td>
          <Citation source={level.source} />
        </td>
      </tr>
    )),
  ]);
}
