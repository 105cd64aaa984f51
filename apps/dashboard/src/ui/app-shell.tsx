import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef } from "react";
import { setLanguage, useLanguage, useText } from "../lib/i18n.ts";
import { HoldingsContext, useGlobalSearch, useHoldingsQuery, useScope } from "../lib/scope.ts";
import { useThemeName } from "../lib/theme-choice.ts";
import { EngineFailure } from "./engine-failure.tsx";
import { messages } from "./messages.ts";
import { NothingYet } from "./nothing-yet/nothing-yet.tsx";
import { palettes } from "./palette.ts";
import { PaletteContext } from "./palette-context.ts";
import { SampleBanner } from "./sample-banner.tsx";
import { ScopeBar } from "./scope-bar.tsx";
import { ShellFooter } from "./shell-footer.tsx";
import { Failure, Loading } from "./states.tsx";

const pages = [
  { to: "/", key: "overview" },
  { to: "/ranking", key: "ranking" },
  { to: "/compare", key: "compare" },
  { to: "/vetoes", key: "vetoes" },
  { to: "/selection", key: "selection" },
  { to: "/cities", key: "cities" },
  { to: "/trends", key: "trends" },
  { to: "/reviews", key: "reviews" },
  { to: "/panel", key: "panel" },
  { to: "/rubric", key: "rubric" },
  { to: "/data", key: "data" },
] as const;

/** Without it the page is still the one that was sent. */
const OfferedView = lazy(() => import("./views/offered-view.tsx").catch(() => ({ default: () => null })));

/** The frame of every page. Pages appear once the data are open; until then the frame says how far it is. */
export function AppShell() {
  const { lang, theme } = useGlobalSearch();
  const themeName = useThemeName(theme);
  setLanguage(lang);
  useEffect(() => {
    document.documentElement.dataset.theme = themeName;
  }, [themeName]);
  return (
    <PaletteContext value={palettes[themeName]}>
      <Frame />
    </PaletteContext>
  );
}

/** What the results are about, as their scheme calls it. */
function Programme() {
  const { scheme } = useScope();
  return <span className="programme">{scheme.programme(useLanguage())}</span>;
}

function Frame() {
  const text = useText(messages);
  const holdings = useHoldingsQuery();
  const { pathname } = useLocation();
  const { view } = useGlobalSearch();
  const tabs = useRef<HTMLElement>(null);
  // on a phone the pages stand in a row that is wider than the screen
  // biome-ignore lint/correctness/useExhaustiveDependencies: which of them is open follows from the address
  useEffect(() => {
    const row = tabs.current;
    const open = row?.querySelector<HTMLElement>("[aria-current=page]");
    if (!row || !open) return;
    const place = open.getBoundingClientRect().left - row.getBoundingClientRect().left;
    row.scrollLeft += place - (row.clientWidth - open.clientWidth) / 2;
  }, [pathname]);
  return (
    <HoldingsContext value={holdings.data ?? null}>
      <a className="skip" href="#content">
        {text("skip")}
      </a>
      <header className="masthead">
        <div className="masthead-title">
          <Link to="/" className="wordmark">
            {text("product")}
          </Link>
          {holdings.data ? <Programme /> : null}
        </div>
        {holdings.data ? <ScopeBar /> : null}
        <nav className="pages" ref={tabs} aria-label={text("navigation")}>
          <ul>
            {pages.map(({ to, key }) => (
              <li key={to}>
                <Link to={to} activeOptions={{ exact: to === "/", includeSearch: false }} activeProps={{ "aria-current": "page" }}>
                  {text(key)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {holdings.data ? <SampleBanner /> : null}
      {holdings.data && view !== undefined ? (
        <Suspense>
          <OfferedView key={view} name={view} />
        </Suspense>
      ) : null}
      {holdings.data ? <EngineFailure /> : null}
      <main id="content" tabIndex={-1}>
        {holdings.data ? (
          holdings.data.years.length === 0 && pathname !== "/rubric" && pathname !== "/data" ? (
            <NothingYet />
          ) : (
            <Outlet />
          )
        ) : holdings.isError ? (
          <Failure error={holdings.error} onRetry={() => void holdings.refetch()} />
        ) : (
          <Loading />
        )}
      </main>
      {holdings.data ? <ShellFooter /> : null}
    </HoldingsContext>
  );
}
