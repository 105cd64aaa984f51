import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
  stripSearchParams,
} from "@tanstack/react-router";
import { citiesDefaults, citiesSearch } from "./features/cities/search.ts";
import { compareDefaults, compareSearch } from "./features/compare/search.ts";
import { dataDefaults, dataSearch } from "./features/data/search.ts";
import { overviewDefaults, overviewSearch } from "./features/overview/search.ts";
import { panelDefaults, panelSearch } from "./features/panel/search.ts";
import { rankingDefaults, rankingSearch } from "./features/ranking/search.ts";
import { reviewsDefaults, reviewsSearch } from "./features/reviews/search.ts";
import { rubricSearch } from "./features/rubric/search.ts";
import { selectionDefaults, selectionSearch } from "./features/selection/search.ts";
import { sourceDefaults, sourceSearch } from "./features/source/search.ts";
import { trendsDefaults, trendsSearch } from "./features/trends/search.ts";
import { vetoesDefaults, vetoesSearch } from "./features/vetoes/search.ts";
import { whatIfDefaults, whatIfSearch } from "./features/what-if/search.ts";
import { subjectDefaults, subjectSearch } from "./features/window/search.ts";
import { globalDefaults, globalSearch, parseSearch, stringifySearch } from "./lib/search-state.ts";
import { AppShell } from "./ui/app-shell.tsx";
import { NotFoundPage } from "./ui/not-found-page.tsx";
import { PageFailure } from "./ui/page-failure.tsx";

const rootRoute = createRootRoute({
  component: AppShell,
  validateSearch: globalSearch,
  search: { middlewares: [retainSearchParams(["year", "honour", "lang", "theme"]), stripSearchParams(globalDefaults)] },
  notFoundComponent: NotFoundPage,
});
const getParentRoute = () => rootRoute;

const overview = createRoute({
  getParentRoute,
  path: "/",
  validateSearch: overviewSearch,
  search: { middlewares: [stripSearchParams(overviewDefaults)] },
  component: lazyRouteComponent(() => import("./features/overview/overview-page.tsx"), "OverviewPage"),
});
const ranking = createRoute({
  getParentRoute,
  path: "/ranking",
  validateSearch: rankingSearch,
  search: { middlewares: [stripSearchParams(rankingDefaults)] },
  component: lazyRouteComponent(() => import("./features/ranking/ranking-page.tsx"), "RankingPage"),
});
const vetoes = createRoute({
  getParentRoute,
  path: "/vetoes",
  validateSearch: vetoesSearch,
  search: { middlewares: [stripSearchParams(vetoesDefaults)] },
  component: lazyRouteComponent(() => import("./features/vetoes/vetoes-page.tsx"), "VetoesPage"),
});
const window = createRoute({
  getParentRoute,
  path: "/windows/$id",
  validateSearch: subjectSearch,
  search: { middlewares: [stripSearchParams(subjectDefaults)] },
  component: lazyRouteComponent(() => import("./features/window/window-page.tsx"), "WindowPage"),
});
const person = createRoute({
  getParentRoute,
  path: "/people/$id",
  validateSearch: subjectSearch,
  search: { middlewares: [stripSearchParams(subjectDefaults)] },
  component: lazyRouteComponent(() => import("./features/person/person-page.tsx"), "PersonPage"),
});
const cities = createRoute({
  getParentRoute,
  path: "/cities",
  validateSearch: citiesSearch,
  search: { middlewares: [stripSearchParams(citiesDefaults)] },
  component: lazyRouteComponent(() => import("./features/cities/cities-page.tsx"), "CitiesPage"),
});
const compare = createRoute({
  getParentRoute,
  path: "/compare",
  validateSearch: compareSearch,
  search: { middlewares: [stripSearchParams(compareDefaults)] },
  component: lazyRouteComponent(() => import("./features/compare/compare-page.tsx"), "ComparePage"),
});
const trends = createRoute({
  getParentRoute,
  path: "/trends",
  validateSearch: trendsSearch,
  search: { middlewares: [stripSearchParams(trendsDefaults)] },
  component: lazyRouteComponent(() => import("./features/trends/trends-page.tsx"), "TrendsPage"),
});
const reviews = createRoute({
  getParentRoute,
  path: "/reviews",
  validateSearch: reviewsSearch,
  search: { middlewares: [stripSearchParams(reviewsDefaults)] },
  component: lazyRouteComponent(() => import("./features/reviews/reviews-page.tsx"), "ReviewsPage"),
});
const panel = createRoute({
  getParentRoute,
  path: "/panel",
  validateSearch: panelSearch,
  search: { middlewares: [stripSearchParams(panelDefaults)] },
  component: lazyRouteComponent(() => import("./features/panel/panel-page.tsx"), "PanelPage"),
});
const selection = createRoute({
  getParentRoute,
  path: "/selection",
  validateSearch: selectionSearch,
  search: { middlewares: [stripSearchParams(selectionDefaults)] },
  component: lazyRouteComponent(() => import("./features/selection/selection-page.tsx"), "SelectionPage"),
});
const rubric = createRoute({
  getParentRoute,
  path: "/rubric",
  validateSearch: rubricSearch,
  component: lazyRouteComponent(() => import("./features/rubric/rubric-page.tsx"), "RubricPage"),
});

const data = createRoute({
  getParentRoute,
  path: "/data",
  validateSearch: dataSearch,
  search: { middlewares: [stripSearchParams(dataDefaults)] },
  component: lazyRouteComponent(() => import("./features/data/data-page.tsx"), "DataPage"),
});
const source = createRoute({
  getParentRoute,
  path: "/source",
  validateSearch: sourceSearch,
  search: { middlewares: [stripSearchParams(sourceDefaults)] },
  component: lazyRouteComponent(() => import("./features/source/source-page.tsx"), "SourcePage"),
});
const whatIf = createRoute({
  getParentRoute,
  path: "/what-if",
  validateSearch: whatIfSearch,
  search: { middlewares: [stripSearchParams(whatIfDefaults)] },
  component: lazyRouteComponent(() => import("./features/what-if/what-if-page.tsx"), "WhatIfPage"),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    overview,
    ranking,
    vetoes,
    window,
    person,
    cities,
    compare,
    trends,
    selection,
    reviews,
    panel,
    rubric,
    data,
    source,
    whatIf,
  ]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultErrorComponent: PageFailure,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
