/** `1000 1850 -` → hundredths by item, null where there are none. */
export function parseItems(text: string | null): readonly (number | null)[] {
  return text === null || text === "" ? [] : text.split(" ").map((points) => (points === "-" ? null : Number(points)));
}
