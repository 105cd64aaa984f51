import type { PolicyChoice, StageRow, VerdictRow } from "@mingchuang/warehouse/queries/selection";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useReach } from "../../lib/scope.ts";
import { Section } from "../../ui/page.tsx";
import { Partial } from "../../ui/states.tsx";
import { Coverage, useCheckedList } from "./coverage.tsx";
import { parseMarks } from "./hand-marks.ts";
import { messages } from "./messages.ts";
import { Nominees } from "./nominees.tsx";
import type { SelectionSearch } from "./search.ts";
import { StageStrips } from "./stage-strips.tsx";
import { StageTable } from "./stage-table.tsx";
import { stagesInView } from "./stages-in-view.ts";
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
  const marks = useMemo(() => parseMarks(search.hand), [search.hand]);
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
          <Nominees stages={held} current={current} scope={scope} search={search} onChange={change} />
          <CheckedCoverage stages={held} current={current} scope={scope} policies={policies} marks={marks} />
        </>
      )}
    </>
  );
}

function CheckedCoverage(input: Parameters<typeof useCheckedList>[0]) {
  const { current, marks, scope } = input;
  const checked = useCheckedList(input);
  return <Coverage checked={checked} current={current} byHand={marks.some(({ stage }) => stage === current.id)} scope={scope} />;
}
