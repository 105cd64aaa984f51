import { useNavigate } from "@tanstack/react-router";
import { useHonours } from "../lib/honours.ts";
import { useText } from "../lib/i18n.ts";
import { useGlobalSearch, useHoldings, useScope } from "../lib/scope.ts";
import { chooseScope, honoursOf, inSchemeOrder } from "../lib/scope-choice.ts";
import type { GlobalSearch } from "../lib/search-state.ts";
import { messages } from "./messages.ts";
import { ViewsButton } from "./views/views-button.tsx";

const themes = ["auto", "light", "dark", "contrast"] as const;

/** Year, honour, language and brightness: what every page shares, written to the address. */
export function ScopeBar() {
  const text = useText(messages);
  const search = useGlobalSearch();
  const holdings = useHoldings();
  const { years } = holdings;
  const { year, honour: inForce } = useScope();
  const { nameOf } = useHonours();
  const navigate = useNavigate();
  const set = (change: Partial<GlobalSearch>) =>
    void navigate({ to: ".", search: (former) => ({ ...former, ...change }), resetScroll: false });
  const setYear = (chosen: number) => set({ year: chosen === chooseScope({ honour: inForce }, holdings).year ? undefined : chosen });
  return (
    <form className="scope" aria-label={text("settings")} onSubmit={(event) => event.preventDefault()}>
      {years.length === 0 ? null : (
        <label>
          <span>{text("year")}</span>
          <select value={year} onChange={(event) => setYear(Number(event.target.value))}>
            {years.map((option) => (
              <option key={option} value={option}>
                {text("yearOption", { year: option })}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{text("honour")}</span>
        <select value={inForce} onChange={(event) => set({ honour: event.target.value })}>
          {inSchemeOrder(honoursOf(holdings), holdings.schemes).map((honour) => (
            <option key={honour} value={honour}>
              {nameOf(honour)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{text("theme")}</span>
        <select value={search.theme} onChange={(event) => set({ theme: event.target.value as GlobalSearch["theme"] })}>
          {themes.map((theme) => (
            <option key={theme} value={theme}>
              {text(`theme-${theme}`)}
            </option>
          ))}
        </select>
      </label>
      <ViewsButton />
      <button
        type="button"
        className="language"
        lang={search.lang === "zh" ? "en" : "zh-CN"}
        onClick={() => set({ lang: search.lang === "zh" ? "en" : "zh" })}
      >
        {search.lang === "zh" ? "English" : "中文"}
      </button>
    </form>
  );
}
