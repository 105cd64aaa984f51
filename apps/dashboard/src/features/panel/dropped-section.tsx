import type { Honour } from "@mingchuang/rubric/scheme";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatPoints } from "../../lib/format.ts";
import { useHonours } from "../../lib/honours.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { rubricAnchor } from "../../lib/rubric-anchor.ts";
import { useScope } from "../../lib/scope.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { RuleLink } from "../../ui/subject/rule-link.tsx";
import { usePrinting } from "../../ui/use-printing.ts";
import { type DroppedSheet, droppedSheets, type GraderShare, graderShares } from "./dropped-sheets.ts";
import { messages } from "./messages.ts";
import type { Panel } from "./read-panel.ts";

/** More than these are folded away under the counts by grader. */
const shownAtOnce = 12;

/** Which sheets take no part in the score, and by which rule. */
export function DroppedSection({ panel, honour: rules }: { readonly panel: Panel; readonly honour: Honour }) {
  const text = useText(messages);
  const language = useLanguage();
  const printing = usePrinting();
  const { scheme, honour } = useScope();
  const { pathOf } = useHonours();
  const { sheets, results } = panel;
  const resultOf = (sheet: DroppedSheet) => results.find(({ application_id }) => application_id === sheet.application);
  const dropped = useMemo(
    () =>
      droppedSheets(
        sheets,
        results.map(({ application_id }) => application_id),
      ),
    [sheets, results],
  );
  const shares = useMemo(() => graderShares(sheets, dropped), [sheets, dropped]);
  const count = (as: DroppedSheet["as"]) => dropped.filter((sheet) => sheet.as === as).length;
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
  const columns: readonly Column<DroppedSheet>[] = [
    {
      id: "applicant",
      label: text("applicant"),
      value: (sheet) => resultOf(sheet)?.subject_name ?? sheet.application,
      cell: (sheet) => {
        const result = resultOf(sheet);
        return result ? (
          <Link
            to={pathOf(honour)}
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
    { id: "because", label: text("because"), value: ({ as }) => text(as) },
    ...(count("incomplete") === 0
      ? []
      : [
          {
            id: "places",
            label: text("places"),
            value: ({ missing }: DroppedSheet) => (missing.length === 0 ? null : missing.map(nameOf).join(language === "zh" ? "；" : "; ")),
          },
        ]),
  ];
  const share = (id: keyof Omit<GraderShare, "grader">): Column<GraderShare> => ({
    id,
    label: text(id),
    numeric: true,
    value: (row) => row[id],
  });
  const list = (
    <DataTable
      caption={text("droppedTable")}
      captionHidden
      columns={columns}
      rows={dropped}
      rowKey={({ application, grader }) => `${application} ${grader}`}
    />
  );
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
      {dropped.length === 0 ? (
        <p>{text("droppedNone", { sheets: sheets.length })}</p>
      ) : (
        <>
          <p className="after-note">
            {text("droppedSentence", {
              sheets: sheets.length,
              dropped: dropped.length,
              highest: count("highest"),
              lowest: count("lowest"),
              incomplete: count("incomplete"),
            })}
          </p>
          {dropped.length <= shownAtOnce ? (
            list
          ) : (
            <>
              <DataTable
                caption={text("sharesTable")}
                columns={[
                  { id: "grader", label: text("grader"), value: ({ grader }) => grader },
                  ...(["kept", "highest", "lowest", "incomplete"] as const).map(share),
                ]}
                rows={shares}
                rowKey={({ grader }) => grader}
              />
              <details className="after-table" open={printing || undefined}>
                <summary>{text("droppedList", { dropped: dropped.length })}</summary>
                {list}
              </details>
            </>
          )}
        </>
      )}
    </Section>
  );
}
