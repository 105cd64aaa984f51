import type { Bilingual } from "@mingchuang/rubric/bilingual";
import { barredSentence, missSentence, passedOverSentence } from "@mingchuang/rubric/select/selection-sentence";
import type { VerdictRow } from "@mingchuang/warehouse/queries/selection";
import { saveCsv } from "../../lib/export-csv.ts";
import { formatPoints } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { findingsOf } from "./hand-findings.ts";
import type { HandMark } from "./hand-marks.ts";
import { messages } from "./messages.ts";
import { outcomeOf } from "./outcome.ts";
import type { StageInView } from "./stages-in-view.ts";
import type { Checked } from "./use-checked-list.ts";
import type { SelectionScope } from "./use-selection-scope.ts";

type CheckedList = Extract<Checked, { check: unknown }>;

/** Longer addresses are cut by some systems. */
const longAddress = 4_000;

function useVerdict() {
  const text = useText(messages);
  return ({ check, list }: CheckedList): string => {
    if (check.stands) return text("handStands", { count: list.size });
    const broken = check.barred.length + findingsOf(check, null).hard.length;
    return text("handFalls", { count: list.size, broken });
  };
}

/** What is said of the list while it is made: it stays in sight over the table. */
export function HandBar({
  checked,
  marks,
  stage,
}: {
  readonly checked: CheckedList;
  readonly marks: readonly HandMark[];
  readonly stage: string;
}) {
  const text = useText(messages);
  const verdict = useVerdict();
  return (
    <p className={checked.check.stands ? "hand-bar" : "hand-bar falls"} role="status">
      {text("bar", { stage, told: verdict(checked), decisions: marks.length })}{" "}
      <button type="button" className="link" onClick={() => document.getElementById("hand")?.scrollIntoView({ block: "start" })}>
        {text("toHand")}
      </button>
    </p>
  );
}

interface HandSectionProps {
  readonly stages: readonly StageInView[];
  readonly current: StageInView;
  readonly scope: SelectionScope;
  readonly checked: Checked | null;
  readonly byRules: Checked | null;
  /** Of all stages. */
  readonly marks: readonly HandMark[];
  readonly byHand: boolean;
  readonly address: number;
  readonly onUndo: (mark: HandMark) => void;
  readonly onClear: () => void;
}

/** The list made by hand: which rules it breaks, whom it passes over, and the decisions with their reasons, to be handed on as a file. */
export function HandSection(props: HandSectionProps) {
  const { stages, current, scope, checked, byRules, marks, byHand, address, onUndo, onClear } = props;
  const text = useText(messages);
  const language = useLanguage();
  const verdict = useVerdict();
  const title = text("handTitle", { stage: current.label });
  if (!byHand) {
    return (
      <Section id="hand" title={title}>
        <p className="reach-note">{text("handOnly")}</p>
      </Section>
    );
  }
  if (checked === null || "refused" in checked) return null;
  const { problem, check, list } = checked;
  const { hard, soft, same } = findingsOf(check, byRules !== null && "check" in byRules ? byRules.check : null);
  const say = (sentence: Bilingual) => sentence[language];
  const rowOf = ({ stage, application }: HandMark): VerdictRow | undefined =>
    stages.find(({ id }) => id === stage)?.rows.find(({ application_id }) => application_id === application);
  const decided = marks.flatMap((mark) => {
    const row = rowOf(mark);
    return row === undefined ? [] : [{ mark, row, label: stages.find(({ id }) => id === mark.stage)?.label ?? mark.stage }];
  });
  const own = decided.filter(({ mark }) => mark.stage === current.id);
  const nameOf = (row: VerdictRow) => row.subject_name ?? row.subject_id;
  const silent = decided.filter(({ mark }) => mark.reason.trim() === "").map(({ row }) => nameOf(row));
  const open = current.row?.open ?? 0;
  const taken = own.filter(({ mark, row }) => row.outcome === "open" && mark.choice === "in").length;
  const header = [
    text("stage"),
    text("application"),
    text("subject"),
    text("rank"),
    text("total"),
    text("byRule"),
    text("decision"),
    text("reason"),
  ];
  const save = () =>
    saveCsv(
      text("decisionsFile", { year: scope.year, honour: scope.name(scope.honour) }),
      header,
      decided.map(({ mark, row, label }) => [
        label,
        row.application_id,
        nameOf(row),
        row.rank,
        formatPoints(row.total_c),
        text(`outcome-${outcomeOf(row)}`),
        text(`choice-${mark.choice}`),
        mark.reason,
      ]),
    );
  return (
    <Section
      id="hand"
      title={title}
      note={text("handNote")}
      aside={
        decided.length === 0 ? null : (
          <>
            <button type="button" className="link" onClick={save}>
              {text("downloadDecisions")}
            </button>
            <button type="button" className="link" onClick={onClear}>
              {text("clear")}
            </button>
          </>
        )
      }
    >
      <p className={own.length === 0 ? undefined : check.stands ? "kept" : "broken"}>
        {own.length === 0 ? text("handNone", { count: list.size }) : verdict(checked)}
      </p>
      {open > taken ? <p className="partial">{text("handTied", { open: open - taken })}</p> : null}
      {decided.length < marks.length ? <p className="partial">{text("unknown", { count: marks.length - decided.length })}</p> : null}
      {silent.length === 0 ? null : <p className="partial">{text("noReason", { names: silent.join("、") })}</p>}
      {address > longAddress ? <p className="partial">{text("longAddress", { length: address })}</p> : null}
      {own.length === 0 ? null : (
        <>
          <Sentences
            title={text("broken")}
            kind="broken"
            told={[...check.barred.map(barredSentence), ...hard.map((miss) => missSentence(problem, miss))].map(say)}
          />
          <Sentences title={text("missedSoft")} kind="missed" told={soft.map((miss) => say(missSentence(problem, miss)))} />
          {same === 0 ? null : <p className="faint">{text("missedSame", { count: same })}</p>}
          <Sentences
            title={text("passedOver")}
            kind="missed"
            told={check.passedOver.map((each) => say(passedOverSentence(problem, each)))}
          />
        </>
      )}
      {decided.length === 0 ? null : (
        <DataTable
          caption={text("decisions")}
          rows={decided}
          rowKey={({ mark }) => `${mark.stage}.${mark.application}`}
          columns={[
            { id: "subject", label: text("subject"), value: ({ row }) => nameOf(row) },
            { id: "stage", label: text("stage"), value: ({ label }) => label },
            { id: "rank", label: text("rank"), numeric: true, value: ({ row }) => row.rank },
            { id: "byRule", label: text("byRule"), value: ({ row }) => text(`outcome-${outcomeOf(row)}`) },
            { id: "decision", label: text("decision"), value: ({ mark }) => text(`choice-${mark.choice}`) },
            { id: "reason", label: text("reason"), value: ({ mark }) => mark.reason || null },
            {
              id: "change",
              label: text("change"),
              value: () => null,
              cell: ({ mark, row }) => (
                <button type="button" className="link" aria-label={text("undoFor", { name: nameOf(row) })} onClick={() => onUndo(mark)}>
                  {text("undo")}
                </button>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

function Sentences({
  title,
  told,
  kind,
}: {
  readonly title: string;
  readonly told: readonly string[];
  readonly kind: "broken" | "missed";
}) {
  if (told.length === 0) return null;
  return (
    <div className="hand-findings">
      <h3 className={kind}>{title}</h3>
      <ul>
        {told.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
