import { BarChart, type BarSeriesOption, BoxplotChart, type BoxplotSeriesOption } from "echarts/charts";
import {
  AriaComponent,
  type AriaComponentOption,
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from "echarts/components";
import { type ComposeOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { theme } from "../theme";

use([BarChart, BoxplotChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export type ChartOption = ComposeOption<
  BarSeriesOption | BoxplotSeriesOption | AriaComponentOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

const ink = "#1f2328";
const quiet = "#5b626b";

/** Told apart by brightness too, and by the patterns that lie over them. */
const palette = ["#a61b22", "#8fb3dd", "#e3bd6f", "#2f6b52"];
const faint = "rgba(255, 255, 255, 0.45)";
const decals = [
  { symbol: "none" },
  { color: "rgba(29, 63, 115, 0.3)", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  { color: "rgba(90, 60, 0, 0.35)", symbol: "circle", symbolSize: 0.6, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0] },
  { color: faint, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
];

/**
 * A picture of figures that stand beside it as a table; a screen reader is told its name and goes on to the table.
 *
 * @param height in pixels
 */
export function Chart(props: { label: string; option: ChartOption; height: number }) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<ReturnType<typeof init>>(undefined);

  useEffect(() => {
    if (place.current === null) {
      return undefined;
    }
    const chart = init(place.current, undefined, { renderer: "svg" });
    drawn.current = chart;
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
      drawn.current = undefined;
    };
  }, []);

  useEffect(() => {
    drawn.current?.setOption(
      {
        animation: false,
        color: palette,
        textStyle: { color: ink, fontFamily: theme.token?.fontFamily ?? "sans-serif", fontSize: 13 },
        aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals } },
        ...props.option,
      },
      { notMerge: true },
    );
  }, [props.option]);

  return (
    <figure className="chart" aria-label={props.label}>
      <div ref={place} aria-hidden style={{ height: props.height }} />
    </figure>
  );
}

type Bars = {
  labels: string[];
  series: { name: string; values: (number | null)[] }[];
  stacked?: boolean;
  /** The whole of which the values are parts, with its unit: 100 and %. */
  most?: number;
  unit?: string;
};

/** Lying bars, one group a label, each with its value written beside it. */
export function bars(wanted: Bars): ChartOption {
  const { labels, series, stacked = false, most, unit = "" } = wanted;
  return {
    grid: { left: 8, right: 44, top: series.length > 1 ? 36 : 8, bottom: 8 },
    ...(series.length > 1 ? { legend: { top: 0, left: 0, textStyle: { color: ink } } } : {}),
    tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, confine: true, valueFormatter: (value) => (value === null || value === undefined ? "—" : `${value as number}${unit}`) },
    xAxis: { type: "value", minInterval: 1, ...(most === undefined ? {} : { max: most }), axisLabel: { color: quiet, hideOverlap: true }, splitLine: { lineStyle: { color: "#eeece8" } } },
    yAxis: { type: "category", data: labels, inverse: true, axisTick: { show: false }, axisLabel: { color: ink, interval: 0, width: Math.min(128, 14 * Math.max(0, ...labels.map((label) => label.length))), overflow: "break", lineHeight: 16 } },
    series: series.map((one) => ({
      type: "bar",
      name: one.name,
      data: one.values.map((value) => value ?? "-"),
      barMaxWidth: 18,
      ...(stacked ? { stack: "all" } : {}),
      label: { show: true, position: stacked ? "inside" : "right", color: ink, formatter: (at) => (stacked && at.value === 0 ? "" : `${at.value as number}${unit}`), ...(stacked ? { backgroundColor: "#fff", padding: [1, 4], borderRadius: 3 } : {}) },
    })),
  };
}

/** How high so many bars want to be. */
export const barsHeight = (labels: number, series = 1) => 56 + labels * (14 + 18 * series);

/** Boxes from lowest to highest, one group a label. */
export function boxes(labels: string[], series: { name: string; values: (readonly number[] | undefined)[] }[]): ChartOption {
  return {
    grid: { left: 8, right: 12, top: 36, bottom: 14 },
    legend: { top: 0, left: 0, textStyle: { color: ink } },
    xAxis: { type: "category", data: labels, axisTick: { show: false }, axisLabel: { color: ink, interval: 0 } },
    yAxis: { type: "value", scale: true, axisLabel: { color: quiet }, splitLine: { lineStyle: { color: "#eeece8" } } },
    series: series.map((one, n) => ({
      type: "boxplot",
      name: one.name,
      data: one.values.map((value) => (value === undefined ? [] : [...value])),
      itemStyle: { color: ["#fbecec", "#e6effa", "#fbf3df", "#e8f4ec"][n] ?? "#fff", borderColor: ["#a61b22", "#1d5fbf", "#7a4f00", "#1a6b3c"][n] ?? ink, borderWidth: 1.5, borderType: (["solid", "dashed", "dotted", "solid"] as const)[n] ?? "solid" },
    })),
  };
}
