import type { ColumnSort } from "@tanstack/react-table";
import type { Text } from "../../lib/i18n.ts";
import type { messages } from "./messages.ts";
import type { RankingSearch } from "./search.ts";
import { stateTexts } from "./state-words.ts";

interface Names {
  readonly city: (code: string) => string;
  readonly county: (code: string) => string;
  readonly domain: (id: string) => string;
  readonly level: (id: string) => string;
}

type Filters = Pick<RankingSearch, "city" | "county" | "domain" | "level" | "state" | "q">;

/** The filters in force in words: `设区市：杭州市、宁波市；状态：一票否决`; without any, that nothing is left out. */
export function filterWords(filter: Filters, names: Names, text: Text<keyof typeof messages.zh>): string {
  const stateName = (state: string) => (state in stateTexts ? text(stateTexts[state as keyof typeof stateTexts]) : state);
  const of = (key: "city" | "county" | "domain" | "level" | "state", name: (value: string) => string) =>
    filter[key].length === 0 ? [] : [text("filterOf", { label: text(key), values: filter[key].map(name).join(text("or")) })];
  const told = [
    ...of("city", names.city),
    ...of("county", names.county),
    ...of("domain", names.domain),
    ...of("level", names.level),
    ...of("state", stateName),
    ...(filter.q === undefined ? [] : [text("filterOf", { label: text("search"), values: filter.q })]),
  ];
  return told.length === 0 ? text("noFilter") : told.join(text("listed"));
}

/** The order in force in words: `总分 降序，名称 升序`. */
export function sortWords(sorting: readonly ColumnSort[], labelOf: (id: string) => string, text: Text<keyof typeof messages.zh>): string {
  if (sorting.length === 0) return text("merit");
  return sorting.map(({ id, desc }) => `${labelOf(id)} ${text(desc ? "descending" : "ascending")}`).join(text("listed"));
}
