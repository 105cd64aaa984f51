import { useSyncExternalStore } from "react";
import { parseViews, type SavedView } from "./saved-views.ts";

/** Where this browser keeps the views. */
const storedAs = "mingchuang.views";

export interface ViewState {
  readonly views: readonly SavedView[];
  /** False where the browser does not let us keep anything: then the views last until the page is closed. */
  readonly isKept: boolean;
}

let state: ViewState | null = null;
const listeners = new Set<() => void>();

function read(): ViewState {
  try {
    return { views: parseViews(localStorage.getItem(storedAs)), isKept: true };
  } catch {
    return { views: state?.views ?? [], isKept: false };
  }
}

function tell(next: ViewState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Another window of this browser saved something. */
function heard({ key }: StorageEvent): void {
  if (key === storedAs || key === null) tell(read());
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener("storage", heard);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener("storage", heard);
  };
}

function current(): ViewState {
  state ??= read();
  return state;
}

/** Keeps the views that `change` makes of those there are now, also of those that another window has saved meanwhile. */
export function keepViews(change: (views: readonly SavedView[]) => readonly SavedView[]): void {
  const known = state;
  const latest = known?.isKept === false ? known : read();
  const views = change(latest.views);
  try {
    localStorage.setItem(storedAs, JSON.stringify(views));
    tell({ views, isKept: true });
  } catch {
    tell({ views, isKept: false });
  }
}

export function useViews(): ViewState {
  return useSyncExternalStore(subscribe, current);
}
