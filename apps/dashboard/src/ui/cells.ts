import type { CustomSeriesOption } from "echarts";
import { textOn } from "./colour.ts";
import { letters } from "./marks.ts";
import type { Palette } from "./palette.ts";

/** A cell of a grid of categories. `lines` are written in it, the first one larger; `id` and `name` come back with a click. */
export interface Cell {
  readonly id: string;
  readonly name: string;
  readonly column: number;
  readonly row: number;
  readonly ground: string;
  readonly lines: readonly string[];
  readonly marked?: boolean;
}

/** Cells on two category axes, drawn as rectangles with a gap of paper; a marked one has a frame of ink. */
export function cellSeries(cells: readonly Cell[], palette: Palette, sizes: readonly [first: number, others: number]): CustomSeriesOption {
  return {
    type: "custom",
    id: "cells",
    data: cells.map(({ id, name, column, row }) => ({ id, name, value: [column, row] })),
    renderItem: (params, api) => {
      const cell = cells[params.dataIndex];
      if (!cell || typeof api.size !== "function") return null;
      const [x = 0, y = 0] = api.coord([cell.column, cell.row]);
      const size = api.size([1, 1]);
      const [width = 0, height = 0] = typeof size === "number" ? [size, size] : size;
      const lineHeight = sizes[0] * 1.4;
      const top = y - ((cell.lines.length - 1) * lineHeight) / 2;
      return {
        type: "group",
        children: [
          {
            type: "rect",
            shape: { x: x - width / 2 + 1.5, y: y - height / 2 + 1.5, width: width - 3, height: height - 3 },
            style: { fill: cell.ground, stroke: cell.marked ? palette.ink : cell.ground, lineWidth: cell.marked ? 2.5 : 1 },
          },
          ...cell.lines.map((text, index) => ({
            type: "text" as const,
            x,
            y: top + index * lineHeight,
            silent: true,
            style: {
              text,
              fill: textOn(cell.ground, palette),
              ...letters,
              fontSize: index === 0 ? sizes[0] : sizes[1],
              fontWeight: index === 0 && cell.lines.length > 1 ? ("bold" as const) : ("normal" as const),
              textAlign: "center" as const,
              textVerticalAlign: "middle" as const,
            },
          })),
        ],
      };
    },
  };
}
