import type { WindowChoice } from "@mingchuang/warehouse/queries/trends";
import { Select } from "antd";
import { useText } from "../../lib/i18n.ts";
import { ComponentTheme } from "../../ui/component-theme.tsx";
import { messages } from "./messages.ts";

interface WindowPickerProps {
  readonly windows: readonly WindowChoice[];
  readonly chosen: WindowChoice | undefined;
  readonly onChoose: (windowId: string | undefined) => void;
}

/** Finds a window among any number of them by part of its name or number. */
export function WindowPicker({ windows, chosen, onChoose }: WindowPickerProps) {
  const text = useText(messages);
  return (
    <ComponentTheme>
      <Select
        className="picker"
        aria-label={text("chooseWindow")}
        placeholder={text("windowPlaceholder")}
        variant="underlined"
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        value={chosen?.window_id ?? null}
        options={windows.map(({ window_id, name }) => ({ value: window_id, label: `${name}（${window_id}）` }))}
        onChange={(windowId) => onChoose(windowId ?? undefined)}
      />
    </ComponentTheme>
  );
}
