import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { narrowest, widest } from "./column-layout.ts";

interface ColumnResizerProps {
  readonly label: string;
  /** The width on the screen. */
  readonly width: number;
  readonly tabIndex: 0 | -1;
  /** Told while the edge is dragged, before the width is set. */
  readonly onDrag: (width: number | null) => void;
  /** The width set; null takes back what was set before. */
  readonly onWidth: (width: number | null) => void;
}

const step = 10;

/** The right edge of a header: dragged, or moved by the arrow keys (Shift: in larger steps); Enter or a double click takes the width back. */
export function ColumnResizer({ label, width, tabIndex, onDrag, onWidth }: ColumnResizerProps) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const widthAt = (x: number) => Math.min(widest, Math.max(narrowest, (start.current?.width ?? width) + x - (start.current?.x ?? x)));
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (start.current !== null) onDrag(widthAt(event.clientX));
  };
  const onPointerUp = (event: PointerEvent) => {
    if (start.current === null) return;
    if (event.type === "pointerup" && event.clientX !== start.current.x) onWidth(widthAt(event.clientX));
    start.current = null;
    onDrag(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = (event.shiftKey ? 5 : 1) * step;
    const target = { ArrowLeft: width - by, ArrowRight: width + by, Home: narrowest, End: widest }[event.key];
    if (target === undefined && event.key !== "Enter" && event.key !== "Delete") return;
    event.preventDefault();
    event.stopPropagation();
    onWidth(target ?? null);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an edge that moves is a separator with a value, which no element is
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(width)}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={tabIndex}
      className="resize"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onWidth(null)}
    />
  );
}
