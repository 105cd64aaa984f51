import { Link } from "@tanstack/react-router";
import type { Text } from "../../lib/i18n.ts";
import { mostBeside } from "../../lib/side-by-side.ts";
import type { messages } from "./messages.ts";
import type { PlacedRow } from "./place-rows.ts";
import "./picked-bar.css";

interface PickedBarProps {
  /** Those chosen, in the order in which they were chosen, whatever the filters show. */
  readonly picked: readonly PlacedRow[];
  readonly onRemove: (subject: string) => void;
  readonly onClear: () => void;
  readonly text: Text<keyof typeof messages.zh>;
}

/** Who is chosen to be held side by side, and the way there once there are two. */
export function PickedBar({ picked, onRemove, onClear, text }: PickedBarProps) {
  const ids = picked.map(({ subject_id }) => subject_id);
  return (
    <section className="picked-bar" aria-label={text("picked")}>
      <p role="status">
        {picked.length === 0
          ? text("pickNone", { most: mostBeside })
          : picked.length === 1
            ? text("pickOne")
            : text(picked.length < mostBeside ? "pickSome" : "pickFull", { count: picked.length, most: mostBeside })}
      </p>
      {picked.length === 0 ? null : (
        <ul>
          {picked.map(({ subject_id: id, subject_name: name }) => (
            <li key={id}>
              {name}
              <button type="button" aria-label={text("pickRemove", { name })} onClick={() => onRemove(id)}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {picked.length < 2 ? null : (
        <Link to="/compare" className="button" search={({ year, honour, lang, theme }) => ({ year, honour, lang, theme, id: ids })}>
          {text("pickCompare", { count: picked.length })}
        </Link>
      )}
      {picked.length === 0 ? null : (
        <button type="button" className="link" onClick={onClear}>
          {text("pickClear")}
        </button>
      )}
    </section>
  );
}
