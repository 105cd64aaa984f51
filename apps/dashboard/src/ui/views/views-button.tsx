import { type ComponentType, useState } from "react";
import { useText } from "../../lib/i18n.ts";
import { messages } from "../messages.ts";

type Dialog = ComponentType<{ readonly onClose: () => void }>;

/** Opens the list of saved views, which is loaded when it is asked for; a server that is gone by then takes nothing else away. */
export function ViewsButton() {
  const text = useText(messages);
  const [loaded, setLoaded] = useState<{ readonly dialog: Dialog } | null>(null);
  const [state, setState] = useState<"closed" | "open" | "failed">("closed");
  const open = async () => {
    try {
      const found = loaded ?? { dialog: (await import("./views-dialog.tsx")).default };
      setLoaded(found);
      setState("open");
    } catch {
      setState("failed");
    }
  };
  const Dialog = loaded?.dialog;
  return (
    <>
      <button type="button" className="views-open" aria-haspopup="dialog" aria-expanded={state === "open"} onClick={() => void open()}>
        {text("views")}
      </button>
      {state === "failed" ? <span role="alert">{text("viewsNotLoaded")}</span> : null}
      {state === "open" && Dialog ? <Dialog onClose={() => setState("closed")} /> : null}
    </>
  );
}
