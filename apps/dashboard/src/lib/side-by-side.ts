/** How many can be read side by side. */
export const mostBeside = 6;

/** The chosen with one of them taken in or out, in the order in which they were chosen; unchanged when there is no room for it. */
export function toggleBeside(chosen: readonly string[], id: string): readonly string[] {
  if (chosen.includes(id)) return chosen.filter((each) => each !== id);
  return chosen.length < mostBeside ? [...chosen, id] : chosen;
}
