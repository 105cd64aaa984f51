import { queryRegister, querySubjectResults, type RegisterRow, type SubjectResultRow } from "@mingchuang/warehouse/queries/subject";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useHonours } from "../../lib/honours.ts";
import { useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { PrintForm } from "../../ui/assessment-form/print-form.tsx";
import { messages as shell } from "../../ui/messages.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { ScoreExplanation } from "../../ui/subject/score-explanation.tsx";
import { SubjectCompare } from "../../ui/subject/subject-compare.tsx";
import { SubjectHead } from "../../ui/subject/subject-head.tsx";
import { SubjectHistory } from "../../ui/subject/subject-history.tsx";
import { SubjectPeers } from "../../ui/subject/subject-peers.tsx";
import { SubjectVetoes } from "../../ui/subject/subject-vetoes.tsx";
import { useHonourOfPage } from "../../ui/subject/use-honour-of-page.ts";
import { messages } from "./messages.ts";
import { WindowChanges } from "./window-changes.tsx";
import { WindowMonths } from "./window-months.tsx";
import { WindowPeople } from "./window-people.tsx";
import { WindowRegister } from "./window-register.tsx";
import "../../ui/subject/subject.css";

const route = getRouteApi("/windows/$id");

/** 窗口: why this score. A window that was not nominated shows its service data and says so. */
export function WindowPage() {
  const { id } = route.useParams();
  const register = useRows(queryRegister, { windowId: id });
  const { honour } = useScope();
  const results = useRows(querySubjectResults, { subjectId: id, honour });
  const agrees = useHonourOfPage("windows");
  if (!agrees || register.isPlaceholderData || results.isPlaceholderData) return null;
  return (
    <Loaded result={register}>
      {(entries) => <Loaded result={results}>{(applications) => <Window id={id} entries={entries} applications={applications} />}</Loaded>}
    </Loaded>
  );
}

interface WindowProps {
  readonly id: string;
  readonly entries: readonly RegisterRow[];
  readonly applications: readonly SubjectResultRow[];
}

function Window({ id, entries, applications }: WindowProps) {
  const text = useText(messages);
  const shellText = useText(shell);
  const { year, honour } = useScope();
  const { nameOf } = useHonours();
  const single = route.useSearch();
  const navigate = route.useNavigate();
  const result = applications.find((application) => application.year === year && application.subject_id === id);
  const lastYear = applications.filter((application) => application.year === year - 1);
  const entry = entries.find((candidate) => candidate.year === year) ?? entries.at(-1);
  const trail = [
    <Link key="ranking" to="/ranking" search={({ year: chosen, honour, lang, theme }) => ({ year: chosen, honour, lang, theme })}>
      {shellText("ranking")}
    </Link>,
  ];
  const name = result?.subject_name ?? entry?.name;
  if (name === undefined) {
    return (
      <Page title={id} question={text("questionNotNominated")} trail={trail}>
        <Empty>{text("unknown", { id })}</Empty>
      </Page>
    );
  }
  return (
    <Page
      title={name}
      question={text(result ? "question" : "questionNotNominated")}
      trail={trail}
      actions={result ? <PrintForm result={result} /> : null}
    >
      {result ? <SubjectHead result={result} previous={lastYear.length === 1 ? lastYear[0] : undefined} /> : null}
      {result ? <SubjectCompare result={result} others={applications} /> : null}
      {entry ? <WindowRegister entry={entry} result={result} /> : null}
      <WindowChanges windowId={id} />
      {result ? (
        <ScoreExplanation
          result={result}
          single={{
            item: single.item,
            grader: single.grader,
            onChange: (part) => void navigate({ search: (former) => ({ ...former, ...part }), replace: true, resetScroll: false }),
          }}
        />
      ) : (
        <p className="not-nominated">{text("notNominated", { year, honour: nameOf(honour) })}</p>
      )}
      <SubjectVetoes subjectId={id} />
      <WindowMonths windowId={id} />
      <div className="columns">
        <div className="two-thirds">
          <Section id="history" title={text("history")}>
            {applications.length > 0 ? (
              <div className="history">
                <SubjectHistory subjectId={id} results={applications} caption={text("historyTable")} />
              </div>
            ) : (
              <p>{text("historyNone")}</p>
            )}
          </Section>
          <WindowPeople windowId={id} />
        </div>
        <div className="third">{result ? <SubjectPeers result={result} /> : null}</div>
      </div>
    </Page>
  );
}
