import { describe, expect, it } from "vitest";
import { barOf, gapsIn, overlapsOf, placeOf, timelineOf } from "./timeline";

describe("a line of months", () => {
  const windows = [
    { opensOn: "2027-11-08", closesOn: "2028-01-05" },
    { opensOn: "2027-12-01", closesOn: "2027-12-31" },
  ];

  it("holds all windows in whole months, over the turn of a year", () => {
    const line = timelineOf(windows);
    expect(line).toMatchObject({ from: "2027-11-01", until: "2028-02-01" });
    expect(line?.months.map(({ month }) => month)).toEqual(["2027-11", "2027-12", "2028-01"]);
    expect(line?.months.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100);
  });

  it("draws a window with its last day", () => {
    const line = { from: "2027-12-01", until: "2028-01-01" };
    expect(barOf(line, { opensOn: "2027-12-01", closesOn: "2027-12-31" })).toEqual({ start: 0, width: 100 });
    expect(barOf(line, { opensOn: "2027-12-31", closesOn: "2027-12-31" }).width).toBeCloseTo(100 / 31);
    expect(placeOf(line, "2027-12-01")).toBe(0);
  });

  it("is not there where nothing is to be drawn", () => {
    expect(timelineOf([])).toBeUndefined();
  });
});

describe("windows beside each other", () => {
  const plan = { opensOn: "2027-03-01", closesOn: "2027-03-31" };
  const creation = { opensOn: "2027-03-31", closesOn: "2027-04-30" };
  const notice = { opensOn: "2027-05-04", closesOn: "2027-05-10" };
  const within = { opensOn: "2027-03-05", closesOn: "2027-03-06" };

  it("overlap when one day belongs to both", () => {
    expect(overlapsOf(plan, [plan, creation, notice])).toEqual([creation]);
    expect(overlapsOf(notice, [plan, creation, notice])).toEqual([]);
  });

  it("leave a gap where none is open, whatever order they come in", () => {
    expect(gapsIn([notice, within, plan, creation])).toEqual([{ opensOn: "2027-05-01", closesOn: "2027-05-03" }]);
    expect(gapsIn([plan, { ...notice, opensOn: "2027-04-01" }])).toEqual([]);
  });
});
