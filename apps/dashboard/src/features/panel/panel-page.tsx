import { enough } from "@mingchuang/rubric/agreement/agreement-reading";
import { completeRatings } from "@mingchuang/rubric/agreement/ratings";
import { settle } from "@mingchuang/rubric/policy";
import type { Honour } from "@mingchuang/rubric/scheme";
import { isSheetItem } from "@mingchuang/rubric/sheets";
import { queryPanelEntries, queryPanelResults, queryPanelSheets, queryPanelTerms } from "@mingchuang/warehouse/queries/panel";
import { useMemo } from "react";
import { useHonours } from "../../lib/honours.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useReach, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Choices } from "../../ui/choices.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Empty, Failure, Loaded, Partial } from "../../ui/states.tsx";
import { AdjustedSection } from "./adjusted-section.tsx";
import { AgreementTable } from "./agreement-table.tsx";
import { DeviationSection } from "./deviation-section.tsx";
import { DroppedSection } from "./dropped-section.tsx";
import { ItemAgreement } from "./item-agreement.tsx";
import { messages } from "./messages.ts";
import { PanelFigures } from "./panel-figures.tsx";
import { ProgressSection } from "./progress-section.tsx";
import { type Panel, type PanelRows, readPanel } from "./read-panel.ts";
import { SeveritySection } from "./severity-section.tsx";
import { useSingle } from "./use-single.ts";
import "../../ui/subject/subject.css";
import "./panel.css";

/** 专家组: do graders agree. */
export function PanelPage() {
  const text = useText(messages);
  const { scheme, honour, year } = useScope();
  const of = { year, honour };
  const results = useRows(queryPanelResults, of);
  const sheets = useRows(queryPanelSheets, of);
  const entries = useRows(queryPanelEntries, of);
  const terms = useRows(queryPanelTerms, of);
  const [ofPoints, ofGraders] = [useReach("eval_sheet", "points_c"), useReach("eval_sheet", "grader_id")];
  const rules = scheme.honour(honour);
  if (ofPoints === "withheld" || ofGraders === "withheld") return <Frame>{<p className="reach-note">{text("withheld")}</p>}</Frame>;
  if (rules === undefined || !rules.rubric.items.some(isSheetItem)) return <Frame>{<Empty>{text("noRules")}</Empty>}</Frame>;
  if ([results, sheets, entries, terms].some((each) => each.isPlaceholderData)) return null;
  return (
    <Loaded result={results}>
      {(allResults) => (
        <Loaded result={sheets}>
          {(allSheets) => (
            <Loaded result={entries}>
              {(allEntries) => (
                <Loaded result={terms}>
                  {(allTerms) => (
                    <Read rules={rules} rows={{ results: allResults, sheets: allSheets, entries: allEntries, terms: allTerms }} />
                  )}
                </Loaded>
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function Frame({ panel, children }: { readonly panel?: Panel | undefined; readonly children: React.ReactNode }) {
  const text = useText(messages);
  const { nameOf: honourName } = useHonours();
  const { year, honour } = useScope();
  const { change } = useSingle();
  const nameOf = (round: string) => (round === "initial" || round === "onsite" ? text(`round-${round}`) : round);
  const rounds = panel?.rounds ?? [];
  return (
    <Page
      title={text("title")}
      question={text("question", { year, honour: honourName(honour), round: nameOf(panel?.round ?? "initial") })}
      actions={
        panel && rounds.length > 1 ? (
          <Choices
            label={text("round")}
            options={rounds.map((value) => ({ value, label: nameOf(value) }))}
            value={panel.round}
            onChoose={(value) => change({ round: value })}
          />
        ) : null
      }
    >
      {children}
    </Page>
  );
}

/** The rows reckoned once for each choice of a round; what the engine refuses is said, not hidden. */
function Read({ rules, rows }: { readonly rules: Honour; readonly rows: PanelRows }) {
  const text = useText(messages);
  const { nameOf: honourName } = useHonours();
  const { scheme, honour, year } = useScope();
  const { search } = useSingle();
  const { results, sheets, entries, terms } = rows;
  const read = useMemo(() => {
    try {
      return { panel: readPanel(scheme.body, rules, { results, sheets, entries, terms }, search.round), error: null };
    } catch (error) {
      return { panel: null, error };
    }
  }, [scheme, rules, results, sheets, entries, terms, search.round]);
  if (read.panel === null) {
    return (
      <Frame>
        <Failure error={read.error} title={text("roundBroken", { round: search.round ?? terms.round ?? "" })} />
      </Frame>
    );
  }
  if (read.panel.sheets.length === 0) {
    return (
      <Frame panel={read.panel}>
        <Empty>{text("noSheets", { year, honour: honourName(honour) })}</Empty>
      </Frame>
    );
  }
  return (
    <Frame panel={read.panel}>
      <Compared panel={read.panel} rules={rules} made={terms.round ?? "initial"} />
    </Frame>
  );
}

function Compared({ panel, rules, made }: { readonly panel: Panel; readonly rules: Honour; readonly made: string }) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme, honour } = useScope();
  const { search, change } = useSingle();
  const renamed = useReach("eval_sheet", "grader_id") === "renamed";
  const nameOf = (round: string) => (round === "initial" || round === "onsite" ? text(`round-${round}`) : round);
  const { agreement, items, entries } = panel;
  const ofItem = items.find(({ item }) => item === search.item);
  const ratings = ofItem?.ratings ?? agreement.ratings;
  const complete = useMemo(() => completeRatings(agreement.ratings), [agreement.ratings]);
  const combined = rules.rubric.sheets?.combined;
  const averaged = combined !== undefined && settle(panel.policies, "combination", combined).method === "mean";
  const byClause = entries.length > 0 && rules.rubric.items.some(({ kind }) => kind === "deduction");
  const few = complete.graders.length < enough.graders || complete.subjects.length < enough.subjects;
  return (
    <>
      {renamed ? <p className="reach-note">{text("renamed")}</p> : null}
      {panel.counts ? null : <p className="reach-note">{text("notCounting", { made: nameOf(made), shown: nameOf(panel.round) })}</p>}
      {entries.length === 0 ? <p className="reach-note">{text("noRows")}</p> : null}
      <PanelFigures panel={panel} honour={rules} />
      <Section id="agreement" title={text("agreement")} note={text("agreementNote")}>
        {few ? (
          <Partial>
            {text("few", {
              graders: complete.graders.length,
              subjects: complete.subjects.length,
              least: enough.graders,
              leastSubjects: enough.subjects,
            })}
          </Partial>
        ) : null}
        {agreement.panels.length > 1 ? (
          <Partial>
            {text("panels", {
              count: agreement.panels.length,
              names: agreement.panels.map((panel) => panel.join(language === "zh" ? "、" : ", ")).join(language === "zh" ? "；" : "; "),
            })}
          </Partial>
        ) : null}
        <AgreementTable agreement={agreement} byClause={byClause} />
        {agreement.items.length === 0 ? null : (
          <div className="after-table">
            <ItemAgreement panel={panel} />
          </div>
        )}
      </Section>
      {search.item === undefined && search.grader === undefined ? null : (
        <p className="singled" role="status">
          {ofItem ? <span>{text("onlyItem", { item: scheme.item(honour, ofItem.item, language) })}</span> : null}
          {search.grader === undefined ? null : <span>{text("onlyGrader", { grader: search.grader })}</span>}
          <button type="button" className="link" onClick={() => change({ item: undefined, grader: undefined, application: undefined })}>
            {text("showAll")}
          </button>
        </p>
      )}
      <div className="columns">
        <div className="half">
          <SeveritySection ratings={ratings} itemLabel={ofItem ? scheme.item(honour, ofItem.item, language) : null} />
        </div>
        <div className="half">
          <ProgressSection panel={panel} honour={rules} />
        </div>
      </div>
      <DeviationSection panel={panel} ratings={ratings} itemLabel={ofItem ? scheme.item(honour, ofItem.item, language) : null} />
      {panel.counts ? <DroppedSection panel={panel} honour={rules} /> : null}
      {panel.adjusted ? (
        <AdjustedSection panel={panel} rows={panel.adjusted} averaged={averaged} />
      ) : panel.counts ? (
        <Section id="adjusted" title={text("adjustedTitle")}>
          <p>{text("adjustedCannot")}</p>
        </Section>
      ) : null}
    </>
  );
}
