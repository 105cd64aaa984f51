import { useLanguage, useText } from "../lib/i18n.ts";
import { useHoldings } from "../lib/scope.ts";
import { messages } from "./messages.ts";

/** Says on every page, and on every print, that the data are invented and which years were restated. */
export function SampleBanner() {
  const text = useText(messages);
  const { meta, runs } = useHoldings();
  const comma = useLanguage() === "zh" ? "、" : ", ";
  const restated = runs.filter((run) => run.restated);
  if (!meta.is_sample && restated.length === 0) return null;
  const years = [...new Set(restated.map((run) => run.year))].join(comma);
  return (
    <aside className="sample-banner" aria-label={text("sampleStamp")}>
      {meta.is_sample ? <span className="stamp">{text("sampleStamp")}</span> : null}
      <span>
        {meta.is_sample ? text("sample") : ""} {restated[0] ? text("restated", { years, edition: restated[0].edition }) : ""}
      </span>
    </aside>
  );
}
