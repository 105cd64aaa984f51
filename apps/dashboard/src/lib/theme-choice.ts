import { useSyncExternalStore } from "react";
import type { GlobalSearch } from "./search-state.ts";

/** The looks there are; the palette has the colours of each. */
export type ThemeName = "light" | "dark" | "contrast" | "contrast-dark";

/** What the system asks for. */
interface SystemWish {
  readonly dark: boolean;
  readonly moreContrast: boolean;
}

const wishes = { dark: "(prefers-color-scheme: dark)", moreContrast: "(prefers-contrast: more)" } as const;

function useWish(wish: keyof SystemWish): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(wishes[wish]);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => window.matchMedia(wishes[wish]).matches,
  );
}

export function resolveTheme(choice: GlobalSearch["theme"], system: SystemWish): ThemeName {
  if (choice === "contrast" || (choice === "auto" && system.moreContrast)) return system.dark ? "contrast-dark" : "contrast";
  if (choice === "auto") return system.dark ? "dark" : "light";
  return choice;
}

/** The theme in force: the address decides, else the system, also while it changes. High contrast follows the system's brightness. */
export function useThemeName(choice: GlobalSearch["theme"]): ThemeName {
  const [dark, moreContrast] = [useWish("dark"), useWish("moreContrast")];
  return resolveTheme(choice, { dark, moreContrast });
}
