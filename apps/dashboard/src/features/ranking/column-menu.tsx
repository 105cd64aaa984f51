import { useLayoutEffect, useRef, useState } from "react";
import type { Text } from "../../lib/i18n.ts";
import { type ColumnLayout, narrowest, sizeColumn, stepColumn, widest } from "./column-layout.ts";
import { Menu } from "./menu.tsx";
import type { messages } from "./messages.ts";
import "./column-menu.css";

interface ColumnMenuProps {
  readonly layout: ColumnLayout;
  readonly labelOf: (id: string) => string;
  readonly isShown: (id: string) => boolean;
  /** Rank and name are always shown: without them a row is nobody's. */
  readonly canHide: (id: string) => boolean;
  /** The width at first, where none is set. */
  readonly sizeOf: (id: string) => number;
  /** Whether anything differs from how columns stand at first. */
  readonly changed: boolean;
  readonly onShown: (id: string, shown: boolean) => void;
  readonly onLayout: (layout: ColumnLayout) => void;
  readonly onReset: () => void;
  readonly text: Text<keyof typeof messages.zh>;
}

/** Everything about the columns in one place, for keyboard, pointer and finger: shown, order, frozen, width, and back to the start. */
export function ColumnMenu({ layout, labelOf, isShown, canHide, sizeOf, changed, onShown, onLayout, onReset, text }: ColumnMenuProps) {
  const [said, setSaid] = useState("");
  const list = useRef<HTMLTableSectionElement>(null);
  const kept = useRef<string | null>(null);
  // A row that moves takes its button with it, and the button would lose the focus.
  useLayoutEffect(() => {
    if (kept.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-move="${CSS.escape(kept.current)}"]`)?.focus();
    kept.current = null;
  });
  const shown = layout.order.filter(isShown);
  const lastFrozen =
    layout.frozen === null ? null : (layout.order.slice(0, layout.order.indexOf(layout.frozen) + 1).findLast(isShown) ?? null);
  const step = (id: string, by: -1 | 1) => {
    const moved = stepColumn(layout, id, by, isShown);
    if (moved === layout) return;
    kept.current = `${by} ${id}`;
    onLayout(moved);
    setSaid(text("columnAt", { column: labelOf(id), place: moved.order.filter((each) => isShown(each) || each === id).indexOf(id) + 1 }));
  };
  return (
    <Menu summary={text("columnsMenu")} chosen={changed}>
      <div className="column-settings">
        <table>
          <caption className="sr-only">{text("columnSettings")}</caption>
          <thead>
            <tr>
              <th scope="col">{text("columnShown")}</th>
              <th scope="col">{text("columnMove")}</th>
              <th scope="col">{text("columnFreeze")}</th>
              <th scope="col">{text("columnWidth")}</th>
            </tr>
          </thead>
          <tbody ref={list}>
            {layout.order.map((id) => {
              const label = labelOf(id);
              const at = shown.indexOf(id);
              return (
                <tr key={id}>
                  <th scope="row">
                    <label>
                      <input
                        type="checkbox"
                        checked={isShown(id)}
                        disabled={!canHide(id)}
                        onChange={(event) => onShown(id, event.target.checked)}
                      />
                      <span>{label}</span>
                    </label>
                  </th>
                  <td>
                    {([-1, 1] as const).map((by) => (
                      <button
                        key={by}
                        type="button"
                        data-move={`${by} ${id}`}
                        aria-disabled={at === (by < 0 ? 0 : shown.length - 1)}
                        aria-label={text(by < 0 ? "moveLeft" : "moveRight", { column: label })}
                        title={text(by < 0 ? "moveLeft" : "moveRight", { column: label })}
                        onClick={() => step(id, by)}
                      >
                        {by < 0 ? "←" : "→"}
                      </button>
                    ))}
                  </td>
                  <td>
                    <input
                      type="radio"
                      name="frozen"
                      checked={lastFrozen === id}
                      disabled={!isShown(id)}
                      aria-label={text("freezeTo", { column: label })}
                      title={text("freezeTo", { column: label })}
                      onChange={() => onLayout({ ...layout, frozen: id })}
                    />
                  </td>
                  <td>
                    <WidthInput
                      width={layout.widths.get(id) ?? sizeOf(id)}
                      label={text("widthOf", { column: label })}
                      onWidth={(width) => onLayout(sizeColumn(layout, id, width))}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <p className="column-actions">
          <label>
            <input type="radio" name="frozen" checked={lastFrozen === null} onChange={() => onLayout({ ...layout, frozen: null })} />
            <span>{text("freezeNone")}</span>
          </label>
          <button type="button" className="link" disabled={!changed} onClick={onReset}>
            {text("columnsReset")}
          </button>
        </p>
        <p className="faint">{text("columnsHint")}</p>
        <p className="sr-only" role="status">
          {said}
        </p>
      </div>
    </Menu>
  );
}

interface WidthInputProps {
  readonly width: number;
  readonly label: string;
  readonly onWidth: (width: number | null) => void;
}

/** Takes effect with every width that can be; emptied, it takes back the one that was set. */
function WidthInput({ width, label, onWidth }: WidthInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const show = () => {
    if (input.current !== null) input.current.value = String(width);
  };
  useLayoutEffect(() => {
    if (document.activeElement !== input.current) show();
  });
  return (
    <input
      ref={input}
      type="number"
      min={narrowest}
      max={widest}
      step={10}
      defaultValue={width}
      aria-label={label}
      onChange={({ target }) => {
        if (target.value === "") onWidth(null);
        else if (target.valueAsNumber >= narrowest && target.valueAsNumber <= widest) onWidth(target.valueAsNumber);
      }}
      onBlur={show}
    />
  );
}
