import type { PanelSheet } from "@mingchuang/rubric/agreement/published-panel";
import type { Honour } from "@mingchuang/rubric/scheme";
import { Link } from "@tanstack/react-router";
import { formatPoints } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { rubricAnchor } from "../../lib/rubric-anchor.ts";
import { useScope } from "../../lib/scope.ts";
import { subjectPath } from "../../lib/subject-link.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { RuleLink } from "../../ui/subject/rule-link.tsx";
import { messages } from "./messages.ts";
import type { Panel } from "./read-panel.ts";

/** Which sheets take no part in the score, and by which rule. */
export function DroppedSection({ panel, honour: rules }: { readonly panel: Panel; readonly honour: Honour }) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme, honour } = useScope();
  const rows = panel.sheets.filter(({ droppedBecause }) => droppedBecause !== null);
  const resultOf = (sheet: PanelSheet) => panel.results.find(({ application_id }) => application_id === sheet.application);
  const nameOf = (place: string) => {
    const [item = "", clause] = place.split("/");
    const label = scheme.item(honour, item, language);
    return clause === undefined ? label : `${label}　${scheme.clause(honour, item, clause, language)}`;
  };
  const settled = (rule: unknown) => {
    const id = typeof rule === "object" && rule !== null && "policy" in rule ? String(rule.policy) : null;
    const policy = scheme.body.policies?.find((each) => each.id === id);
    const option = policy?.options.find((each) => each.id === panel.policies.inForce[policy.id]?.option);
    return { id, silent: policy?.silent ?? false, label: option?.label[language] ?? text("stated") };
  };
  const [combined, incomplete] = [settled(rules.rubric.sheets?.combined), settled(rules.rubric.sheets?.incomplete)];
  const columns: readonly Column<PanelSheet>[] = [
    {
      id: "applicant",
      label: text("applicant"),
      value: (sheet) => resultOf(sheet)?.subject_name ?? sheet.application,
      cell: (sheet) => {
        const result = resultOf(sheet);
        return result ? (
          <Link
            to={subjectPath(honour)}
            params={{ id: result.subject_id }}
            search={({ year, lang, theme }) => ({ year, honour, lang, theme })}
            hash="graders"
          >
            {result.subject_name}
          </Link>
        ) : (
          sheet.application
        );
      },
    },
    { id: "grader", label: text("grader"), value: ({ grader }) => grader },
    {
      id: "total",
      label: text("sheetTotal"),
      numeric: true,
      value: ({ hundredths }) => hundredths / 100,
      cell: ({ hundredths }) => formatPoints(hundredths),
    },
    { id: "because", label: text("because"), value: ({ droppedBecause }) => (droppedBecause === null ? null : text(droppedBecause)) },
    {
      id: "places",
      label: text("places"),
      value: ({ missing }) => (missing.length === 0 ? null : missing.map(nameOf).join(language === "zh" ? "；" : "; ")),
    },
  ];
  return (
    <Section
      id="dropped"
      title={text("dropped")}
      note={
        <>
          {text(combined.silent || incomplete.silent ? "droppedNote" : "droppedNoteStated", {
            combined: combined.label,
            incomplete: incomplete.label,
            silent: text("silent"),
          })}{" "}
          {combined.id === null ? null : <RuleLink anchor={rubricAnchor.policy(combined.id)}>{text("rule")}</RuleLink>}
        </>
      }
    >
      {rows.length === 0 ? (
        <p>{text("droppedNone", { sheets: panel.sheets.length })}</p>
      ) : (
        <DataTable
          caption={text("droppedTable")}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={({ application, grader }) => `${application} ${grader}`}
        />
      )}
    </Section>
  );
}
