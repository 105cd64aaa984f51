import type { WindowChoice } from "@mingchuang/warehouse/queries/trends";
import { useId, useState } from "react";
import { useText } from "../../lib/i18n.ts";
import { messages } from "./messages.ts";

interface WindowPickerProps {
  readonly windows: readonly WindowChoice[];
  readonly chosen: WindowChoice | undefined;
  readonly onChoose: (windowId: string) => void;
}

/** More than this would only slow the list down: who types on finds the others. */
const offered = 40;

const written = ({ name, window_id }: WindowChoice) => `${name}（${window_id}）`;

/** A field that completes names and numbers of windows. */
export function WindowPicker({ windows, chosen, onChoose }: WindowPickerProps) {
  const text = useText(messages);
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = (typed ?? "").trim().toLowerCase();
  const matches = windows.filter((window) => written(window).toLowerCase().includes(wanted)).slice(0, offered);
  const enter = (value: string) => {
    setTyped(value);
    const found = windows.find((window) => written(window) === value || window.window_id.toLowerCase() === value.trim().toLowerCase());
    if (found) {
      setTyped(null);
      onChoose(found.window_id);
    }
  };
  return (
    <label className="field">
      <span>{text("chooseWindow")}</span>
      <input
        list={id}
        className="picker"
        value={typed ?? (chosen ? written(chosen) : "")}
        placeholder={text("windowPlaceholder")}
        onChange={(event) => enter(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => setTyped(null)}
      />
      <datalist id={id}>
        {matches.map((window) => (
          <option key={window.window_id} value={written(window)} />
        ))}
      </datalist>
    </label>
  );
}
