/** The width, in pixels, that the wall is laid out for before it is enlarged. */
export const wallWidth = 1440;

interface Extent {
  readonly width: number;
  readonly height: number;
}

/** How much the wall is enlarged: as far as the screen allows and all of its content still shows. `contentHeight` is that before enlarging. */
export const wallScale = (screen: Extent, contentHeight: number): number =>
  Math.min(screen.width / wallWidth, screen.height / Math.max(contentHeight, 1));
