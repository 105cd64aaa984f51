const doubleByte = (() => {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return table;
})();

/** Text in GB18030, as far as its two-byte part goes (all common characters); Node can decode it but not encode it. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0);
      const bytes = code < 0x80 ? [code] : doubleByte.get(character);
      if (!bytes) throw new Error(`${character} is not in the two-byte part of GB18030`);
      return [...bytes];
    }),
  );
}
