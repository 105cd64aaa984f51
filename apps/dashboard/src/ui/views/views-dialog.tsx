import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useText } from "../../lib/i18n.ts";
import {
  cleanName,
  longestName,
  openedAddress,
  type SavedView,
  savedAddress,
  sharedLink,
  withoutView,
  withView,
} from "../../lib/saved-views.ts";
import { keepViews, useViews } from "../../lib/view-store.ts";
import { messages } from "./messages.ts";
import { ViewRow } from "./view-row.tsx";
import "./views.css";

/** What was done last, told below the list and to screen readers; `link` where it has to be copied by hand. */
interface Told {
  readonly words: string;
  readonly link?: string;
  readonly undo?: () => void;
}

/** The saved views: the open page gets a name, and each of them is opened, renamed, sent or deleted. */
export default function ViewsDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText(messages);
  const router = useRouter();
  const { views, isKept } = useViews();
  const frame = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState(() => cleanName(document.title.split(" · ")[0] ?? ""));
  const [told, setTold] = useState<Told | null>(null);
  const address = savedAddress(location);
  const called = cleanName(name);
  const isTaken = views.some((each) => each.name === called && each.address !== address);

  useEffect(() => {
    const dialog = frame.current;
    if (dialog && !dialog.open) dialog.showModal();
  }, []);

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (called === "") return;
    keepViews((all) => withView(all, { name: called, address }));
    setTold({ words: text("saved", { name: called }) });
  };
  // closed as a dialog, it gives the focus back to what opened it
  const close = () => frame.current?.close();
  const open = (view: SavedView) => {
    router.history.push(openedAddress(view.address, location.search));
    close();
  };
  const copy = async (view: SavedView) => {
    const link = sharedLink(view, location.origin, location.search);
    try {
      // not there on a plain http address of an intranet
      await navigator.clipboard.writeText(link);
      setTold({ words: text("copied", { name: view.name }) });
    } catch {
      setTold({ words: text("copyByHand"), link });
    }
  };
  const remove = (view: SavedView) => {
    const before = views;
    keepViews((all) => withoutView(all, view.name));
    setTold({
      words: text("removed", { name: view.name }),
      undo: () => {
        keepViews((all) => {
          const at = before.findIndex((each) => each.name === view.name);
          return all.some((each) => each.name === view.name) ? all : all.toSpliced(Math.min(at, all.length), 0, view);
        });
        setTold(null);
      },
    });
  };

  return createPortal(
    <dialog ref={frame} className="views" aria-labelledby="views-title" onClose={onClose}>
      <header>
        <h2 id="views-title">{text("title")}</h2>
        <button type="button" className="button" onClick={close}>
          {text("close")}
        </button>
      </header>
      <p className="views-about">{text("about")}</p>
      {isKept ? null : (
        <p className="partial" role="alert">
          {text("notKept")}
        </p>
      )}
      <form className="views-save" onSubmit={save}>
        <label>
          <span>{text("name")}</span>
          <input value={name} maxLength={longestName} onChange={(event) => setName(event.target.value)} />
        </label>
        <button type="submit" className="button" disabled={called === ""}>
          {text(isTaken ? "replace" : "save")}
        </button>
        {isTaken ? <p className="views-taken">{text("taken")}</p> : null}
        <code className="views-address">{address}</code>
      </form>
      <h3>{text("list")}</h3>
      {views.length === 0 ? (
        <p>{text("none")}</p>
      ) : (
        <ul className="views-list">
          {views.map((view) => (
            <ViewRow
              key={view.name}
              view={view}
              names={views.map((each) => each.name)}
              href={openedAddress(view.address, location.search)}
              isCurrent={view.address === address}
              onOpen={() => open(view)}
              onCopy={() => void copy(view)}
              onRemove={() => remove(view)}
            />
          ))}
        </ul>
      )}
      <div role="status" className="views-told">
        {told === null ? null : (
          <>
            <p>{told.words}</p>
            {told.link === undefined ? null : (
              <input
                readOnly
                aria-label={told.words}
                value={told.link}
                ref={(field) => field?.select()}
                onFocus={(event) => event.target.select()}
              />
            )}
            {told.undo === undefined ? null : (
              <button type="button" className="link" ref={(button) => button?.focus()} onClick={told.undo}>
                {text("undo")}
              </button>
            )}
          </>
        )}
      </div>
    </dialog>,
    document.body,
  );
}
