import { saveFile } from "../lib/export-csv.ts";
import type { ECharts } from "./echarts.ts";
import type { Palette } from "./palette.ts";

/** The drawing as a data address, on the page's paper colour, since a transparent picture is unreadable on the other ground. */
function address(chart: ECharts, palette: Palette): string {
  return chart.getDataURL({ type: "svg", backgroundColor: palette.paper });
}

export function saveSvg(title: string, chart: ECharts, palette: Palette): void {
  const content = address(chart, palette);
  saveFile(`${title}.svg`, "image/svg+xml", decodeURIComponent(content.slice(content.indexOf(",") + 1)));
}

/** The drawing as PNG at twice its size. */
export async function savePicture(_title: string, chart: ECharts, palette: Palette): Promise<Blob> {
  const image = new Image();
  image.src = address(chart, palette);
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = chart.getWidth() * 2;
  canvas.height = chart.getHeight() * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("canvas.toBlob"))), "image/png"),
  );
}
