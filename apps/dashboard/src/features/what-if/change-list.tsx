import { noChanges, type TrialChanges } from "@mingchuang/rubric/what-if/changes";
import { useText } from "../../lib/i18n.ts";
import { Section } from "../../ui/page.tsx";
import type { ChangeInput } from "./change-form.tsx";
import { messages } from "./messages.ts";

/** Every change in words, each with its way back. */
export function ChangeList({ changes, onChange, parts, policies, rows }: ChangeInput) {
  const text = useText(messages);
  const without = <Value,>(values: Readonly<Record<string, Value>>, key: string) =>
    Object.fromEntries(Object.entries(values).filter(([each]) => each !== key));
  const told: readonly { readonly key: string; readonly words: string; readonly back: TrialChanges }[] = [
    ...Object.entries(changes.weights).map(([part, percent]) => ({
      key: `weight ${part}`,
      words: text("weightChange", { part: parts.find(({ id }) => id === part)?.label ?? part, percent }),
      back: { ...changes, weights: without(changes.weights, part) },
    })),
    ...changes.without.map((grader) => ({
      key: `grader ${grader}`,
      words: text("withoutChange", { grader }),
      back: { ...changes, without: changes.without.filter((each) => each !== grader) },
    })),
    ...changes.vetoes.map(({ application, decision, cause }) => ({
      key: `veto ${application}`,
      words: text("vetoChange", {
        decision: text(decision),
        name: rows.find(({ application_id }) => application_id === application)?.subject_name ?? application,
        cause,
      }),
      back: { ...changes, vetoes: changes.vetoes.filter((each) => each.application !== application) },
    })),
    ...policies.open.flatMap(({ id, label, inForce, options }) => {
      const option = changes.policies[id];
      if (option === undefined) return [];
      const name = (wanted: string) => options.find((each) => each.id === wanted)?.label ?? wanted;
      const words = text("policyChange", { policy: label, from: name(inForce), to: name(option) });
      return [{ key: `policy ${id}`, words, back: { ...changes, policies: without(changes.policies, id) } }];
    }),
  ];
  return (
    <Section title={text("changes")} note={told.length === 0 ? text("changesNone") : text("changesCount", { count: told.length })}>
      {told.length === 0 ? null : (
        <>
          <ul className="trial-changes">
            {told.map(({ key, words, back }) => (
              <li key={key}>
                {words}
                <button
                  type="button"
                  className="trial-reset"
                  aria-label={text("resetOne", { change: words })}
                  onClick={() => onChange(back)}
                >
                  {text("reset")}
                </button>
              </li>
            ))}
          </ul>
          <button type="button" className="button trial-reset-all" onClick={() => onChange(noChanges)}>
            {text("resetAll")}
          </button>
        </>
      )}
    </Section>
  );
}
