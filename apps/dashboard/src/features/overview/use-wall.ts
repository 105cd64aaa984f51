import { type RefObject, useEffect, useLayoutEffect, useState } from "react";
import { isSuperseded } from "../../lib/database.ts";
import { wallScale } from "./wall-scale.ts";

const newDataEveryMs = 60_000;

/** The enlargement in force: it follows the screen and the height of `content`. */
export function useWallScale(content: RefObject<HTMLElement | null>): number {
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const measure = () => {
      const element = content.current;
      if (element) setScale(wallScale({ width: window.innerWidth, height: window.innerHeight }, element.offsetHeight));
    };
    const observer = new ResizeObserver(measure);
    if (content.current) observer.observe(content.current);
    window.addEventListener("resize", measure);
    measure();
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", measure);
    };
  }, [content]);
  return scale;
}

/** A wall hangs for weeks: once other data have been published, the page is loaded anew. */
export function useReloadOnNewData(): void {
  useEffect(() => {
    const timer = setInterval(() => {
      void isSuperseded().then((superseded) => {
        if (superseded) window.location.reload();
      });
    }, newDataEveryMs);
    return () => clearInterval(timer);
  }, []);
}

/** Leaves the wall when Escape is pressed, or when the browser's full screen, once entered, has been left. */
export function useLeaving(leave: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") leave();
    };
    const onFullScreen = () => {
      if (!document.fullscreenElement) leave();
    };
    window.addEventListener("keydown", onKey);
    document.addEventListener("fullscreenchange", onFullScreen);
    return () => {
      window.removeEventListener("keydown", onKey);
      document.removeEventListener("fullscreenchange", onFullScreen);
    };
  }, [leave]);
}
