import { useSyncExternalStore } from "react";
import type { GlobalSearch } from "./search-state.ts";

const media = () => window.matchMedia("(prefers-color-scheme: dark)");

function subscribe(changed: () => void): () => void {
  const query = media();
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

export function resolveTheme(choice: GlobalSearch["theme"], systemIsDark: boolean): "light" | "dark" {
  return choice === "auto" ? (systemIsDark ? "dark" : "light") : choice;
}

/** The theme in force: the address decides, else the system, also while it changes. */
export function useThemeName(choice: GlobalSearch["theme"]): "light" | "dark" {
  const systemIsDark = useSyncExternalStore(subscribe, () => media().matches);
  return resolveTheme(choice, systemIsDark);
}
