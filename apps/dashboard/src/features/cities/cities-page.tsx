import { badPerTenThousand, goodRate } from "@mingchuang/rubric/rates";
import { type CityYear, queryCityItems, queryCityScores, queryCityYears } from "@mingchuang/warehouse/queries/cities";
import { leadingPlaces } from "@mingchuang/warehouse/queries/overview";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useCityNames } from "../../lib/city-name.ts";
import { useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import type { Mark } from "../../ui/chart.tsx";
import { Choices } from "../../ui/choices.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { WithheldResults } from "../../ui/withheld-results.tsx";
import { CityDetail } from "./city-detail.tsx";
import { CityYears } from "./city-years.tsx";
import { FourComparisons } from "./four-comparisons.tsx";
import { messages } from "./messages.ts";
import { orderCities } from "./order-cities.ts";
import type { CitiesSearch } from "./search.ts";
import { Spread } from "./spread.tsx";

const route = getRouteApi("/cities");
const sorts = ["official", "score", "good", "bad", "nominated"] as const;

export function CitiesPage() {
  const text = useText(messages);
  const { city: chosen, item, sort } = route.useSearch();
  const navigate = route.useNavigate();
  const { year, honour, scheme } = useScope();
  const finalSize = scheme.stages(honour).at(-1)?.size ?? leadingPlaces;
  const years = useRows(queryCityYears, { honour, finalSize });
  const scores = useRows(queryCityScores, { year, honour });
  const shares = useRows(queryCityItems, { honour });
  const named = useCityNames();
  const set = (change: Partial<CitiesSearch>) => void navigate({ search: (former) => ({ ...former, ...change }), resetScroll: false });
  const toggle = (code: string) => set({ city: code === chosen ? undefined : code, item: undefined });
  const onMark = ({ data }: Mark) => toggle((data as { id: string }).id);
  const cityColumn: Column<CityYear> = {
    id: "city",
    label: text("city"),
    value: (row) => row.city,
    cell: (row) => (
      <Link from="/cities" to="/cities" search={(former) => ({ ...former, city: row.city_code })} resetScroll={false}>
        {row.city}
      </Link>
    ),
  };
  return (
    <Loaded result={years}>
      {(found) => {
        const all = named(found);
        const rows = orderCities(
          all.filter((row) => row.year === year),
          sort,
        );
        const scored = rows.some((row) => row.scored > 0);
        const rated = rows.some((row) => goodRate.of(row) !== null || badPerTenThousand.of(row) !== null);
        const nominated = rows.some((row) => row.nominated > 0);
        const open = rows.find((row) => row.city_code === chosen);
        return (
          <Page
            title={open ? `${text("title")} · ${open.city}` : text("title")}
            question={text("question", { year })}
            trail={
              open
                ? [
                    <Link key="cities" from="/cities" to="/cities" search={({ city: _, item: __, ...others }) => others}>
                      {text("title")}
                    </Link>,
                    open.city,
                  ]
                : undefined
            }
            actions={
              <Choices
                label={text("sort")}
                options={sorts.map((value) => ({ value, label: text(`sort-${value}`) }))}
                value={sort}
                onChoose={(value) => set({ sort: value })}
              />
            }
          >
            <WithheldResults />
            {open ? (
              <Loaded result={scores}>
                {(nominees) => (
                  <Loaded result={shares}>
                    {(ofItems) => (
                      <CityDetail
                        row={open}
                        scores={nominees.filter((score) => score.city_code === open.city_code)}
                        shares={ofItems}
                        finalSize={finalSize}
                        item={item}
                        onItem={(next) => set({ item: next })}
                      />
                    )}
                  </Loaded>
                )}
              </Loaded>
            ) : null}
            {scored || rated || nominated ? (
              <Section title={text("compare")} note={text("compareNote")}>
                <Loaded result={scores}>
                  {(nominees) => (
                    <FourComparisons rows={rows} scores={nominees} chosen={open?.city_code} onMark={onMark} cityColumn={cityColumn} />
                  )}
                </Loaded>
              </Section>
            ) : (
              <Empty>{text("noFigures", { year })}</Empty>
            )}
            {scored ? (
              <Section title={text("spread")}>
                <Loaded result={scores}>
                  {(nominees) => (
                    <Spread
                      rows={rows}
                      scores={nominees}
                      shares={(shares.data ?? []).filter((share) => share.year === year)}
                      chosen={{ city: open?.city_code, item }}
                      onItem={(city, next) => set({ city, item: next })}
                      cityColumn={cityColumn}
                    />
                  )}
                </Loaded>
              </Section>
            ) : null}
            {all.some((row) => row.scored > 0 || row.active !== null) ? (
              <Section title={text("years")} note={text("yearsNote")}>
                <CityYears cities={rows} all={all} year={year} chosen={open?.city_code} cityColumn={cityColumn} />
              </Section>
            ) : null}
          </Page>
        );
      }}
    </Loaded>
  );
}
