import { profileOf } from "./city-profiles.ts";
import { type City, cities } from "./divisions.ts";
import { isPresentIn, type SamplePerson } from "./people.ts";
import type { Random } from "./random.ts";
import { domains, nameIn, qualityIn, type SampleWindow } from "./windows.ts";
import type { SampleYear } from "./years.ts";

export type Honour = "红旗窗口" | "服务先锋";

/** A subject put forward by its city for one honour in one year. */
export interface Nomination {
  readonly applicationId: string;
  readonly year: SampleYear;
  readonly honour: Honour;
  readonly subjectId: string;
  readonly subjectName: string;
  /** The window itself, or the person's. */
  readonly window: SampleWindow;
  readonly person: SamplePerson | null;
  readonly city: City;
}

/** Windows that stay nominated through a change of name or county, so that the change can be seen in a ranking. */
const alwaysNominated = (window: SampleWindow): boolean =>
  window.nameUntil2021 !== null || (window.name.includes("（原下城）") && window.domain === "住建");

/** At most four windows a city, the best of each domain first; some cities leave a place empty or a domain out. */
export function nominateWindows(
  random: Random,
  windows: readonly SampleWindow[],
  year: SampleYear,
  earlier: ReadonlySet<string>,
): Nomination[] {
  const chosen = cities.flatMap((city) => {
    const places = profileOf(city.code).windows - (random.chance(0.12) ? 1 : 0);
    const ranked = windows
      .filter((window) => window.city === city && window.openedOn < "2021-01-01" && !window.closedOn)
      .map((window) => ({
        window,
        merit: alwaysNominated(window) ? 2 : qualityIn(window, year) + random.around(earlier.has(window.id) ? 0.06 : 0, 0.05),
      }))
      .sort((a, b) => b.merit - a.merit)
      .map(({ window }) => window);
    const covered = domains.filter(() => random.chance(0.85));
    const ofEachDomain = covered.flatMap((domain) => ranked.find((window) => window.domain === domain) ?? []);
    const rest = ranked.filter((window) => !ofEachDomain.includes(window));
    return [...ofEachDomain, ...rest].slice(0, places).map((window) => ({ window, city }));
  });
  return chosen.map(({ window, city }, index) => ({
    applicationId: `SB${year}-C${String(index + 1).padStart(3, "0")}`,
    year,
    honour: "红旗窗口",
    subjectId: window.id,
    subjectName: nameIn(window, year),
    window,
    person: null,
    city,
  }));
}

/** At most six persons a city, from different windows. */
export function nominatePersons(
  random: Random,
  windows: readonly SampleWindow[],
  people: readonly SamplePerson[],
  year: SampleYear,
): Nomination[] {
  const windowOf = new Map(windows.map((window) => [window.id, window]));
  const chosen = cities.flatMap((city) => {
    const places = profileOf(city.code).persons - (random.chance(0.2) ? 1 : 0);
    const ranked = people
      .flatMap((person) => {
        const window = windowOf.get(person.windowId);
        if (window?.city !== city || !isPresentIn(person, year) || person.joinedOn > `${year - 1}-12-31` || window.closedOn) return [];
        return [{ person, window, merit: qualityIn(window, year) / 2 + person.effect + random.around(0, 0.04) }];
      })
      .sort((a, b) => b.merit - a.merit);
    const bestOfWindow = ranked.filter(({ window }, index) => ranked.findIndex((other) => other.window === window) === index);
    return bestOfWindow.slice(0, places).map((nominee) => ({ ...nominee, city }));
  });
  return chosen.map(({ person, window, city }, index) => ({
    applicationId: `SB${year}-R${String(index + 1).padStart(3, "0")}`,
    year,
    honour: "服务先锋",
    subjectId: person.id,
    subjectName: person.name,
    window,
    person,
    city,
  }));
}

/** The nominations of one year for one honour. */
export const ofYear = (nominations: readonly Nomination[], year: number, honour: Nomination["honour"]): Nomination[] =>
  nominations.filter((nomination) => nomination.year === year && nomination.honour === honour);
