import { z } from "zod";

/** An address of the dashboard under a name; the address says what is seen, not in which language or brightness. */
export interface SavedView {
  readonly name: string;
  /** From the root: `/ranking?city=330100#table`. */
  readonly address: string;
}

export const longestName = 60;

/** The parameter in which a name travels with a link. */
const nameKey = "view";

/** How one reads rather than what one sees: these are not saved, and an opened view keeps those of the reader. */
const ways = ["lang", "theme"] as const;

const View = z.object({
  name: z.string().refine((name) => name !== "" && cleanName(name) === name),
  address: z.string().regex(/^\/(?![/\\])/),
});

/** What was stored, as far as it can be read: whatever is no view is left out, and of a name that comes twice the first one stays. */
export function parseViews(stored: string | null): readonly SavedView[] {
  if (stored === null) return [];
  let all: unknown;
  try {
    all = JSON.parse(stored);
  } catch {
    return [];
  }
  const found = (Array.isArray(all) ? all : []).flatMap((each): SavedView[] => {
    const { success, data } = View.safeParse(each);
    return success ? [data] : [];
  });
  return found.filter(({ name }, at) => found.findIndex((each) => each.name === name) === at);
}

/** A name as it is kept: without spaces around it, and no longer than it can be shown; empty when there is none. */
export function cleanName(name: string): string {
  return [...name.replaceAll(/\s+/g, " ").trim()].slice(0, longestName).join("").trim();
}

/** The views with one more, last; one of the same name is replaced where it stands. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return views.some(({ name }) => name === view.name) ? views.map((each) => (each.name === view.name ? view : each)) : [...views, view];
}

/** The views with one of them under another name; unchanged when the other name is taken or empty. */
export function renamed(views: readonly SavedView[], from: string, to: string): readonly SavedView[] {
  const name = cleanName(to);
  if (name === "" || (name !== from && views.some((each) => each.name === name))) return views;
  return views.map((each) => (each.name === from ? { ...each, name } : each));
}

export const withoutView = (views: readonly SavedView[], name: string): readonly SavedView[] => views.filter((each) => each.name !== name);

interface Place {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

function addressWith({ pathname, search, hash }: Place, change: (parameters: URLSearchParams) => void): string {
  const parameters = new URLSearchParams(search);
  change(parameters);
  const text = parameters.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return `${pathname}${text === "" ? "" : `?${text}`}${hash}`;
}

const placeOf = (address: string): Place => new URL(address, "http://127.0.0.1");

/** The address that is open, as it is saved: without the name that it came with, and without how it is read. */
export function savedAddress(place: Place): string {
  return addressWith(place, (parameters) => {
    for (const key of [nameKey, ...ways]) parameters.delete(key);
  });
}

/** A saved address as its reader opens it, in the language and brightness in which the page is read now (`search`). */
export function openedAddress(address: string, search: string): string {
  const now = new URLSearchParams(search);
  return addressWith(placeOf(address), (parameters) => {
    for (const key of ways) {
      const value = now.get(key);
      if (value === null) parameters.delete(key);
      else parameters.set(key, value);
    }
  });
}

/** A link to a view for somebody else, with its name in it; the language goes with it, the brightness does not. */
export function sharedLink({ name, address }: SavedView, origin: string, search: string): string {
  const language = new URLSearchParams(search).get("lang");
  const shared = addressWith(placeOf(address), (parameters) => {
    if (language !== null) parameters.set("lang", language);
    parameters.set(nameKey, name);
  });
  return `${origin}${shared}`;
}
