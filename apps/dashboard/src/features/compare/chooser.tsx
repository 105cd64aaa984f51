import type { CandidateRow, SubjectBeside } from "@mingchuang/warehouse/queries/compare";
import { Select } from "antd";
import { useCityNames } from "../../lib/city-name.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { mostBeside as most } from "../../lib/side-by-side.ts";
import { ComponentTheme } from "../../ui/component-theme.tsx";
import { messages as subjectMessages } from "../../ui/subject/messages.ts";
import { letters } from "./letters.ts";
import { messages } from "./messages.ts";
import { moved } from "./search.ts";

interface ChooserProps {
  readonly ids: readonly string[];
  readonly subjects: readonly SubjectBeside[];
  readonly candidates: readonly CandidateRow[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Who is compared: in which order, out, and one more, found by part of its name, number or city. */
export function Chooser({ ids, subjects, candidates, onChange }: ChooserProps) {
  const text = useText(messages);
  const words = useText(subjectMessages);
  const language = useLanguage();
  const named = useCityNames();
  const columns = subjects.filter(({ result }) => result !== null).map(({ subjectId }) => subjectId);
  const nameOf = (id: string) =>
    subjects.find(({ subjectId }) => subjectId === id)?.name ?? candidates.find(({ subject_id }) => subject_id === id)?.subject_name ?? id;
  const options = named(candidates.filter(({ subject_id }) => !ids.includes(subject_id))).map((row) => ({
    value: row.subject_id,
    label: `${row.rank ?? words(row.state)}　${row.subject_name}（${row.subject_id}）　${row.city}`,
  }));
  const isFull = ids.length >= most;
  return (
    <section className="chooser" aria-label={text("chosen")}>
      {ids.length === 0 ? null : (
        <ol>
          {ids.map((id, at) => (
            <li key={id}>
              <span className="letter">{letters[language][columns.indexOf(id)] ?? "–"}</span>
              <span className="chosen-name">
                {nameOf(id)}
                {columns[0] === id ? <span className="faint"> {text("reference")}</span> : null}
              </span>
              <span className="moves">
                <button
                  type="button"
                  disabled={at === 0}
                  onClick={() => onChange(moved(ids, id, -1))}
                  aria-label={text("first", { name: nameOf(id) })}
                >
                  ↑
                </button>
                <button
                  type="button"
                  disabled={at === ids.length - 1}
                  onClick={() => onChange(moved(ids, id, 1))}
                  aria-label={text("last", { name: nameOf(id) })}
                >
                  ↓
                </button>
                <button
                  type="button"
                  onClick={() => onChange(ids.filter((each) => each !== id))}
                  aria-label={text("remove", { name: nameOf(id) })}
                >
                  ×
                </button>
              </span>
            </li>
          ))}
        </ol>
      )}
      <div className="add">
        {isFull ? (
          <p>{text("full", { most })}</p>
        ) : (
          <ComponentTheme>
            <Select
              className="picker"
              aria-label={text("choose")}
              placeholder={text("placeholder")}
              variant="underlined"
              showSearch={{ optionFilterProp: "label" }}
              value={null}
              options={options}
              onChange={(id: string | null) => (id === null ? undefined : onChange([...ids, id]))}
            />
          </ComponentTheme>
        )}
        <p className="faint">{text("chosenNote", { most })}</p>
      </div>
    </section>
  );
}
