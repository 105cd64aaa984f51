import { type PersonRow, queryPerson, querySubjectResults, type SubjectResultRow } from "@mingchuang/warehouse/queries/subject";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useHonours } from "../../lib/honours.ts";
import { useText } from "../../lib/i18n.ts";
import { useReach, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { PrintForm } from "../../ui/assessment-form/print-form.tsx";
import { messages as shell } from "../../ui/messages.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { RegisterFacts } from "../../ui/subject/register-facts.tsx";
import { useSchemeNames } from "../../ui/subject/scheme-names.ts";
import { ScoreExplanation } from "../../ui/subject/score-explanation.tsx";
import { SubjectCompare } from "../../ui/subject/subject-compare.tsx";
import { SubjectHead } from "../../ui/subject/subject-head.tsx";
import { SubjectHistory } from "../../ui/subject/subject-history.tsx";
import { SubjectPeers } from "../../ui/subject/subject-peers.tsx";
import { SubjectVetoes } from "../../ui/subject/subject-vetoes.tsx";
import { useHonourOfPage } from "../../ui/subject/use-honour-of-page.ts";
import { messages } from "./messages.ts";
import "../../ui/subject/subject.css";

const route = getRouteApi("/people/$id");

/** 人员: why this score, for an honour that people hold. */
export function PersonPage() {
  const { id } = route.useParams();
  const entries = useRows(queryPerson, { personId: id });
  const { honour } = useScope();
  const results = useRows(querySubjectResults, { subjectId: id, honour });
  const agrees = useHonourOfPage("persons");
  if (!agrees || entries.isPlaceholderData || results.isPlaceholderData) return null;
  return (
    <Loaded result={entries}>
      {(persons) => <Loaded result={results}>{(applications) => <Person id={id} entries={persons} applications={applications} />}</Loaded>}
    </Loaded>
  );
}

interface PersonProps {
  readonly id: string;
  readonly entries: readonly PersonRow[];
  readonly applications: readonly SubjectResultRow[];
}

function Person({ id, entries, applications }: PersonProps) {
  const text = useText(messages);
  const shellText = useText(shell);
  const { year, honour } = useScope();
  const { nameOf } = useHonours();
  const single = route.useSearch();
  const navigate = route.useNavigate();
  const withheld = useReach("mart_person", "name") !== "full";
  const result = applications.find((application) => application.year === year);
  const entry = entries.find((candidate) => candidate.year === year) ?? entries.at(-1);
  const name = result?.subject_name ?? entry?.name ?? applications.at(-1)?.subject_name;
  const trail = [
    <Link key="ranking" to="/ranking" search={({ year: chosen, honour, lang, theme }) => ({ year: chosen, honour, lang, theme })}>
      {shellText("ranking")}
    </Link>,
  ];
  if (name === undefined || name === null) {
    return (
      <Page title={id} question={text("question")} trail={trail}>
        <Empty>{text("unknown", { id })}</Empty>
      </Page>
    );
  }
  return (
    <Page title={name} question={text("question")} trail={trail} actions={result ? <PrintForm result={result} /> : null}>
      {withheld ? <p className="reach-note">{text("withheldNames")}</p> : null}
      {result ? <SubjectHead result={result} previous={applications.find((application) => application.year === year - 1)} /> : null}
      {result ? <SubjectCompare result={result} others={applications} /> : null}
      <Register id={id} entry={entry} result={result} />
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
        <p className="not-nominated">{text("notNominated", { name, year, honour: nameOf(honour) })}</p>
      )}
      <SubjectVetoes subjectId={id} />
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
        </div>
        <div className="third">{result ? <SubjectPeers result={result} /> : null}</div>
      </div>
    </Page>
  );
}

interface RegisterProps {
  readonly id: string;
  readonly entry: PersonRow | undefined;
  readonly result: SubjectResultRow | undefined;
}

function Register({ id, entry, result }: RegisterProps) {
  const text = useText(messages);
  const { domain } = useSchemeNames();
  const windowId = result?.window_id ?? entry?.window_id;
  return (
    <RegisterFacts
      label={text("register")}
      facts={[
        [text("number"), id],
        [
          text("window"),
          windowId === undefined ? null : (
            <Link key="window" to="/windows/$id" params={{ id: windowId }} search={({ year, lang, theme }) => ({ year, lang, theme })}>
              {result?.window_name ?? entry?.window_name ?? windowId}
            </Link>
          ),
        ],
        [text("city"), result?.city ?? null],
        [text("domain"), result ? domain(result.domain) : null],
        [text("position"), entry?.position ?? null],
        [text("joined"), entry?.joined_on ?? null],
        [text("onStaff"), entry?.on_staff === null || entry === undefined ? null : text(entry.on_staff ? "yes" : "no")],
        [text("recommender"), result?.recommender ?? null],
        [text("submitted"), result?.submitted_on ?? null],
      ]}
    />
  );
}
