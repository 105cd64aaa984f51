import type { TrialChanges } from "@mingchuang/rubric/what-if/changes";
import type { Trial } from "@mingchuang/rubric/what-if/trial";
import type { TrialOutcomeRow } from "@mingchuang/warehouse/queries/what-if";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty, Failure, Partial } from "../../ui/states.tsx";
import { ChangeForm } from "./change-form.tsx";
import { ChangeList } from "./change-list.tsx";
import { partsToWeigh, policiesToTry } from "./choices-in.ts";
import { type Differing, differingRows } from "./compare-trial.ts";
import { messages } from "./messages.ts";
import { RangesSection } from "./ranges-section.tsx";
import { countChanges, knownChanges, readChanges, writeChanges } from "./read-changes.ts";
import { gradersIn, readEntrants } from "./read-entrants.ts";
import type { WhatIfSearch } from "./search.ts";
import { TrialResult } from "./trial-result.tsx";
import { type TrialGround, useTrial } from "./use-trial.ts";

type Changed = { readonly [K in keyof WhatIfSearch]?: WhatIfSearch[K] };

const route = getRouteApi("/what-if");

interface WhatIfProps {
  readonly ground: TrialGround;
  readonly outcomes: readonly TrialOutcomeRow[];
}

/** First the engine must find the published result again; only then is anything changed. */
export function WhatIf({ ground, outcomes }: WhatIfProps) {
  const text = useText(messages);
  const language = useLanguage();
  const base = useTrial(ground);
  const answer = base.data;
  const differing = useMemo(
    () => (answer !== undefined && "trial" in answer ? differingRows(ground.rows, outcomes, answer.trial) : []),
    [answer, ground.rows, outcomes],
  );
  if (base.isError) return <Failure error={base.error} onRetry={() => void base.refetch()} />;
  if (answer === undefined) {
    return (
      <p role="progressbar" aria-label={text("checking")} className="faint">
        {text("checking")}
      </p>
    );
  }
  if ("refused" in answer) return <Empty>{text("refused", { detail: answer.refused[language], code: answer.refused.code })}</Empty>;
  if (differing.length > 0) return <Differences rows={differing} />;
  return <Changeable ground={ground} outcomes={outcomes} base={answer.trial} />;
}

function Differences({ rows }: { readonly rows: readonly Differing[] }) {
  const text = useText(messages);
  return (
    <>
      <Partial>{text("differs", { count: rows.length })}</Partial>
      <DataTable
        caption={text("differsCaption")}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: "name", label: text("name"), value: ({ name }) => name },
          { id: "application", label: text("application"), value: ({ id }) => id },
          { id: "what", label: text("differsIn"), value: ({ what }) => what.map((each) => text(`in-${each}`)).join("、") },
        ]}
      />
    </>
  );
}

function Changeable({ ground, outcomes, base }: WhatIfProps & { readonly base: Trial }) {
  const text = useText(messages);
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { scheme, honour, rows, choices } = ground;
  const graders = useMemo(() => gradersIn(readEntrants(rows)), [rows]);
  const parts = useMemo(() => partsToWeigh(honour, base.parts, language), [honour, base.parts, language]);
  const policies = useMemo(() => policiesToTry(scheme.policies ?? [], honour, choices, language), [scheme, honour, choices, language]);
  const change = useCallback(
    (part: Changed) => void navigate({ search: (former) => ({ ...former, ...part }), replace: true, resetScroll: false }),
    [navigate],
  );
  const changes = useMemo(
    () =>
      knownChanges(readChanges(search), {
        parts: new Set(parts.map(({ id }) => id)),
        options: new Map(
          policies.open.map(({ id, options, inForce }) => [
            id,
            new Set(options.map((option) => option.id).filter((option) => option !== inForce)),
          ]),
        ),
        graders: new Set(graders.map(({ grader }) => grader)),
        applications: new Set(rows.map(({ application_id }) => application_id)),
      }),
    [search, parts, policies, graders, rows],
  );
  const onChange = useCallback((next: TrialChanges) => change(writeChanges(next)), [change]);
  const { data: answer, isPlaceholderData, isError, error, refetch } = useTrial(ground, changes);
  const given = { changes, onChange, parts, policies, graders, rows };
  return (
    <>
      <ChangeForm {...given} ground={ground} />
      <ChangeList {...given} />
      <p className="faint">{text("verified", { count: rows.length })}</p>
      {isError ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {answer !== undefined && "refused" in answer ? (
        <Partial>{text("refused", { detail: answer.refused[language], code: answer.refused.code })}</Partial>
      ) : null}
      {answer !== undefined && "trial" in answer ? (
        <TrialResult
          {...{ ground, outcomes, answer }}
          isChanged={countChanges(changes) > 0}
          isRunning={isPlaceholderData}
          stage={search.stage}
          onStage={(stage) => change({ stage })}
        />
      ) : isError ? null : (
        <p role="status">{answer === undefined ? text("running") : ""}</p>
      )}
      <RangesSection ground={ground} />
    </>
  );
}
