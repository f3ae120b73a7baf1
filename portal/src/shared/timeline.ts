import type { Days } from "./windows";

/** A line of whole months on which windows are drawn. All places are shares of its length, in per cent. */
export type Timeline = { from: string; until: string; months: { month: string; at: number; width: number }[] };

/** The shortest line of whole months that holds all windows; nothing where there are none. */
export function timelineOf(windows: Days[]): Timeline | undefined {
  const first = windows.map((window) => window.opensOn).toSorted()[0];
  const last = windows.map((window) => window.closesOn).toSorted().at(-1);
  if (first === undefined || last === undefined || last < first) {
    return undefined;
  }
  const from = startOfMonth(first, 0);
  const until = startOfMonth(last, 1);
  const starts: string[] = [];
  for (let month = from; month < until; month = startOfMonth(month, 1)) {
    starts.push(month);
  }
  const line = { from, until, months: [] };
  return {
    ...line,
    months: starts.map((month, n) => {
      const at = placeOf(line, month);
      return { month: month.slice(0, 7), at, width: placeOf(line, starts[n + 1] ?? until) - at };
    }),
  };
}

/** Where a day begins. */
export function placeOf(line: Pick<Timeline, "from" | "until">, day: string) {
  return ((timeOf(day) - timeOf(line.from)) / (timeOf(line.until) - timeOf(line.from))) * 100;
}

/** Where a window begins and how long it is; its last day counts whole. */
export function barOf(line: Pick<Timeline, "from" | "until">, window: Days) {
  const start = placeOf(line, window.opensOn);
  return { start, width: placeOf(line, dayAfter(window.closesOn)) - start };
}

function dayAfter(day: string) {
  return iso(timeOf(day) + 86_400_000);
}

function startOfMonth(day: string, later: number) {
  const [year, month] = day.split("-").map(Number);
  return iso(Date.UTC(year ?? 0, (month ?? 1) - 1 + later, 1));
}

function timeOf(day: string) {
  return Date.parse(`${day}T00:00:00Z`);
}

function iso(time: number) {
  return new Date(time).toISOString().slice(0, 10);
}

/** The other windows that are open on one of this window's days. */
export function overlapsOf<W extends Days>(window: W, windows: W[]): W[] {
  return windows.filter((other) => other !== window && other.opensOn <= window.closesOn && window.opensOn <= other.closesOn);
}

/** The days between the first and the last on which no window is open. */
export function gapsIn(windows: Days[]): Days[] {
  const gaps: Days[] = [];
  let open = "";
  for (const window of windows.toSorted((one, other) => one.opensOn.localeCompare(other.opensOn))) {
    if (open !== "" && dayAfter(open) < window.opensOn) {
      gaps.push({ opensOn: dayAfter(open), closesOn: dayBefore(window.opensOn) });
    }
    open = window.closesOn > open ? window.closesOn : open;
  }
  return gaps;
}

function dayBefore(day: string) {
  return iso(timeOf(day) - 86_400_000);
}
