import type { HandledReview } from "@mingchuang/warehouse/queries/reviews";
import { cityName } from "../../lib/city-name.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { channelsOf, unnamed } from "./filter-reviews.ts";
import { messages } from "./messages.ts";
import type { ReviewsSearch } from "./search.ts";

interface ReviewFiltersProps {
  /** The reviews of the year, unfiltered: what there is to choose from. Null where they are withheld: then every city and domain is. */
  readonly reviews: readonly HandledReview[] | null;
  readonly search: ReviewsSearch;
  readonly onChange: (part: Partial<ReviewsSearch>) => void;
}

/** City, domain, channel and month: every part of the page follows them. */
export function ReviewFilters({ reviews, search, onChange }: ReviewFiltersProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { cities } = useHoldings();
  const { scheme } = useScope();
  const ofScheme = scheme.domains(language);
  const held = new Set(reviews === null ? cities.map(({ city_code }) => city_code) : reviews.map(({ city_code }) => city_code ?? unnamed));
  const domains = [...new Set(reviews === null ? ofScheme.map(({ id }) => id) : reviews.map(({ domain }) => domain ?? unnamed))].sort();
  const known = ofScheme.filter(({ id }) => domains.includes(id));
  const options: readonly {
    readonly key: "city" | "domain" | "channel" | "month";
    readonly values: readonly { readonly id: string; readonly label: string }[];
  }[] = [
    {
      key: "city",
      values: [
        ...cities
          .filter(({ city_code }) => held.has(city_code))
          .map(({ city_code, city }) => ({ id: city_code, label: cityName(city, language) })),
        ...(held.has(unnamed) ? [{ id: unnamed, label: text("noCity") }] : []),
      ],
    },
    {
      key: "domain",
      values: [
        ...known,
        ...domains
          .filter((id) => !known.some((domain) => domain.id === id))
          .map((id) => ({ id, label: id === unnamed ? text("unnamed") : scheme.domain(id, language) })),
      ],
    },
    ...(reviews === null
      ? []
      : [
          {
            key: "channel" as const,
            values: channelsOf(reviews).map((id) => ({ id, label: id === unnamed ? text("unnamed") : id })),
          },
          {
            key: "month" as const,
            values: [...new Set(reviews.map(({ rated_on }) => rated_on.slice(0, 7)))].sort().map((id) => ({ id, label: id })),
          },
        ]),
  ];
  const isFiltered = options.some(({ key }) => search[key] !== undefined);
  return (
    <search className="filter-bar loop-filters" aria-label={text("filters")}>
      {options.map(({ key, values }) => (
        <label className="field" key={key}>
          <span>{text(key)}</span>
          <select value={search[key] ?? ""} onChange={(event) => onChange({ [key]: event.target.value || undefined })}>
            <option value="">{text("all")}</option>
            {values.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
            {search[key] === undefined || values.some(({ id }) => id === search[key]) ? null : (
              <option value={search[key]}>{search[key]}</option>
            )}
          </select>
        </label>
      ))}
      {isFiltered ? (
        <button
          type="button"
          className="link"
          onClick={() => onChange({ city: undefined, domain: undefined, channel: undefined, month: undefined })}
        >
          {text("clearFilters")}
        </button>
      ) : null}
    </search>
  );
}
