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

export type ThemeName = "light" | "dark";
export const palettes: Readonly<Record<ThemeName, Palette>> = { light, dark };
