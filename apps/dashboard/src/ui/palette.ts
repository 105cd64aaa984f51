import type { ThemeName } from "../lib/theme-choice.ts";

/**
 * Every colour of the product, once. Text colours reach 4.5:1 on `paper` and on `wash` (tested). `series` differ in lightness as well as
 * in hue, so that they can be told apart by the colour-blind and on a grey print; flag red is kept for the honour and for danger.
 */
export interface Palette {
  readonly paper: string;
  readonly wash: string;
  readonly raised: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly inkFaint: string;
  readonly rule: string;
  readonly ruleStrong: string;
  readonly accent: string;
  readonly accentWash: string;
  readonly onAccent: string;
  readonly caution: string;
  readonly cautionWash: string;
  readonly calm: string;
  readonly calmWash: string;
  readonly link: string;
  readonly focus: string;
  readonly mute: string;
  readonly series: readonly [string, string, string, string, string, string];
  readonly ramp: readonly [string, string, string, string, string];
}

export const light: Palette = {
  paper: "#ffffff",
  wash: "#f6f5f2",
  raised: "#ffffff",
  ink: "#1b1c1e",
  inkSoft: "#4a4d52",
  inkFaint: "#676a70",
  rule: "#dddbd5",
  ruleStrong: "#2b2c2f",
  accent: "#a8201a",
  accentWash: "#f9ebe9",
  onAccent: "#ffffff",
  caution: "#7f4f00",
  cautionWash: "#fbf2df",
  calm: "#1f5f5b",
  calmWash: "#e6f1ef",
  link: "#1d4a7d",
  focus: "#1d4a7d",
  mute: "#b4b3ae",
  series: ["#17365c", "#77477a", "#2b828c", "#bd8a34", "#93aabf", "#d8c695"],
  ramp: ["#e6e9e8", "#c3d2db", "#94b0c1", "#4f7b98", "#17365c"],
};

const dark: Palette = {
  paper: "#15171a",
  wash: "#1c1f23",
  raised: "#212529",
  ink: "#ecebe6",
  inkSoft: "#bfc1c0",
  inkFaint: "#989b9d",
  rule: "#34383d",
  ruleStrong: "#c9c8c2",
  accent: "#f0827a",
  accentWash: "#3a2120",
  onAccent: "#1a0f0e",
  caution: "#e0b25c",
  cautionWash: "#332a18",
  calm: "#7fc4bc",
  calmWash: "#1a302e",
  link: "#93bdec",
  focus: "#93bdec",
  mute: "#5d6268",
  series: ["#8db8ee", "#a86fae", "#5cc0c9", "#c28b2e", "#5b7896", "#d9cb97"],
  ramp: ["#262c32", "#2f4453", "#3f6984", "#78a7c4", "#c3dcec"],
};

/** Black on white: every word at 7:1, every rule to be seen. */
const contrast: Palette = {
  paper: "#ffffff",
  wash: "#f2f2f2",
  raised: "#ffffff",
  ink: "#000000",
  inkSoft: "#1f1f1f",
  inkFaint: "#333333",
  rule: "#767676",
  ruleStrong: "#000000",
  accent: "#8f0000",
  accentWash: "#ffffff",
  onAccent: "#ffffff",
  caution: "#5c3600",
  cautionWash: "#ffffff",
  calm: "#00433f",
  calmWash: "#ffffff",
  link: "#00308f",
  focus: "#00308f",
  mute: "#767676",
  series: ["#0b1f3a", "#6a2c70", "#00696f", "#a86500", "#6f8aa8", "#b89a3c"],
  ramp: ["#f2f2f2", "#c9d3da", "#8fabbe", "#2f5f80", "#0b1f3a"],
};

/** White on black: every word at 7:1, every rule to be seen. */
const contrastDark: Palette = {
  paper: "#000000",
  wash: "#141414",
  raised: "#000000",
  ink: "#ffffff",
  inkSoft: "#eaeaea",
  inkFaint: "#d2d2d2",
  rule: "#8c8c8c",
  ruleStrong: "#ffffff",
  accent: "#ff9b92",
  accentWash: "#000000",
  onAccent: "#000000",
  caution: "#ffd27a",
  cautionWash: "#000000",
  calm: "#8fe6dc",
  calmWash: "#000000",
  link: "#a9d0ff",
  focus: "#ffff00",
  mute: "#8c8c8c",
  series: ["#a9d0ff", "#c27fc8", "#6fe0e8", "#d9982a", "#5f82a8", "#f0e0a8"],
  ramp: ["#141414", "#2b3f4d", "#3f6984", "#8fc0dd", "#e6f3ff"],
};

export const palettes: Readonly<Record<ThemeName, Palette>> = { light, dark, contrast, "contrast-dark": contrastDark };
