import type { EChartsOption } from "echarts";
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { saveCsv, saveFile } from "../lib/export-csv.ts";
import { useText } from "../lib/i18n.ts";
import { savePicture, saveSvg } from "./chart-files.ts";
import { chartTheme } from "./chart-theme.ts";
import { DataTable, type Table } from "./data-table.tsx";
import type { ECharts } from "./echarts.ts";
import { messages } from "./messages.ts";
import { usePalette } from "./palette-context.ts";

/** A mark that was clicked: its series (`id`, else name), its category, and the datum the builder put there. */
export interface Mark {
  readonly series: string;
  readonly name: string;
  readonly index: number;
  readonly data: unknown;
}

interface ChartProps<Row> {
  readonly title: string;
  /** The finding in words, with its figures: shown under the title and read to those who do not see the picture. */
  readonly sentence: string;
  readonly option: EChartsOption;
  readonly table: Table<Row>;
  /** Pixels; a chart of many parts may need another height on a phone. */
  readonly height?: number;
  readonly narrowHeight?: number;
  readonly note?: string;
  readonly onMark?: (mark: Mark) => void;
}

/**
 * A chart is three things: the picture, a sentence, and its data table one key away (T while the figure has the focus). It exports
 * itself as PNG, SVG and CSV. A mark's action (`onMark`) must also be reachable in the table.
 */
export function Chart<Row>({ title, sentence, option, table, height = 320, narrowHeight = height, note, onMark }: ChartProps<Row>) {
  const text = useText(messages);
  const id = useId();
  const [tabular, setTabular] = useState(false);
  const [engine, setEngine] = useState<ECharts | null>(null);
  const palette = usePalette();

  const toggleByKey = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (
      event.key.toLowerCase() !== "t" ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)
    )
      return;
    event.preventDefault();
    setTabular(!tabular);
  };
  const exportCsv = () =>
    saveCsv(
      title,
      table.columns.map((column) => column.label),
      table.rows.map((row) => table.columns.map((column) => column.value(row))),
    );

  return (
    <figure className="chart" aria-labelledby={`${id}-title`} aria-describedby={`${id}-sentence`} onKeyDown={toggleByKey}>
      <figcaption>
        <span className="chart-title" id={`${id}-title`}>
          {title}
        </span>
        <span className="chart-tools">
          <button type="button" aria-pressed={tabular} aria-keyshortcuts="T" onClick={() => setTabular(!tabular)}>
            {tabular ? text("showPicture") : text("showTable")}
          </button>
          <button type="button" onClick={exportCsv} aria-label={text("exportAs", { title, format: "CSV" })}>
            CSV
          </button>
          <button
            type="button"
            disabled={!engine}
            onClick={() => engine && saveSvg(title, engine, palette)}
            aria-label={text("exportAs", { title, format: "SVG" })}
          >
            SVG
          </button>
          <button
            type="button"
            disabled={!engine}
            onClick={() => engine && void savePicture(title, engine, palette).then((blob) => saveFile(`${title}.png`, "image/png", blob))}
            aria-label={text("exportAs", { title, format: "PNG" })}
          >
            PNG
          </button>
        </span>
        <span className="chart-sentence" id={`${id}-sentence`}>
          {sentence}
        </span>
      </figcaption>
      <div hidden={tabular}>
        <Picture
          label={`${title}。${sentence}`}
          option={option}
          height={height}
          narrowHeight={narrowHeight}
          onMark={onMark}
          onEngine={setEngine}
        />
      </div>
      {tabular ? <DataTable caption={title} captionHidden {...table} /> : null}
      {note ? <p className="chart-note">{note}</p> : null}
    </figure>
  );
}

interface PictureProps {
  readonly label: string;
  readonly option: EChartsOption;
  readonly height: number;
  readonly narrowHeight: number;
  readonly onMark: ((mark: Mark) => void) | undefined;
  readonly onEngine: (engine: ECharts | null) => void;
}

/** How wide a picture is on paper, where nothing is laid out yet when the browser says that it will print: see `print.css`. */
const paperWidth = (element: HTMLElement): number => Number(getComputedStyle(element).getPropertyValue("--paper-width"));

function Picture({ label, option, height, narrowHeight, onMark, onEngine }: PictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const latest = useRef({ option, onMark });
  latest.current = { option, onMark };
  const palette = usePalette();

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let gone = false;
    let observer: ResizeObserver | undefined;
    let onPaper = () => {};
    let onScreen = () => {};
    void import("./echarts.ts").then(({ init }) => {
      if (gone) return;
      const made = init(element, chartTheme(palette), { renderer: "svg" });
      made.setOption({ animation: false, ...latest.current.option });
      made.on("click", (event) => {
        latest.current.onMark?.({
          series: event.seriesId ?? event.seriesName ?? "",
          name: event.name,
          index: event.dataIndex,
          data: event.data,
        });
      });
      observer = new ResizeObserver(() => {
        if (element.clientWidth > 0) made.resize({ width: "auto" });
      });
      observer.observe(element);
      onPaper = () => {
        made.resize({ width: paperWidth(element) });
        // at once: there is no next frame before the page is printed
        made.getZr().flush();
      };
      onScreen = () => made.resize({ width: "auto" });
      window.addEventListener("beforeprint", onPaper);
      window.addEventListener("afterprint", onScreen);
      chart.current = made;
      onEngine(made);
    });
    return () => {
      gone = true;
      observer?.disconnect();
      window.removeEventListener("beforeprint", onPaper);
      window.removeEventListener("afterprint", onScreen);
      chart.current?.dispose();
      chart.current = null;
      onEngine(null);
    };
  }, [palette, onEngine]);

  useEffect(() => {
    chart.current?.setOption({ animation: false, ...option }, { notMerge: true });
  }, [option]);

  const size = { "--height": `${height}px`, "--narrow-height": `${narrowHeight}px` } as CSSProperties;
  return <div ref={frame} role="img" aria-label={label} className={onMark ? "picture clickable" : "picture"} style={size} />;
}
