import { type Palette, palettes } from "./palette.ts";

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function properties(palette: Palette): string {
  return Object.entries(palette)
    .flatMap(([name, value]: [string, string | readonly string[]]) =>
      typeof value === "string" ? [[kebab(name), value]] : value.map((colour, index) => [`${kebab(name)}-${index + 1}`, colour]),
    )
    .map(([name, value]) => `  --${name}: ${value};`)
    .join("\n");
}

const screenThemes = [
  ["dark", "dark"],
  ["contrast", "light"],
  ["contrast-dark", "dark"],
] as const;

/** The palettes as custom properties: `--ink`, `--rule-strong`, `--series-1` … Print always uses the light one. */
export function themeCss(): string {
  const onScreen = screenThemes.map(
    ([name, scheme]) => `:root[data-theme="${name}"] {\n  color-scheme: ${scheme};\n${properties(palettes[name])}\n}`,
  );
  return [`:root {\n  color-scheme: light;\n${properties(palettes.light)}\n}`, `@media screen {\n${onScreen.join("\n")}\n}`].join("\n");
}
