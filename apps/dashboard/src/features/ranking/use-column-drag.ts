import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import { swallowClick } from "./swallow-click.ts";

/** A column on its way: which one, and before which one it would be put; null for after the last. */
export interface ColumnDrag {
  readonly id: string;
  readonly before: string | null;
}

const threshold = 6;
const edge = 40;

/**
 * Drags columns by their headers with mouse or pen; a finger scrolls. Less than a few pixels is a click; Escape gives up; near the sides
 * the frame scrolls along.
 */
export function useColumnDrag(frame: RefObject<HTMLElement | null>, onDrop: (id: string, before: string | null) => void) {
  const [drag, setDrag] = useState<ColumnDrag | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = (event: ReactPointerEvent<HTMLElement>) => {
    const head = (event.target as HTMLElement).closest<HTMLElement>("th[data-column]");
    const id = head?.dataset.column;
    if (event.button !== 0 || event.pointerType === "touch" || id === undefined) return;
    const from = event.clientX;
    let current: ColumnDrag | null = null;
    const move = ({ clientX }: PointerEvent) => {
      if (current === null && Math.abs(clientX - from) < threshold) return;
      const box = frame.current?.getBoundingClientRect();
      if (box && clientX > box.right - edge) frame.current?.scrollBy(12, 0);
      if (box && clientX < box.left + edge) frame.current?.scrollBy(-12, 0);
      const before = columnAfter(frame.current, clientX);
      if (current?.before !== before || current === null) {
        current = { id, before };
        setDrag(current);
      }
    };
    const up = () => {
      const dropped = current;
      stop.current?.();
      if (dropped === null) return;
      swallowClick();
      onDrop(dropped.id, dropped.before);
    };
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key !== "Escape") return;
      if (current !== null) window.addEventListener("pointerup", swallowClick, { once: true });
      stop.current?.();
    };
    stop.current = () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("keydown", key);
      stop.current = null;
      setDrag(null);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("keydown", key);
  };
  return { drag, onPointerDown };
}

/** The first column whose middle lies to the right; frozen headers lie over others and are asked first. */
function columnAfter(frame: HTMLElement | null, x: number): string | null {
  const heads = [...(frame?.querySelectorAll<HTMLElement>("th[data-column]") ?? [])];
  const after = heads.find((head) => {
    const { left, width } = head.getBoundingClientRect();
    return x < left + width / 2;
  });
  return after?.dataset.column ?? null;
}
