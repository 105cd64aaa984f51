import { getRouteApi } from "@tanstack/react-router";
import type { PanelSearch } from "./search.ts";

const route = getRouteApi("/panel");

/** What of the page is singled out, and how to change that; the address holds it. */
export function useSingle() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: Partial<PanelSearch>) =>
    void navigate({ search: (former) => ({ ...former, ...part }), replace: true, resetScroll: false });
  return { search, change };
}
