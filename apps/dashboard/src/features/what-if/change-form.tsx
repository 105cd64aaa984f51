import type { TrialChanges } from "@mingchuang/rubric/what-if/changes";
import type { TrialFactsRow } from "@mingchuang/warehouse/queries/what-if";
import { type KeyboardEvent, useId, useState } from "react";
import { formatPoints } from "../../lib/format.ts";
import { useHonours } from "../../lib/honours.ts";
import { useText } from "../../lib/i18n.ts";
import { Section } from "../../ui/page.tsx";
import type { PartToWeigh, PolicyToTry } from "./choices-in.ts";
import { messages } from "./messages.ts";
import { longestCause, mostPercent } from "./read-changes.ts";
import type { TrialGround } from "./use-trial.ts";

/** What is changed, how, and what there is to change. */
export interface ChangeInput {
  readonly changes: TrialChanges;
  readonly onChange: (next: TrialChanges) => void;
  readonly parts: readonly PartToWeigh[];
  readonly policies: { readonly open: readonly PolicyToTry[]; readonly closed: readonly string[] };
  readonly graders: readonly { readonly grader: string; readonly sheets: number }[];
  readonly rows: readonly TrialFactsRow[];
}

export function ChangeForm({ ground, ...input }: ChangeInput & { readonly ground: TrialGround }) {
  const text = useText(messages);
  const { nameOf } = useHonours();
  return (
    <Section title={text("caption", { year: ground.year, honour: nameOf(ground.honour.id) })}>
      <div className="trial-forms">
        <div>
          <Weights {...input} />
          {input.graders.length === 0 ? null : <Graders {...input} />}
        </div>
        <div>
          <Vetoes {...input} />
          <Policies {...input} />
        </div>
      </div>
    </Section>
  );
}

function Weights({ changes, onChange, parts }: ChangeInput) {
  const text = useText(messages);
  const weigh = (part: string, percent: number) => {
    const { [part]: _, ...others } = changes.weights;
    onChange({ ...changes, weights: percent === 100 ? others : { ...others, [part]: percent } });
  };
  return (
    <fieldset className="trial-part">
      <legend>{text("weights")}</legend>
      <table className="ruled">
        <thead>
          <tr>
            <th scope="col">{text("part")}</th>
            <th scope="col" className="numeric">
              {text("maximum")}
            </th>
            <th scope="col" className="numeric">
              {text("percent")}
            </th>
            <th scope="col" className="numeric">
              {text("newMaximum")}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ id, label, max, isInside }) => {
            const percent = changes.weights[id] ?? changes.weights[id.split("/")[0] ?? id] ?? 100;
            return (
              <tr key={id}>
                <th scope="row" className={isInside ? "trial-inside" : undefined}>
                  {label}
                </th>
                <td className="numeric">{formatPoints(max)}</td>
                <td className="numeric">
                  <PercentField label={text("weightOf", { part: label })} percent={percent} onChange={(next) => weigh(id, next)} />
                </td>
                <td className="numeric">{formatPoints(max === null ? null : Math.round((max * percent) / 100))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="faint">{text("weightsNote")}</p>
    </fieldset>
  );
}

interface PercentFieldProps {
  readonly label: string;
  readonly percent: number;
  readonly onChange: (percent: number) => void;
}

/** A whole number that counts when the field is left or Enter is pressed; anything else goes back to what was. */
function PercentField({ label, percent, onChange }: PercentFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const settle = () => {
    if (draft !== null && /^\d{1,3}$/.test(draft) && Number(draft) <= mostPercent && Number(draft) !== percent) onChange(Number(draft));
    setDraft(null);
  };
  return (
    <input
      type="text"
      inputMode="numeric"
      className="percent"
      aria-label={label}
      value={draft ?? String(percent)}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={settle}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === "Enter") settle();
        if (event.key === "Escape") setDraft(null);
      }}
    />
  );
}

function Graders({ changes, onChange, graders }: ChangeInput) {
  const text = useText(messages);
  return (
    <fieldset className="trial-part">
      <legend>{text("graders")}</legend>
      <div className="choices">
        {graders.map(({ grader, sheets }) => {
          const isIn = !changes.without.includes(grader);
          return (
            <button
              key={grader}
              type="button"
              aria-pressed={isIn}
              onClick={() =>
                onChange({ ...changes, without: isIn ? [...changes.without, grader] : changes.without.filter((each) => each !== grader) })
              }
            >
              {text("graderSheets", { grader, count: sheets })}
            </button>
          );
        })}
      </div>
      <p className="faint">{text("gradersNote")}</p>
    </fieldset>
  );
}

function Vetoes({ changes, onChange, rows }: ChangeInput) {
  const text = useText(messages);
  const id = useId();
  const [application, setApplication] = useState("");
  const [cause, setCause] = useState("");
  const row = rows.find((each) => each.application_id === application);
  const held = row?.state === "vetoed" || row?.state === "undecided";
  const [wanted, setWanted] = useState<"lift" | "impose">("impose");
  const decision = row?.state === "vetoed" ? "lift" : held ? wanted : "impose";
  const isWhole = row !== undefined && cause.trim() !== "";
  const add = () => {
    if (!isWhole) return;
    const others = changes.vetoes.filter((each) => each.application !== application);
    onChange({ ...changes, vetoes: [...others, { application, decision, cause: cause.trim() }] });
    setApplication("");
    setCause("");
  };
  return (
    <fieldset className="trial-part">
      <legend>{text("vetoes")}</legend>
      <div className="trial-veto">
        <label className="field" htmlFor={`${id}-application`}>
          <span>{text("application")}</span>
          <select id={`${id}-application`} value={application} onChange={(event) => setApplication(event.target.value)}>
            <option value="">{text("choose")}</option>
            {rows.map((each) => (
              <option key={each.application_id} value={each.application_id}>
                {`${each.rank ?? text(stateKey(each.state))}　${each.subject_name ?? each.subject_id}（${each.application_id}）`}
              </option>
            ))}
          </select>
        </label>
        <label className="field" htmlFor={`${id}-decision`}>
          <span>{text("decision")}</span>
          <select id={`${id}-decision`} value={decision} onChange={(event) => setWanted(event.target.value === "lift" ? "lift" : "impose")}>
            {held ? <option value="lift">{text("lift")}</option> : null}
            {row?.state === "vetoed" ? null : <option value="impose">{text("impose")}</option>}
          </select>
        </label>
        <label className="field trial-cause" htmlFor={`${id}-cause`}>
          <span>{text("cause", { count: longestCause })}</span>
          <input id={`${id}-cause`} type="text" maxLength={longestCause} value={cause} onChange={(event) => setCause(event.target.value)} />
        </label>
        <button type="button" className="button" disabled={!isWhole} onClick={add}>
          {text("add")}
        </button>
      </div>
      <p className="faint">{text("vetoesNote")}</p>
    </fieldset>
  );
}

function Policies({ changes, onChange, policies: { open, closed } }: ChangeInput) {
  const text = useText(messages);
  return (
    <fieldset className="trial-part">
      <legend>{text("policies")}</legend>
      {open.length === 0 ? <p className="faint">{text("policiesNone")}</p> : null}
      <div className="trial-policies">
        {open.map(({ id, label, inForce, options }) => (
          <label key={id} className="field">
            <span>{label}</span>
            <select
              value={changes.policies[id] ?? inForce}
              onChange={(event) => {
                const { [id]: _, ...others } = changes.policies;
                onChange({ ...changes, policies: event.target.value === inForce ? others : { ...others, [id]: event.target.value } });
              }}
            >
              {options.map((option) => (
                <option key={option.id} value={option.id}>
                  {option.id === inForce ? text("inForce", { option: option.label }) : option.label}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      {closed.length > 0 ? <p className="faint">{text("policiesClosed", { names: closed.join("、") })}</p> : null}
    </fieldset>
  );
}

const states = ["ranked", "undecided", "vetoed", "not_applied", "ineligible", "unscored"] as const;

/** The key of a state's word. */
export function stateKey(state: string): `state-${(typeof states)[number]}` {
  return `state-${states.find((each) => each === state) ?? "unscored"}`;
}
