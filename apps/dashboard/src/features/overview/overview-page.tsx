import { queryCityYears } from "@mingchuang/warehouse/queries/cities";
import { leadingPlaces, queryCutTies, queryLeaders, queryWarnings, queryYearFigures } from "@mingchuang/warehouse/queries/overview";
import { getRouteApi } from "@tanstack/react-router";
import { useCityNames } from "../../lib/city-name.ts";
import { formatCount } from "../../lib/format.ts";
import { useHonours } from "../../lib/honours.ts";
import { useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Choices } from "../../ui/choices.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Empty, Loaded, Partial } from "../../ui/states.tsx";
import { WithheldResults } from "../../ui/withheld-results.tsx";
import { mapMeasures } from "./city-map.ts";
import { CityOverview } from "./city-overview.tsx";
import { Entrances } from "./entrances.tsx";
import { Leaders } from "./leaders.tsx";
import { messages } from "./messages.ts";
import "./overview.css";
import { joinSentences } from "../../lib/join-sentences.ts";
import { Wall } from "./wall.tsx";
import { WarningList } from "./warning-list.tsx";
import { YearStats } from "./year-stats.tsx";

const route = getRouteApi("/");

export function OverviewPage() {
  const text = useText(messages);
  const { map, wall } = route.useSearch();
  const navigate = route.useNavigate();
  const { year, honour, scheme } = useScope();
  const { nameOf } = useHonours();
  const cuts = scheme.stages(honour).map((stage) => stage.size);
  const figures = useRows(queryYearFigures, { honour });
  const warnings = useRows(queryWarnings, { year, honour });
  const ties = useRows(queryCutTies, { year, honour, cuts });
  const leaders = useRows(queryLeaders, { year, honour, places: leadingPlaces });
  const cities = useRows(queryCityYears, { honour, finalSize: cuts.at(-1) ?? leadingPlaces });
  const named = useCityNames();
  const rows = named(cities.data ?? []);
  const ofYear = rows.filter((row) => row.year === year);
  const measures = mapMeasures(ofYear);
  const measure = measures.includes(map) ? map : measures[0];

  const question = text("question", { year, honour: nameOf(honour) });
  const showWall = (shown: boolean) => void navigate({ search: (former) => ({ ...former, wall: shown }), resetScroll: false });

  const isFirst = figures.data !== undefined && !figures.data.some((row) => row.year === year - 1);
  const figuresSection = (
    <Section title={text("figures")} note={joinSentences([text("figuresNote"), isFirst ? text("noFormer", { year: year - 1 }) : ""])}>
      <Loaded result={figures}>
        {(rows) => {
          const now = rows.find((row) => row.year === year);
          if (!now) return <Empty>{text("noFigures", { year })}</Empty>;
          return (
            <>
              <YearStats now={now} before={rows.find((row) => row.year === year - 1) ?? null} />
              {now.unregistered === 0 ? null : (
                <Partial>{text("unregistered", { year, windows: now.unregistered, cases: formatCount(now.unregistered_cases) })}</Partial>
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
  const attentionSection = (
    <Section title={text("attention")} note={text("attentionNote")}>
      <Loaded result={warnings}>{(found) => (found ? <WarningList warnings={found} ties={ties.data ?? []} /> : null)}</Loaded>
    </Section>
  );
  const mapSection = (
    <Section
      title={text("map")}
      aside={
        measure ? (
          <Choices
            label={text("mapMeasure")}
            options={measures.map((value) => ({ value, label: text(`map-${value}`) }))}
            value={measure}
            onChoose={(chosen) => void navigate({ search: (former) => ({ ...former, map: chosen }), resetScroll: false })}
          />
        ) : null
      }
    >
      <Loaded result={cities}>
        {() =>
          measure ? (
            <CityOverview rows={ofYear} before={rows.filter((row) => row.year === year - 1)} year={year} measure={measure} />
          ) : (
            <Empty>{text("noCities", { year })}</Empty>
          )
        }
      </Loaded>
    </Section>
  );
  const leadersSection = (
    <Section title={text("leaders")}>
      <Loaded result={leaders}>
        {(found) => (found.length === 0 ? <p>{text("leadersSentenceNone")}</p> : <Leaders rows={named(found)} />)}
      </Loaded>
    </Section>
  );

  if (wall)
    return (
      <Wall
        question={question}
        onLeave={() => {
          if (document.fullscreenElement) void document.exitFullscreen();
          showWall(false);
        }}
        figures={figuresSection}
        map={mapSection}
        leaders={leadersSection}
        attention={attentionSection}
      />
    );
  return (
    <Page
      title={text("title")}
      question={question}
      actions={
        <button
          type="button"
          className="link wall-entrance"
          onClick={() => {
            // refused by some browsers and frames; the wall then fills the window
            document.documentElement.requestFullscreen?.().catch(() => undefined);
            showWall(true);
          }}
        >
          {text("wall")}
        </button>
      }
    >
      {figuresSection}
      <WithheldResults />
      <div className="columns overview-middle">
        <div className="seven">
          {attentionSection}
          <Section title={text("entrances")}>
            <Entrances firstId={leaders.data?.[0]?.subject_id} />
          </Section>
        </div>
        <div className="five">{mapSection}</div>
      </div>
      {leadersSection}
    </Page>
  );
}
