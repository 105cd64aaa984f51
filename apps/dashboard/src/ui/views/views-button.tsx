import { lazy, Suspense, useState } from "react";
import { useText } from "../../lib/i18n.ts";
import { messages } from "../messages.ts";

const ViewsDialog = lazy(() => import("./views-dialog.tsx"));

/** Opens the list of saved views, which is loaded when it is asked for. */
export function ViewsButton() {
  const text = useText(messages);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="views-open" aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setOpen(true)}>
        {text("views")}
      </button>
      {isOpen ? (
        <Suspense>
          <ViewsDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
