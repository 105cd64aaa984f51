import type { Palette } from "./palette.ts";

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** The one of the two text colours that reads better on this ground. */
export function textOn(ground: string, palette: Palette): string {
  return contrast(palette.ink, ground) >= contrast(palette.paper, ground) ? palette.ink : palette.paper;
}

/** Step 0–4 of the ramp for a value between the least and the most of its set; the middle when all are the same. */
export function rampStep(value: number, least: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (most === least) return 2;
  return Math.min(4, Math.floor(((value - least) / (most - least)) * 5)) as 0 | 1 | 2 | 3 | 4;
}
