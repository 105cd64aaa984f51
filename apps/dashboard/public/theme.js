// Runs before the first paint, so that a dark page never flashes white. The same rule as `resolveTheme` in src/lib/theme-choice.ts.
(() => {
  const chosen = new URLSearchParams(location.search).get("theme");
  const dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
