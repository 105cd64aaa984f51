import type { CountyRow } from "@mingchuang/warehouse/queries/counties";
import { useEffect, useState } from "react";
import type { Text } from "../../lib/i18n.ts";
import { type Choice, FilterMenu } from "./filter-menu.tsx";
import { countBy, inState, rankingStates } from "./filter-rows.ts";
import type { messages } from "./messages.ts";
import type { PlacedRow } from "./place-rows.ts";
import type { RankingSearch } from "./search.ts";
import { stateTexts } from "./state-words.ts";

interface RankingFiltersProps {
  readonly rows: readonly PlacedRow[];
  readonly filter: RankingSearch;
  readonly onChange: (change: Partial<RankingSearch>) => void;
  readonly cities: readonly { readonly city_code: string; readonly city: string }[];
  /** Every county of any year, for one that was chosen in another. */
  readonly counties: readonly CountyRow[];
  readonly domainName: (domain: string) => string;
  readonly levelName: (level: string) => string;
  readonly text: Text<keyof typeof messages.zh>;
}

const domains = ["housing", "fund", "enforcement", "utilities"];
const levels = ["province", "city", "county"];

/** What narrows the ranking: each choice says how many applications it has. */
export function RankingFilters({ rows, filter, onChange, cities, counties, domainName, levelName, text }: RankingFiltersProps) {
  const counted = (
    values: readonly string[],
    read: (row: PlacedRow) => string | null,
    name: (value: string) => string,
  ): readonly Choice[] => {
    const counts = countBy(rows, read);
    const listed = [...values, ...[...counts.keys()].filter((value) => !values.includes(value))];
    return listed.filter((value) => counts.has(value)).map((value) => ({ value, label: name(value), count: counts.get(value) ?? 0 }));
  };
  const cityNames = new Map(cities.map((city) => [city.city_code, city.city]));
  const ofCity = filter.city.length === 0 ? rows : rows.filter((row) => filter.city.includes(row.city_code));
  const countyNames = new Map(ofCity.map((row) => [row.county_code ?? "", row.county ?? ""]));
  // A county chosen in another year, which this one does not have, stays among the choices: its own name, and no rows under its own code.
  const chosenElsewhere = counties
    .filter(({ county_code: code }) => filter.county.includes(code) && !countyNames.has(code))
    .map(({ county_code: value, county: label }): Choice => ({ value, label, count: 0 }));
  const menus = [
    {
      id: "city",
      choices: counted(
        [...cityNames.keys()],
        (row) => row.city_code,
        (code) => cityNames.get(code) ?? code,
      ),
    },
    {
      id: "county",
      choices: [
        ...counted(
          [...countyNames.keys()].filter(Boolean).sort(),
          (row) => row.county_code,
          (code) => countyNames.get(code) ?? code,
        ).filter(({ value }) => countyNames.has(value)),
        ...chosenElsewhere,
      ],
    },
    { id: "domain", choices: counted(domains, (row) => row.domain, domainName) },
    { id: "level", choices: counted(levels, (row) => row.level, levelName) },
    {
      id: "state",
      choices: rankingStates.map((state) => ({
        value: state,
        label: text(stateTexts[state]),
        count: rows.filter((row) => inState(row, state)).length,
      })),
    },
  ] as const;
  const active = menus.some(({ id }) => filter[id].length > 0) || filter.q !== undefined;
  return (
    <search className="filters">
      <Search value={filter.q ?? ""} onChange={(q) => onChange({ q: q === "" ? undefined : q })} text={text} />
      {menus.map(({ id, choices }) => (
        <FilterMenu
          key={id}
          label={text(id)}
          summary={summaryOf(text(id), filter[id], choices, text)}
          choices={choices}
          chosen={new Set(filter[id])}
          onChange={(values) => onChange({ [id]: values })}
        />
      ))}
      {active ? (
        <button
          type="button"
          className="link"
          onClick={() => onChange({ city: [], county: [], domain: [], level: [], state: [], q: undefined })}
        >
          {text("clearFilters")}
        </button>
      ) : null}
    </search>
  );
}

function summaryOf(label: string, chosen: readonly string[], choices: readonly Choice[], text: RankingFiltersProps["text"]): string {
  if (chosen.length === 0) return label;
  const [only] = chosen;
  if (chosen.length === 1) return `${label}：${choices.find((choice) => choice.value === only)?.label ?? only}`;
  return text("chosen", { label, count: chosen.length });
}

/** Typing narrows after a pause, so that each letter does not sort a long list again. */
function Search({
  value,
  onChange,
  text,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly text: RankingFiltersProps["text"];
}) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <label className="field">
      <span>{text("search")}</span>
      <input type="search" value={typed} placeholder={text("searchHint")} onChange={(event) => setTyped(event.target.value)} />
    </label>
  );
}
