import { cityName } from "../../lib/city-name.ts";
import { useLanguage } from "../../lib/i18n.ts";
import { useHoldings } from "../../lib/scope.ts";

/** `cityOf("330100")`: the city's name in the language of the page; a code that is not known stands for itself. */
export function useCityName(): (code: string | null) => string | null {
  const language = useLanguage();
  const { cities } = useHoldings();
  return (code) => {
    const found = cities.find(({ city_code }) => city_code === code);
    return found === undefined ? code : cityName(found.city, language);
  };
}
