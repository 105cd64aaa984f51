import type { Honour } from "@mingchuang/rubric/scheme";
import type { ReactNode } from "react";
import { useText } from "../../lib/i18n.ts";
import { Citation } from "./citation.tsx";
import { EligibilityTable } from "./eligibility-table.tsx";
import { IndicatorTable, indicatorsOf } from "./indicator-table.tsx";
import { ItemsTable } from "./items-table.tsx";
import { MeasureTree } from "./measure-tree.tsx";
import { messages } from "./messages.ts";
import { PlacesSection } from "./places-section.tsx";
import { useSay } from "./scheme-context.ts";
import { SettlingList } from "./settling-list.tsx";
import { VetoTable } from "./veto-table.tsx";

export interface Part {
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
}

/** The parts of an honour that its scheme has something to say about, in the order in which an application meets them. */
export function useHonourParts(): (honour: Honour) => Part[] {
  const text = useText(messages);
  return (honour) => {
    const { id, eligibility, excludes, quotas, coverage, include, places, stages, rubric } = honour;
    const parts: (Part | null)[] = [
      eligibility.length + excludes.length > 0
        ? { id: `${id}.eligibility`, title: text("eligibility"), content: <EligibilityTable honour={honour} /> }
        : null,
      quotas.length + coverage.length + include.length + places.length + stages.length > 0
        ? { id: `${id}.places`, title: text("placesAndStages"), content: <PlacesSection honour={honour} /> }
        : null,
      { id: `${id}.items`, title: text("items"), content: <Items honour={honour} /> },
      rubric.vetoes.length > 0 ? { id: `${id}.vetoes`, title: text("vetoes"), content: <VetoTable honour={honour} /> } : null,
      { id: `${id}.settling`, title: text("settling"), content: <SettlingList honour={honour} /> },
    ];
    return parts.filter((part) => part !== null);
  };
}

function Items({ honour }: { readonly honour: Honour }) {
  const text = useText(messages);
  const say = useSay();
  return (
    <>
      <ItemsTable honour={honour} />
      {honour.rubric.items.map((item) =>
        item.kind === "composite" || item.kind === "ranks" ? <MeasureTree key={item.id} honour={honour} item={item} /> : null,
      )}
      {honour.rubric.items.map((item) => {
        const indicators = indicatorsOf(item);
        const caption = text("indicatorsOf", { item: say(item.label) });
        return indicators.length === 0 ? null : <IndicatorTable key={item.id} caption={caption} indicators={indicators} />;
      })}
    </>
  );
}

/** What an honour is, for whom, how often. */
export function HonourIntroduction({ honour }: { readonly honour: Honour }) {
  const text = useText(messages);
  return (
    <p className="lead">
      {text("honourLead", { subject: text(`subject-${honour.subject}`), cycle: text(`every-${honour.cycle}`) })}{" "}
      <Citation source={honour.source} />
    </p>
  );
}
