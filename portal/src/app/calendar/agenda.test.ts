import { describe, expect, it } from "vitest";
import { agendaOf, daysFrom, runsOf, weekdayOf } from "./agenda";

const off = (date: string, name = "国庆节") => ({ date, workday: false, name, version: 1 });

const visited = (schoolId: string, ...kinds: ("SUPERVISION" | "ACCEPTANCE")[]) => ({
  schoolId,
  on: "2026-11-27",
  visits: kinds.map((kind) => ({ id: `${schoolId}${kind}`, kind, programmeId: "p" })),
});

describe("the agenda of a year", () => {
  it("joins days in a row that are the same, also over the end of a month", () => {
    expect(runsOf([off("2026-10-01"), off("2026-09-30"), off("2026-10-03"), { ...off("2026-10-04"), workday: true }])).toEqual([
      { from: "2026-09-30", to: "2026-10-01", workday: false, name: "国庆节" },
      { from: "2026-10-03", to: "2026-10-03", workday: false, name: "国庆节" },
      { from: "2026-10-04", to: "2026-10-04", workday: true, name: "国庆节" },
    ]);
  });

  it("puts schools that are visited for the same on one day together, and others apart", () => {
    const [month] = agendaOf(2026, {
      windows: [],
      declared: [],
      visited: [visited("a", "ACCEPTANCE"), visited("b", "SUPERVISION", "ACCEPTANCE"), visited("c", "ACCEPTANCE")],
    });
    expect(month?.days[0]?.items.map((item) => item.kind === "VISIT" && item.schools.map((school) => school.schoolId))).toEqual([["a", "c"], ["b"]]);
  });

  it("leaves out other years and empty months, and keeps the days in order", () => {
    const months = agendaOf(2026, {
      windows: [
        { stage: "PLAN", opensOn: "2026-03-02", closesOn: "2026-03-01" },
        { stage: "NOTICE", opensOn: "2026-12-30", closesOn: "2027-01-06" },
      ],
      declared: [],
      visited: [],
    });
    expect(months.map((month) => [month.month, month.days.map((day) => day.on)])).toEqual([
      [3, ["2026-03-01", "2026-03-02"]],
      [12, ["2026-12-30"]],
    ]);
  });

  it("counts days and weekdays without the clock's zone", () => {
    expect(daysFrom("2028-02-28", "2028-03-01")).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
    expect(daysFrom("2028-02-02", "2028-02-01")).toEqual([]);
    expect(weekdayOf("2026-11-27")).toBe(5);
  });
});
