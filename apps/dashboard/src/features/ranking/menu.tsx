import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

interface MenuProps {
  /** What the button says. */
  readonly summary: string;
  /** Whether something differs from how it is at first. */
  readonly chosen: boolean;
  readonly children: ReactNode;
}

/** Opens under its button; Escape or a click elsewhere closes it. */
export function Menu({ summary, chosen, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: PointerEvent) => {
      if (menu.current?.open && !menu.current.contains(event.target as Node)) menu.current.open = false;
    };
    document.addEventListener("pointerdown", close);
    return () => document.removeEventListener("pointerdown", close);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !menu.current?.open) return;
    menu.current.open = false;
    menu.current.querySelector("summary")?.focus();
  };
  return (
    <details className="menu" ref={menu} onKeyDown={onKeyDown}>
      <summary className={chosen ? "chosen" : undefined}>{summary}</summary>
      {children}
    </details>
  );
}
