import type { CustomSeriesOption } from "echarts";
import { sans } from "./fonts.ts";
import type { Palette } from "./palette.ts";

/** A mark that is only an outline. The library's own hollow symbols are filled with white, whatever the paper is. */
export const ring = (color: string, palette: Palette) => ({ color: palette.paper, borderColor: color, borderWidth: 2, opacity: 1 });

/** Words that a picture draws by itself, which would else stand in whatever letters the browser has without serifs. */
export const letters = { fontSize: 12, fontFamily: sans } as const;

/** Names down the side of a picture: a narrow one breaks them into two lines, since what tells windows apart stands at the end of their names. */
export const sideNames = (narrow: boolean, room: { readonly wide: number; readonly narrow: number }) =>
  narrow
    ? { width: room.narrow, overflow: "break" as const, fontSize: 11, lineHeight: 13 }
    : { width: room.wide, overflow: "truncate" as const };

/** The figures of the rows in a column of their own, at the right of the picture: no mark or line runs through them. `end` is where the axis ends. */
export function figureColumn(figures: readonly string[], end: number, palette: Palette): CustomSeriesOption {
  return {
    type: "custom",
    id: "figures",
    silent: true,
    clip: false,
    data: figures.map((_, row) => [end, row]),
    renderItem: (params, api) => {
      const [x = 0, y = 0] = api.coord([end, api.value(1)]);
      const text = figures[params.dataIndex] ?? "";
      return { type: "text", x: x + 10, y, style: { text, fill: palette.ink, ...letters, textVerticalAlign: "middle" } };
    },
  };
}
