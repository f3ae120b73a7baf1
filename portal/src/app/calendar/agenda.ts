import type { Row } from "../../api/services";
import type { Stage, StageWindow } from "../programmes/queries";

export type VisitKind = VisitedDay["visits"][number]["kind"];

/** A day on which somebody comes to a school, for one thing or several together. */
export type VisitedDay = Row<"/api/school-calendar">;

/** A day that differs from its weekday. */
export type DeclaredDay = Row<"/api/calendar">;

export type Item =
  | { kind: "HOLIDAY" | "WORKDAY"; name: string; to: string }
  | { kind: "OPENS" | "CLOSES"; stage: Stage }
  | { kind: "VISIT"; visits: VisitKind[]; schools: VisitedDay[] };

export type Month = { month: number; days: { on: string; items: Item[] }[] };

/** What a year holds, by month and day; months and days without anything are left out. */
export function agendaOf(year: number, all: { windows: StageWindow[]; visited: VisitedDay[]; declared: DeclaredDay[] }): Month[] {
  const days = new Map<string, Item[]>();
  const put = (on: string, item: Item) => {
    if (on.startsWith(`${year}-`)) {
      days.set(on, [...(days.get(on) ?? []), item]);
    }
  };
  for (const run of runsOf(all.declared)) {
    put(run.from, { kind: run.workday ? "WORKDAY" : "HOLIDAY", name: run.name, to: run.to });
  }
  for (const window of all.windows) {
    put(window.opensOn, { kind: "OPENS", stage: window.stage });
    put(window.closesOn, { kind: "CLOSES", stage: window.stage });
  }
  for (const [on, items] of visitsByDay(all.visited)) {
    items.forEach((item) => put(on, item));
  }
  const inOrder = [...days].toSorted(([one], [other]) => one.localeCompare(other)).map(([on, items]) => ({ on, items }));
  return Array.from({ length: 12 }, (_, n) => n + 1).flatMap((month) => {
    const ofMonth = inOrder.filter(({ on }) => Number(on.slice(5, 7)) === month);
    return ofMonth.length === 0 ? [] : [{ month, days: ofMonth }];
  });
}

/** Days in a row that are the same are one entry. */
export function runsOf(declared: DeclaredDay[]) {
  const runs: { from: string; to: string; workday: boolean; name: string }[] = [];
  for (const day of declared.toSorted((one, other) => one.date.localeCompare(other.date))) {
    const last = runs.at(-1);
    if (last !== undefined && last.workday === day.workday && last.name === day.name && nextDay(last.to) === day.date) {
      last.to = day.date;
    } else {
      runs.push({ from: day.date, to: day.date, workday: day.workday, name: day.name });
    }
  }
  return runs;
}

/** Schools that are visited for the same on the same day are one entry. */
function visitsByDay(visited: VisitedDay[]) {
  const byDay = new Map<string, (Item & { kind: "VISIT" })[]>();
  for (const day of visited) {
    const kinds = [...new Set(day.visits.map((visit) => visit.kind))].toSorted();
    const items = byDay.get(day.on) ?? [];
    const same = items.find((item) => item.visits.join(" ") === kinds.join(" "));
    if (same === undefined) {
      items.push({ kind: "VISIT", visits: kinds, schools: [day] });
    } else {
      same.schools.push(day);
    }
    byDay.set(day.on, items);
  }
  return byDay;
}

export function nextDay(iso: string) {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Every day from the first to the last, both included. */
export function daysFrom(first: string, last: string) {
  const days: string[] = [];
  for (let day = first; day <= last; day = nextDay(day)) {
    days.push(day);
  }
  return days;
}

/** 0 is Sunday. */
export const weekdayOf = (iso: string) => new Date(`${iso}T00:00:00Z`).getUTCDay();
