import { useLanguage } from "./i18n.ts";
import type { SchemeLabels } from "./scheme.ts";
import { useHoldings, useScope } from "./scope.ts";
import { honoursOf } from "./scope-choice.ts";
import type { Honour } from "./search-state.ts";

/** What is known of honours by their ids: of the one in force from the scheme that judged it, of others from any that has it. */
export function useHonours() {
  const { scheme, honour: inForce } = useScope();
  const { runs, schemes } = useHoldings();
  const language = useLanguage();
  const judging = (honour: Honour): SchemeLabels | undefined =>
    scheme.honour(honour) ? scheme : schemes.findLast((other) => other.honour(honour) !== undefined);
  const isOfPersons = (honour: Honour) => judging(honour)?.isOfPersons(honour) ?? false;
  return {
    isOfPersons,
    /** The honour in force where it is one of persons (or of windows), else the main one that is; undefined when the data has none. */
    oneOf: (holders: "persons" | "windows"): Honour | undefined => {
      const isRight = (honour: Honour) => isOfPersons(honour) === (holders === "persons");
      return isRight(inForce) ? inForce : honoursOf({ runs, schemes }).find(isRight);
    },
    nameOf: (honour: Honour) => judging(honour)?.honour(honour)?.label[language] ?? honour,
    /** Where a subject of the honour has its page. Units and projects, which no register lists, stand with the windows. */
    pathOf: (honour: Honour): "/windows/$id" | "/people/$id" => (isOfPersons(honour) ? "/people/$id" : "/windows/$id"),
  };
}
