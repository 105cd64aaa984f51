import { type Points, points } from "@mingchuang/rubric/points";

/** `organisation=7000/7 bonus=800/1` → exact points by item. */
export function parseExactItems(text: string): ReadonlyMap<string, Points> {
  return new Map(
    text
      .split(" ")
      .filter(Boolean)
      .map((part): [string, Points] => {
        const [item = "", numerator = "", denominator = ""] = part.split(/[=/]/);
        return [item, points(Number(numerator), Number(denominator))];
      }),
  );
}
