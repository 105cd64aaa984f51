import {
  castRoles,
  type PersonRole,
  personRoles,
  type WindowRole,
  type WindowRoleOf2022,
  windowRoles,
  windowRolesOf2022,
} from "./casting.ts";
import { hasGap } from "./gaps.ts";
import { type Nomination, ofYear } from "./nominations.ts";
import { createRandom } from "./random.ts";

export interface Roles {
  readonly windows: ReadonlyMap<WindowRole, Nomination>;
  readonly windowsOf2022: ReadonlyMap<WindowRoleOf2022, Nomination>;
  readonly persons: ReadonlyMap<PersonRole, Nomination>;
}

/** Gives the parts to nominated windows and persons. */
export function assignRoles(seed: number, nominations: readonly Nomination[]): Roles {
  const timesNominated = (nomination: Nomination) => nominations.filter(({ subjectId }) => subjectId === nomination.subjectId).length;
  const hasOneStory = ({ window }: Nomination) => window.nameUntil2021 === null && window.before === null && !hasGap(window);
  const nominated2023 = ofYear(nominations, 2023, "红旗窗口");
  const nominatedWindows = new Set(nominated2023.map(({ subjectId }) => subjectId));
  const windows2023 = nominated2023.filter(hasOneStory);
  const windows2022 = ofYear(nominations, 2022, "红旗窗口").filter((one) => hasOneStory(one) && !nominatedWindows.has(one.subjectId));
  // A pending finding carries no day, so its subject stands in one year alone.
  const pending = castRoles(
    createRandom(seed, "roles/pending"),
    ["handling-error-pending"],
    windows2023.filter((one) => timesNominated(one) === 1),
  );
  const others = windowRoles.filter((role) => role !== "handling-error-pending");
  const rest = windows2023.filter((one) => ![...pending.values()].includes(one));
  return {
    windows: new Map<WindowRole, Nomination>([...pending, ...castRoles(createRandom(seed, "roles/windows"), others, rest)]),
    windowsOf2022: castRoles(createRandom(seed, "roles/2022"), windowRolesOf2022, windows2022),
    persons: castRoles(
      createRandom(seed, "roles/persons"),
      personRoles,
      ofYear(nominations, 2023, "服务先锋").filter(({ window }) => !nominatedWindows.has(window.id)),
    ),
  };
}

/** What each part brings with it, by the subject that plays it. */
export function bySubject<Value>(roles: Roles, values: Partial<Record<WindowRole, Value>>): Map<string, Value> {
  return new Map(
    [...roles.windows].flatMap(([role, { subjectId }]) => {
      const value = values[role];
      return value === undefined ? [] : [[subjectId, value] as const];
    }),
  );
}
