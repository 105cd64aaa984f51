import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "../../lib/i18n.ts";
import { cleanName, savedAddress, withView } from "../../lib/saved-views.ts";
import { keepViews, useViews } from "../../lib/view-store.ts";
import { messages } from "./messages.ts";
import "./views.css";

/** A link that was opened came with a name: it may be kept under it, as it was sent, whatever was changed on the page since. */
export default function OfferedView({ name: sent }: { readonly name: string }) {
  const text = useText(messages);
  const navigate = useNavigate();
  const { views, isKept } = useViews();
  const [address] = useState(() => savedAddress(location));
  const name = cleanName(sent);
  const own = views.find((each) => each.name === name);
  const leave = () =>
    void navigate({ to: ".", search: (former) => ({ ...former, view: undefined }), hash: true, replace: true, resetScroll: false });
  if (name === "") return null;
  const isThere = own?.address === address;
  return (
    <section className="offered-view" aria-label={text("title")}>
      <p>{text(isThere ? "kept" : "offered", { name })}</p>
      {isThere ? null : (
        <button
          type="button"
          className="button"
          onClick={() => {
            keepViews((all) => withView(all, { name, address }));
            if (isKept) leave();
          }}
        >
          {text(own ? "keepInstead" : "keep")}
        </button>
      )}
      <button type="button" className="link" onClick={leave}>
        {text(isThere ? "close" : "dismiss")}
      </button>
      {isKept ? null : <p>{text("notKept")}</p>}
    </section>
  );
}
