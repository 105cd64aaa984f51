import { Menu } from "./menu.tsx";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count?: number;
}

interface FilterMenuProps {
  readonly label: string;
  /** What the button says when something is chosen. */
  readonly summary: string;
  readonly choices: readonly Choice[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** A list of choices that opens under its button; several may be chosen. Escape or a click elsewhere closes it. */
export function FilterMenu({ label, summary, choices, chosen, onChange }: FilterMenuProps) {
  const toggle = (value: string) => onChange(choices.map((choice) => choice.value).filter((each) => chosen.has(each) !== (each === value)));
  return (
    <Menu summary={summary} chosen={chosen.size > 0}>
      <fieldset>
        <legend className="sr-only">{label}</legend>
        {choices.map(({ value, label: name, count }) => (
          <label key={value}>
            <input type="checkbox" checked={chosen.has(value)} onChange={() => toggle(value)} />
            <span>{name}</span>
            {count === undefined ? null : <span className="count">{count}</span>}
          </label>
        ))}
      </fieldset>
    </Menu>
  );
}
