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

/** The palettes as custom properties: `--ink`, `--rule-strong`, `--series-1` … Print always uses the light one. */
export function themeCss(): string {
  return [
    `:root {\n  color-scheme: light;\n${properties(palettes.light)}\n}`,
    `@media screen {\n:root[data-theme="dark"] {\n  color-scheme: dark;\n${properties(palettes.dark)}\n}\n}`,
  ].join("\n");
}
