import type { PolicyChoice, StageRow, VerdictRow } from "@mingchuang/warehouse/queries/selection";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useReach } from "../../lib/scope.ts";
import { Section } from "../../ui/page.tsx";
import { Partial } from "../../ui/states.tsx";
import { Coverage } from "./coverage.tsx";
import { formatMarks, type HandMark, parseMarks, withMark, withoutMark } from "./hand-marks.ts";
import { HandBar, HandSection } from "./hand-section.tsx";
import { messages } from "./messages.ts";
import { Nominees } from "./nominees.tsx";
import { NoticeSection } from "./notice-section.tsx";
import type { SelectionSearch } from "./search.ts";
import { StageStrips } from "./stage-strips.tsx";
import { StageTable } from "./stage-table.tsx";
import { type StageInView, stagesInView } from "./stages-in-view.ts";
import { useCheckedList } from "./use-checked-list.ts";
import type { SelectionScope } from "./use-selection-scope.ts";

const route = getRouteApi("/selection");

interface SelectionProps {
  readonly scope: SelectionScope;
  readonly steps: readonly StageRow[];
  readonly rows: readonly VerdictRow[];
  readonly policies: readonly PolicyChoice[];
}

/** The whole way of one honour in one year. What is chosen stands in the address. */
export function Selection({ scope, steps, rows, policies }: SelectionProps) {
  const text = useText(messages);
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (part: Partial<SelectionSearch>) => void navigate({ search: (former) => ({ ...former, ...part }), replace: true, resetScroll: false }),
    [navigate],
  );
  const { year, honour, run, rules, name } = scope;
  const sentenceKept = useReach("eval_selection", "sentence_zh") !== "withheld";
  const stages = useMemo(
    () => stagesInView(steps, rows, rules, language, { nomination: text("nomination"), nominators: text("by-nomination") }),
    [steps, rows, rules, language, text],
  );
  const held = stages.filter(({ row }) => row !== null);
  const current = held.find(({ id }) => id === search.stage) ?? held.at(-1);
  const listed = new Set(rows.map(({ application_id }) => application_id)).size;
  const applied = run?.applications ?? listed;
  const summary = [
    text("applied", { count: applied }),
    ...held.map(({ label, row }) =>
      text(row && row.open > 0 ? "stepOpen" : "step", { stage: label, chosen: row?.chosen ?? 0, open: row?.open ?? 0 }),
    ),
  ].join(" → ");
  const [refused] = steps.filter(({ status }) => status === "refused");
  return (
    <>
      <Section title={text("caption", { year, honour: name(honour) })} note={text("summary", { steps: summary })}>
        {listed < applied && rows.length > 0 ? <Partial>{text("withheldRows", { applications: applied, shown: listed })}</Partial> : null}
        {sentenceKept ? null : <p className="reach-note">{text("sentencesWithheld")}</p>}
        {refused ? (
          <Partial>
            {text("status-refused")}　{language === "zh" ? refused.sentence_zh : refused.sentence_en}
          </Partial>
        ) : (
          <div className="stages">
            <StageTable stages={stages} caption={text("stages")} onChoose={(stage) => change({ stage })} current={current?.id} />
          </div>
        )}
      </Section>
      {current === undefined || rows.length === 0 ? null : (
        <>
          <StageStrips
            stages={held}
            scope={scope}
            who={search.who}
            onMark={(stage, who) => change({ stage, who, outcome: [], city: undefined })}
          />
          <StageDetail stages={held} current={current} scope={scope} policies={policies} search={search} onChange={change} />
        </>
      )}
    </>
  );
}

interface StageDetailProps {
  readonly stages: readonly StageInView[];
  readonly current: StageInView;
  readonly scope: SelectionScope;
  readonly policies: readonly PolicyChoice[];
  readonly search: SelectionSearch;
  readonly onChange: (part: Partial<SelectionSearch>) => void;
}

const noMarks: readonly HandMark[] = [];

/** One stage: its applications, the list made by hand, and every rule counted over it. Only who gets every name and reason decides by hand. */
function StageDetail({ stages, current, scope, policies, search, onChange }: StageDetailProps) {
  const byHand = useReach("eval_selection", "sentence_zh") === "full";
  const written = useMemo(() => parseMarks(search.hand), [search.hand]);
  const marks = byHand ? written : noMarks;
  const checked = useCheckedList({ stages, current, scope, policies, marks });
  const byRules = useCheckedList({ stages, current, scope, policies, marks: noMarks });
  const own = marks.filter(({ stage }) => stage === current.id);
  const mark = (decided: HandMark) => onChange({ hand: formatMarks(withMark(marks, decided)) });
  const undo = (taken: Pick<HandMark, "stage" | "application">) => onChange({ hand: formatMarks(withoutMark(marks, taken)) });
  return (
    <>
      <Nominees
        {...{ stages, current, scope, search, onChange, byRules }}
        hand={byHand ? { marks: own, onMark: mark, onUndo: undo } : null}
        bar={
          own.length > 0 && checked !== null && "check" in checked ? <HandBar checked={checked} marks={own} stage={current.label} /> : null
        }
      />
      <HandSection
        {...{ stages, current, scope, checked, byRules, marks, byHand }}
        address={encodeURIComponent(search.hand ?? "").length}
        onUndo={undo}
        onClear={() => onChange({ hand: undefined })}
      />
      <Coverage checked={checked} current={current} byHand={own.length > 0} scope={scope} />
      {checked !== null && "check" in checked ? <NoticeSection {...{ stages, current, scope, checked, marks }} /> : null}
    </>
  );
}
