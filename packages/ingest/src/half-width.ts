const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join("");

/** Full-width forms of ASCII and the ideographic space, and what each stands for; position by position. */
export const fullWidth = `${range(0xff01, 0xff5e)}\u3000`;
export const halfWidth = `${range(0x21, 0x7e)} `;

/** `Ａ１（２）` → `A1(2)`. Chinese punctuation that has no ASCII form stays. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/gu, (c) => String.fromCodePoint(c.charCodeAt(0) - 0xfee0)).replaceAll("\u3000", " ");
}

/** Text as headers, codes and labels are compared: half width, lower case, without spaces. `norm_code` in SQL does the same. */
export function normaliseCode(text: string): string {
  return toHalfWidth(text)
    .toLowerCase()
    .replace(/[\s\u00a0\u200b\ufeff]+/gu, "");
}
