import type { Random } from "./random.ts";
import { domains, isOpenIn, type SampleWindow } from "./windows.ts";
import { isoDate, sampleYears } from "./years.ts";

/** An invented member of a window's staff. */
export interface SamplePerson {
  readonly id: string;
  readonly name: string;
  readonly windowId: string;
  readonly position: string;
  readonly joinedOn: string;
  /** First and last year in whose register the person stands. */
  readonly firstYear: number;
  readonly lastYear: number;
  readonly onStaff: boolean;
  readonly effect: number;
}

const stems = ["甲", "乙", "丙", "丁"];
const positions = ["综合受理岗", "业务审核岗", "咨询导办岗", "核验收费岗"];
const staffInTotal = 2000;
const replacedEachYear = 60;

/** 2,000 persons a year; sixty leave at the end of a year and are replaced in the same window. */
export function buildPeople(random: Random, windows: readonly SampleWindow[]): SamplePerson[] {
  const people: SamplePerson[] = [];
  const add = (window: SampleWindow, firstYear: number, isHead: boolean): void => {
    const number = String(people.length + 1).padStart(4, "0");
    const earliest = Math.max(2009, Number(window.openedOn.slice(0, 4)));
    const joinedYear = firstYear > 2021 ? firstYear : random.int(Math.min(earliest, 2020), 2020);
    const joinedOn = isoDate(joinedYear, random.int(1, joinedYear === firstYear ? 3 : 12), random.int(1, 28));
    people.push({
      id: `P${number}`,
      name: `职员${stems[domains.indexOf(window.domain)] ?? "甲"}${number}`,
      windowId: window.id,
      position: isHead ? "窗口负责人" : random.pick(positions),
      joinedOn: joinedOn < window.openedOn ? window.openedOn : joinedOn,
      firstYear: Math.max(firstYear, Number(window.openedOn.slice(0, 4))),
      lastYear: window.closedOn ? Number(window.closedOn.slice(0, 4)) : 9999,
      onStaff: random.chance(0.42),
      effect: Math.round(random.around(0, 0.1) * 1000) / 1000,
    });
  };
  for (const [index, count] of headcounts(windows).entries()) {
    const window = windows[index];
    for (let person = 0; window && person < count; person++) add(window, 2021, person === 0);
  }
  for (const year of sampleYears.slice(1)) {
    const present = people.filter((person) => person.firstYear < year && person.lastYear >= year && person.position !== "窗口负责人");
    for (const leaver of random.shuffle(present).slice(0, replacedEachYear)) {
      people[people.indexOf(leaver)] = { ...leaver, lastYear: year - 1 };
      const window = windows.find(({ id }) => id === leaver.windowId);
      if (window && isOpenIn(window, year)) add(window, year, false);
    }
  }
  return people;
}

/** Two for every window, the rest in proportion to how busy it is, exactly `staffInTotal` together. */
function headcounts(windows: readonly SampleWindow[]): number[] {
  const weight = (window: SampleWindow) => Math.min(window.monthlyCases, 9000);
  const whole = windows.reduce((sum, window) => sum + weight(window), 0);
  const spare = staffInTotal - 2 * windows.length;
  let cumulated = 0;
  return windows.map((window) => {
    const from = Math.floor((cumulated / whole) * spare);
    cumulated += weight(window);
    return 2 + Math.floor((cumulated / whole) * spare) - from;
  });
}

export const isPresentIn = (person: SamplePerson, year: number): boolean => person.firstYear <= year && person.lastYear >= year;
