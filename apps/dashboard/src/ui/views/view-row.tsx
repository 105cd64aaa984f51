import { type FormEvent, useState } from "react";
import { useText } from "../../lib/i18n.ts";
import { cleanName, longestName, renamed, type SavedView } from "../../lib/saved-views.ts";
import { keepViews } from "../../lib/view-store.ts";
import { messages } from "./messages.ts";

interface ViewRowProps {
  readonly view: SavedView;
  /** Those that are taken. */
  readonly names: readonly string[];
  readonly href: string;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}

/** One view: a link to it, and what can be done with it. */
export function ViewRow({ view, names, href, isCurrent, onOpen, onCopy, onRemove }: ViewRowProps) {
  const text = useText(messages);
  const [draft, setDraft] = useState<string | null>(null);
  const name = draft === null ? view.name : cleanName(draft);
  const isTaken = name !== view.name && names.includes(name);
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (draft === null || name === "" || isTaken) return;
    keepViews((all) => renamed(all, view.name, draft));
    setDraft(null);
  };
  if (draft !== null) {
    return (
      <li>
        <form className="views-rename" onSubmit={rename}>
          <input
            // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was just pressed
            autoFocus
            aria-label={text("newName", { name: view.name })}
            aria-invalid={isTaken}
            maxLength={longestName}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Escape") return;
              event.preventDefault();
              setDraft(null);
            }}
          />
          <button type="submit" className="link" disabled={name === "" || isTaken}>
            {text("confirm")}
          </button>
          <button type="button" className="link" onClick={() => setDraft(null)}>
            {text("cancel")}
          </button>
          {isTaken ? <span role="alert">{text("nameTaken")}</span> : null}
        </form>
      </li>
    );
  }
  return (
    <li>
      <a
        href={href}
        aria-current={isCurrent ? "page" : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen();
        }}
      >
        {view.name}
      </a>
      <span className="views-where">{isCurrent ? text("isOpen") : view.address}</span>
      <span className="views-do">
        <button type="button" className="link" aria-label={text("copyOf", { name: view.name })} onClick={onCopy}>
          {text("copy")}
        </button>
        <button type="button" className="link" aria-label={text("renameOf", { name: view.name })} onClick={() => setDraft(view.name)}>
          {text("rename")}
        </button>
        <button type="button" className="link" aria-label={text("removeOf", { name: view.name })} onClick={onRemove}>
          {text("remove")}
        </button>
      </span>
    </li>
  );
}
