import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { type CellAt, type CellRange, clampCell, type GridSize, isInRange, moveCell, rangeOf } from "./cell-range.ts";
import type { CopiedCells } from "./copied-cells.ts";
import { swallowClick } from "./swallow-click.ts";

interface CellSelectionInput {
  readonly frame: RefObject<HTMLElement | null>;
  readonly size: GridSize;
  /** Changes when other lines or columns are shown: what was selected is then something else. */
  readonly of: unknown;
  /** Where the cursor stands at first. */
  readonly start: CellAt;
  /** Scrolls a line into sight. */
  readonly scrollTo: (position: number) => void;
  /** The cells of a range for the clipboard. */
  readonly copy: (range: CellRange) => CopiedCells;
  /** What Enter does in a cell that has nothing of its own to press. */
  readonly onEnter: (position: number) => void;
  /** What Space does in a line, if anything. */
  readonly onSpace: ((position: number) => void) | null;
}

const edge = 28;

/**
 * The cursor and the selected range of a grid: one cell can be reached by Tab, arrow keys move from there, with Shift or a drag they
 * select, Ctrl+A takes all, Ctrl+C copies. A cell with a link in it hands the focus to the link.
 */
export function useCellSelection({ frame, size, of, start, scrollTo, copy, onEnter, onSpace }: CellSelectionInput) {
  const [cursor, setCursor] = useState(start);
  const [anchor, setAnchor] = useState<{ readonly at: CellAt; readonly of: unknown } | null>(null);
  const [copied, setCopied] = useState<CopiedCells | null>(null);
  const wanted = useRef<CellAt | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const active = clampCell(cursor, size);
  const range = anchor !== null && anchor.of === of ? rangeOf(anchor.at, active) : null;

  // The line that the cursor goes to may not be there before the next rendering.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const target = elementAt(frame.current, wanted.current);
    if (target === null) return;
    wanted.current = null;
    target.focus({ preventScroll: true });
    revealSideways(frame.current, target);
  });

  const goTo = (to: CellAt, extends_: boolean) => {
    setAnchor(extends_ ? { at: range === null ? active : (anchor?.at ?? active), of } : null);
    setCopied(null);
    setCursor(to);
    wanted.current = to;
    scrollTo(to.position);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const at = cellOf(event.target as HTMLElement);
    if (at === null || event.altKey) return;
    const ctrl = event.ctrlKey || event.metaKey;
    if (at.position < 0) {
      moveInHead(event, at.column);
      return;
    }
    if (ctrl && event.key.toLowerCase() === "a") {
      event.preventDefault();
      setAnchor({ at: { position: 0, column: 0 }, of });
      setCopied(null);
      setCursor({ position: size.lines - 1, column: size.columns - 1 });
    } else if (event.key === "Escape" && range !== null) {
      event.stopPropagation();
      setAnchor(null);
    } else if (event.key === "Enter" && !(event.target as HTMLElement).closest("a, button")) {
      event.preventDefault();
      onEnter(active.position);
    } else if (event.key === " " && onSpace !== null && !(event.target as HTMLElement).closest("button, input")) {
      event.preventDefault();
      onSpace(active.position);
    } else if (event.key === "ArrowUp" && !event.shiftKey && active.position === 0) {
      event.preventDefault();
      headAt(frame.current, active.column)?.focus();
    } else {
      const to = moveCell(active, event.key, ctrl, size);
      if (to === null) return;
      event.preventDefault();
      goTo(to, event.shiftKey);
    }
  };
  const moveInHead = (event: KeyboardEvent, column: number) => {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      goTo({ position: 0, column }, false);
      return;
    }
    const to = event.key === "ArrowUp" ? null : moveCell({ position: 0, column }, event.key, false, { ...size, page: 0 });
    if (to === null || to.column === column) return;
    event.preventDefault();
    const head = headAt(frame.current, to.column);
    head?.focus({ preventScroll: true });
    revealSideways(frame.current, head);
  };

  const onFocus = (event: FocusEvent) => {
    const at = cellOf(event.target as HTMLElement);
    if (at === null || wanted.current !== null) return;
    if (at.position < 0) setCursor({ ...active, column: at.column });
    else if (at.position !== active.position || (at.column !== active.column && !at.spans)) {
      setCursor({ position: at.position, column: at.spans ? active.column : at.column });
      if (stop.current === null) setAnchor(null);
    }
  };

  const onPointerDown = (event: ReactPointerEvent<HTMLElement>) => {
    const from = cellOf(event.target as HTMLElement);
    if (event.button !== 0 || event.pointerType === "touch" || from === null || from.position < 0) return;
    if (event.shiftKey) {
      event.preventDefault();
      swallowOnUp();
      goTo(from, true);
      return;
    }
    stop.current?.();
    setAnchor(null);
    setCopied(null);
    let last: CellAt = from;
    let isDragged = false;
    let point = { x: event.clientX, y: event.clientY };
    let timer = 0;
    const reach = () => {
      const to = cellOf(document.elementFromPoint(point.x, point.y) as HTMLElement | null);
      if (to === null || to.position < 0 || !frame.current?.contains(document.elementFromPoint(point.x, point.y))) return;
      if (to.position === last.position && to.column === last.column) return;
      if (!isDragged) {
        isDragged = true;
        frame.current.classList.add("selecting");
        getSelection()?.removeAllRanges();
        elementAt(frame.current, from)?.focus({ preventScroll: true });
        setAnchor({ at: { position: from.position, column: from.column }, of });
      }
      last = to;
      setCursor({ position: to.position, column: to.column });
    };
    const move = ({ clientX: x, clientY: y }: PointerEvent) => {
      point = { x, y };
      reach();
    };
    const scrollAlong = () => {
      timer = requestAnimationFrame(scrollAlong);
      const box = frame.current?.getBoundingClientRect();
      if (!isDragged || box === undefined) return;
      const [dx, dy] = [pull(point.x, box.left, box.right), pull(point.y, box.top + edge, box.bottom)];
      if (dx === 0 && dy === 0) return;
      frame.current?.scrollBy(dx, dy);
      point = { x: clampTo(point.x, box.left + 2, box.right - 2), y: clampTo(point.y, box.top + edge * 2, box.bottom - 2) };
      reach();
    };
    const up = () => {
      if (isDragged) {
        swallowClick();
        wanted.current = last;
        setCursor({ position: last.position, column: last.column });
      }
      stop.current?.();
    };
    stop.current = () => {
      cancelAnimationFrame(timer);
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", up);
      frame.current?.classList.remove("selecting");
      stop.current = null;
    };
    timer = requestAnimationFrame(scrollAlong);
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", up);
  };

  const onCopy = (event: ClipboardEvent) => {
    const at = cellOf(event.target as HTMLElement);
    const marked = getSelection();
    if (at === null || at.position < 0 || (range === null && marked !== null && !marked.isCollapsed)) return;
    const cells = copy(range ?? rangeOf(active, active));
    if (cells.rows === 0) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", cells.text);
    event.clipboardData.setData("text/html", cells.html);
    setCopied(cells);
  };

  return {
    active,
    range,
    copied,
    isSelected: (position: number, column: number) => range !== null && isInRange(range, { position, column }),
    handlers: { onKeyDown, onFocus, onPointerDown, onCopy },
  };
}

/** The cell that something stands in: -1 is the line of the headers; `spans` when it is as wide as the line. */
function cellOf(target: HTMLElement | null): (CellAt & { readonly spans: boolean }) | null {
  const cell = target?.closest<HTMLElement>("[data-col]");
  const line = cell?.closest<HTMLElement>("tr[data-position]");
  if (!cell || !line || target?.closest(".resize")) return null;
  return { position: Number(line.dataset.position), column: Number(cell.dataset.col), spans: cell.hasAttribute("colspan") };
}

/** What takes the focus in a cell: what can be pressed in it, else the cell. */
function elementAt(frame: HTMLElement | null, { position, column }: CellAt): HTMLElement | null {
  const line = frame?.querySelector(`tr[data-position="${position}"]`);
  const cell = line?.querySelector<HTMLElement>(`[data-col="${column}"]`) ?? line?.querySelector<HTMLElement>("[data-col]");
  return cell?.querySelector<HTMLElement>("a[href], button, input") ?? cell ?? null;
}

const headAt = (frame: HTMLElement | null, column: number) => elementAt(frame, { position: -1, column });

/** Frozen columns lie over the others: what is behind them or past the right edge is scrolled into sight. */
function revealSideways(frame: HTMLElement | null, target: HTMLElement | null): void {
  const cell = target?.closest<HTMLElement>("[data-col]");
  if (!frame || !cell || cell.hasAttribute("colspan") || cell.classList.contains("pinned")) return;
  const box = frame.getBoundingClientRect();
  const heads = [...frame.querySelectorAll("th.pinned[data-column]")].map((head) => head.getBoundingClientRect().right);
  const left = Math.max(box.left, ...heads);
  const at = cell.getBoundingClientRect();
  if (at.left < left) frame.scrollBy(at.left - left, 0);
  else if (at.right > box.left + frame.clientWidth) frame.scrollBy(at.right - box.left - frame.clientWidth, 0);
}

const clampTo = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
const pull = (at: number, low: number, high: number): number => (at < low + edge ? -14 : at > high - edge ? 14 : 0);

function swallowOnUp(): void {
  window.addEventListener("pointerup", swallowClick, { once: true });
}
