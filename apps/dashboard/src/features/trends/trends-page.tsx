import { queryCityYears } from "@mingchuang/warehouse/queries/cities";
import { leadingPlaces, queryMissingMonths } from "@mingchuang/warehouse/queries/overview";
import { queryGroupMonths, queryReturningSubjects, queryWindowChoices } from "@mingchuang/warehouse/queries/trends";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { cityName, useCityNames } from "../../lib/city-name.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { toldEditions } from "../../lib/told-editions.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Choices } from "../../ui/choices.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { WithheldResults } from "../../ui/withheld-results.tsx";
import { groupMonths } from "./group-months.ts";
import { messages } from "./messages.ts";
import { MissingMonths } from "./missing-months.tsx";
import { Monthly } from "./monthly.tsx";
import { Multiples } from "./multiples.tsx";
import { cityPlaces, Places, subjectPlaces } from "./places.tsx";
import { Restated } from "./restated.tsx";
import type { TrendsSearch } from "./search.ts";
import "./trends.css";
import { joinSentences } from "../../lib/join-sentences.ts";
import { WindowHistory } from "./window-history.tsx";
import { WindowPicker } from "./window-picker.tsx";

const route = getRouteApi("/trends");
const measures = ["bad", "good", "cases", "active"] as const;
const groupings = ["city", "domain"] as const;

export function TrendsPage() {
  const text = useText(messages);
  const language = useLanguage();
  const search = route.useSearch();
  const { measure, by, focus, places, window } = search;
  const navigate = route.useNavigate();
  const { cities, years, runs, schemes } = useHoldings();
  const { year, honour, scheme } = useScope();
  const province = useRows(queryGroupMonths, { by: "province" });
  const grouped = useRows(queryGroupMonths, { by });
  const cityYears = useRows(queryCityYears, { honour, finalSize: scheme.stages(honour).at(-1)?.size ?? leadingPlaces });
  const subjects = useRows(queryReturningSubjects, { honour });
  const windows = useRows(queryWindowChoices);
  const missing = useRows(queryMissingMonths, { year });
  const set = (change: Partial<TrendsSearch>) => void navigate({ search: (former) => ({ ...former, ...change }), resetScroll: false });

  const named = useCityNames();
  const labels = useMemo(
    () =>
      by === "city"
        ? cities.map(({ city_code, city }) => ({ key: city_code, label: cityName(city, language) }))
        : scheme.domains(language).map(({ id, label }) => ({ key: id, label })),
    [by, cities, scheme, language],
  );
  const groups = useMemo(() => groupMonths(grouped.data ?? [], labels), [grouped.data, labels]);
  const placed = useMemo(
    () => (places === "city" ? cityPlaces(cityYears.data ?? [], years, language) : subjectPlaces(subjects.data ?? [], years)),
    [places, cityYears.data, subjects.data, years, language],
  );
  const chosenWindow = windows.data?.find(({ window_id }) => window_id === window);
  const comma = language === "zh" ? "、" : ", ";
  const editions = toldEditions(
    runs.filter((run) => run.honour === honour),
    schemes,
  ).map(({ how, years: told, edition }) => text(`${how}Note`, { years: told.join(comma), edition }));

  return (
    <Page
      title={text("title")}
      question={text("question")}
      actions={
        <Choices
          label={text("measure")}
          options={measures.map((value) => ({ value, label: text(`measure-${value}`) }))}
          value={measure}
          onChoose={(value) => set({ measure: value })}
        />
      }
    >
      <Loaded result={province}>
        {(rows) => {
          if (rows.length === 0) return <Empty>{text("noMonths")}</Empty>;
          const whole = { key: "province", label: text("province"), months: rows };
          const front = groups.find(({ key }) => key === focus) ?? whole;
          const bringForward = (key: string) => set({ focus: key === "province" || key === focus ? undefined : key });
          return (
            <>
              <Section
                title={text("monthly")}
                note={text("monthlyNote")}
                aside={
                  <>
                    <Choices
                      label={text("by")}
                      options={groupings.map((value) => ({ value, label: text(`by-${value}`) }))}
                      value={by}
                      onChoose={(value) => set({ by: value, focus: undefined })}
                    />
                    <label className="field">
                      <span>{text("focus")}</span>
                      <select
                        value={front.key}
                        onChange={(event) => set({ focus: event.target.value === "province" ? undefined : event.target.value })}
                      >
                        {[whole, ...groups].map(({ key, label }) => (
                          <option key={key} value={key}>
                            {label}
                          </option>
                        ))}
                      </select>
                    </label>
                  </>
                }
              >
                <Monthly focus={front} siblings={groups} whole={whole} measure={measure} by={by} year={year} onFocus={bringForward} />
              </Section>
              <Section title={text("multiples")}>
                <Multiples
                  groups={groups}
                  whole={whole}
                  measure={measure}
                  by={by}
                  chosen={front.key}
                  years={years}
                  year={year}
                  onFocus={bringForward}
                />
              </Section>
            </>
          );
        }}
      </Loaded>
      <Section
        title={text("places")}
        note={text("placesNote", { restated: joinSentences(editions) })}
        aside={
          <Choices
            label={text("placesOf")}
            options={(["city", "subject"] as const).map((value) => ({ value, label: text(`places-${value}`) }))}
            value={places}
            onChoose={(value) => set({ places: value })}
          />
        }
      >
        <WithheldResults />
        {placed.some(({ ranks }) => ranks.some((rank) => rank !== null)) ? (
          <Places rows={placed} years={years} of={places} chosen={places === "city" && by === "city" ? focus : window} />
        ) : (
          <p>{text(places === "subject" && years.length < 2 ? "placesSentenceNone" : "placesNone")}</p>
        )}
      </Section>
      <Restated search={search} onChange={set} />
      <Section
        id="window"
        title={text("window")}
        note={text("windowNote")}
        aside={
          windows.data ? (
            <WindowPicker windows={windows.data} chosen={chosenWindow} onChoose={(windowId) => set({ window: windowId })} />
          ) : null
        }
      >
        {chosenWindow ? (
          <WindowHistory window={chosenWindow} measure={measure} />
        ) : window !== undefined && windows.data ? (
          <Empty>{text("noWindow", { id: window })}</Empty>
        ) : null}
      </Section>
      <Section id="missing" title={text("missing")} note={text("missingNote")}>
        <Loaded result={missing}>{(rows) => <MissingMonths rows={named(rows)} year={year} />}</Loaded>
      </Section>
    </Page>
  );
}
