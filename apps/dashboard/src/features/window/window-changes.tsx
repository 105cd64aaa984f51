import { queryWindowChanges, type WindowChangeRow } from "@mingchuang/warehouse/queries/window-changes";
import { Link } from "@tanstack/react-router";
import { useText } from "../../lib/i18n.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Section } from "../../ui/page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { messages } from "./messages.ts";

/** What the window was before and what it became: each change with its day and its document. Nothing where there was none. */
export function WindowChanges({ windowId }: { readonly windowId: string }) {
  const result = useRows(queryWindowChanges, { windowId });
  return <Loaded result={result}>{(changes) => (changes.length === 0 ? null : <Changes changes={changes} />)}</Loaded>;
}

function Changes({ changes }: { readonly changes: readonly WindowChangeRow[] }) {
  const text = useText(messages);
  const uses = changes.filter(({ in_force: inForce }) => inForce);
  return (
    <Section id="changes" title={text("changes")}>
      <ul>
        {changes.map((change) => (
          <li key={`${change.from_window} ${change.to_window} ${change.changed_on}`}>
            <Sentence change={change} />
            {change.document === null ? null : text("changeDocument", { document: change.document })}
            {change.note === null ? null : text("changeNote", { note: change.note })}
            {change.in_force ? null : <span className="partial">{text("changeNotUsed")}</span>}
          </li>
        ))}
      </ul>
      {uses.some(({ kind, side }) => kind === "merged" && side === "before") ? <p className="note">{text("mergedNote")}</p> : null}
      {uses.some(({ kind, side }) => kind === "split" && side === "before") ? <p className="note">{text("splitNote")}</p> : null}
    </Section>
  );
}

function Sentence({ change }: { readonly change: WindowChangeRow }) {
  const text = useText(messages);
  const { from_window: from, from_name: fromName, to_window: to, to_name: toName, kind, changed_on: day, side } = change;
  if (to === null) return text("changeClosed", { day });
  if (side === "itself") return text("changeItself", { day, kind: text(`change-${kind}`) });
  const [other, name] = side === "before" ? [from, fromName] : [to, toName];
  return (
    <>
      {text(side === "before" ? "formerly" : "since")}
      <Link to="/windows/$id" params={{ id: other }} search={({ year, honour, lang, theme }) => ({ year, honour, lang, theme })}>
        {name ?? other}
      </Link>
      {text("changeWhen", { id: other, day, kind: text(`change-${kind}`) })}
    </>
  );
}
