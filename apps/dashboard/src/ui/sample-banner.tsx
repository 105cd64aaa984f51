import { useLanguage, useText } from "../lib/i18n.ts";
import { joinSentences } from "../lib/join-sentences.ts";
import { useHoldings } from "../lib/scope.ts";
import { toldEditions } from "../lib/told-editions.ts";
import { messages } from "./messages.ts";

/** Says on every page, and on every print, that the data are invented and which years were judged under the edition of another year. */
export function SampleBanner() {
  const text = useText(messages);
  const { meta, runs, schemes } = useHoldings();
  const comma = useLanguage() === "zh" ? "、" : ", ";
  const told = toldEditions(runs, schemes).map(({ how, edition, years }) => text(how, { years: years.join(comma), edition }));
  if (!meta.is_sample && told.length === 0) return null;
  return (
    <aside className="sample-banner" aria-label={text("sampleStamp")}>
      {meta.is_sample ? <span className="stamp">{text("sampleStamp")}</span> : null}
      <span>{joinSentences([meta.is_sample ? text("sample") : "", ...told])}</span>
    </aside>
  );
}
