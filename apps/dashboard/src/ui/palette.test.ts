import { describe, expect, test } from "vitest";
import { contrast, textOn } from "./colour.ts";
import { palettes } from "./palette.ts";
import { themeCss } from "./theme-css.ts";

describe.each(Object.entries(palettes))("%s", (_, palette) => {
  const grounds = [palette.paper, palette.wash, palette.raised];

  test.each(["ink", "inkSoft", "inkFaint", "accent", "caution", "calm", "link"] as const)("%s reads at 4.5:1 on every ground", (name) => {
    for (const ground of grounds) expect(contrast(palette[name], ground)).toBeGreaterThanOrEqual(4.5);
  });

  test("coloured words read at 4.5:1 on their own wash", () => {
    expect(contrast(palette.accent, palette.accentWash)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.caution, palette.cautionWash)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.calm, palette.calmWash)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5);
  });

  test("words written in a cell of the ramp read at 4.5:1", () => {
    for (const ground of palette.ramp) expect(contrast(textOn(ground, palette), ground)).toBeGreaterThanOrEqual(4.5);
  });

  test("neighbours in a stacked bar differ in lightness, so that a grey print tells them apart", () => {
    for (let index = 1; index < palette.series.length; index += 1) {
      expect(contrast(palette.series[index] ?? "", palette.series[index - 1] ?? "")).toBeGreaterThan(1.2);
    }
  });

  test("the ramp runs one way in lightness", () => {
    const steps = palette.ramp.map((colour) => contrast(colour, palette.paper));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });
});

test.each(["contrast", "contrast-dark"] as const)("in %s every word reads at 7:1 and every rule and mark at 3:1", (name) => {
  const palette = palettes[name];
  for (const ground of [palette.paper, palette.wash, palette.raised]) {
    for (const word of ["ink", "inkSoft", "inkFaint", "accent", "caution", "calm", "link"] as const)
      expect(contrast(palette[word], ground), word).toBeGreaterThanOrEqual(7);
    for (const line of ["rule", "ruleStrong", "mute", "focus"] as const)
      expect(contrast(palette[line], ground), line).toBeGreaterThanOrEqual(3);
  }
});

test("the style sheet has every colour of the palette, and prints the light one", () => {
  const css = themeCss();
  expect(css).toContain(`--accent: ${palettes.light.accent};`);
  expect(css).toContain(`--series-6: ${palettes.light.series[5]};`);
  expect(css).toMatch(/@media screen \{\n:root\[data-theme="dark"\]/);
  for (const name of ["contrast", "contrast-dark"] as const)
    expect(css).toContain(
      `:root[data-theme="${name}"] {\n  color-scheme: ${name === "contrast" ? "light" : "dark"};\n  --paper: ${palettes[name].paper};`,
    );
});
