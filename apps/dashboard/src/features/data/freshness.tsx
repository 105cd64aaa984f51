import { queryFreshness } from "@mingchuang/warehouse/queries/data";
import { useText } from "../../lib/i18n.ts";
import { useHoldings, useReach, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Section } from "../../ui/page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { messages } from "./messages.ts";

/** How far the data reach, when they were worked out, and from exactly what. */
export function FreshnessSection() {
  const text = useText(messages);
  const { meta } = useHoldings();
  const { run } = useScope();
  const reviews = useReach("mart_bad_review", "rated_on") === "withheld";
  const complaints = useReach("mart_complaint", "received_on") === "withheld";
  const result = useRows(queryFreshness);
  return (
    <Section id="freshness" title={text("freshness")} note={text("freshnessNote")}>
      <Loaded result={result}>
        {(fresh) => {
          const facts: readonly (readonly [string, string | null])[] = [
            [text("asOf"), run?.as_of ?? meta.as_of],
            [text("latestMonth"), fresh?.latest_month ?? null],
            [text("latestBadReview"), reviews ? text("notPublished") : (fresh?.latest_bad_review ?? null)],
            [text("latestComplaint"), complaints ? text("notPublished") : (fresh?.latest_complaint ?? null)],
            [text("evaluatedAt"), fresh?.evaluated_at ?? meta.generated_at],
            [text("software"), meta.software],
          ];
          return (
            <>
              <dl className="data-facts">
                {facts.map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value ?? "–"}</dd>
                  </div>
                ))}
              </dl>
              {fresh?.store_hash ? (
                <p className="store-hash">
                  {text("storeHash")} <code>{fresh.store_hash}</code>
                </p>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
