import type { CityItem, CityScore, CityYear } from "@mingchuang/warehouse/queries/cities";
import { queryWindowsInNeed } from "@mingchuang/warehouse/queries/cities";
import { Link } from "@tanstack/react-router";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Section } from "../../ui/page.tsx";
import { SourceLink } from "../../ui/source/source-link.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { CityItems } from "./city-items.tsx";
import { messages } from "./messages.ts";
import { NomineeTable } from "./nominee-table.tsx";
import { WindowsInNeed } from "./windows-in-need.tsx";

interface CityDetailProps {
  readonly row: CityYear;
  readonly scores: readonly CityScore[];
  readonly shares: readonly CityItem[];
  readonly finalSize: number;
  readonly item: string | undefined;
  readonly onItem: (item: string | undefined) => void;
}

const windowsShown = 10;

/** One city opened: where its nominees lose points, who they are, and which of its windows need help. */
export function CityDetail({ row, scores, shares, finalSize, item, onItem }: CityDetailProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { year, honour, scheme } = useScope();
  const inNeed = useRows(queryWindowsInNeed, { year, cityCode: row.city_code, limit: windowsShown });
  const items = scheme.items(honour, language);
  const { city, city_code } = row;
  return (
    <Section
      id="city"
      title={city}
      note={text("detailNote", {
        year,
        nominated: row.nominated,
        vetoed: row.vetoed,
        undecided: row.undecided,
        final: finalSize,
        within: row.within_final,
      })}
      aside={
        <>
          <SourceLink
            of="sum"
            by="city"
            id={city_code}
            at={String(year)}
            label={text("sourceOf", { city, year })}
            words={text("sourceOf", { city, year })}
          />
          <Link to="/ranking" search={{ city: [city_code] }}>
            {text("inRanking", { city })}
          </Link>
          <Link to="/trends" search={{ by: "city", focus: city_code }}>
            {text("inTrends", { city })}
          </Link>
          <Link from="/cities" to="/cities" search={({ city: _, item: __, ...others }) => others} resetScroll={false}>
            {text("close")}
          </Link>
        </>
      }
    >
      <div className="columns">
        <div className="five">
          {scores.length === 0 ? (
            <Empty>{text("noNominees", { city, year })}</Empty>
          ) : (
            <CityItems items={items} shares={shares} city={city_code} year={year} chosen={item} onChoose={onItem} />
          )}
        </div>
        <div className="seven">
          <Loaded result={inNeed}>
            {(windows) => (windows.length === 0 ? <Empty>{text("noNeed", { city, year })}</Empty> : <WindowsInNeed windows={windows} />)}
          </Loaded>
        </div>
        {scores.length === 0 ? null : <NomineeTable scores={scores} items={items} item={item} />}
      </div>
    </Section>
  );
}
