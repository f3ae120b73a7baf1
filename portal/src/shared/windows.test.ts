import { describe, expect, it } from "vitest";
import { windowState } from "./windows";

const window = { opensOn: "2027-10-01", closesOn: "2027-10-31" };

describe("a stage's window", () => {
  it("has not begun before its first day", () => {
    expect(windowState(window, "2027-09-29")).toEqual({ kind: "NOT_YET", opensInDays: 2 });
  });

  it("is open on its first day", () => {
    expect(windowState(window, "2027-10-01")).toEqual({ kind: "OPEN", daysLeft: 30 });
  });

  it("is closing in its last week and still on its last day", () => {
    expect(windowState(window, "2027-10-24")).toEqual({ kind: "CLOSING", daysLeft: 7 });
    expect(windowState(window, "2027-10-31")).toEqual({ kind: "CLOSING", daysLeft: 0 });
  });

  it("is closed the day after", () => {
    expect(windowState(window, "2027-11-01")).toEqual({ kind: "CLOSED", closedForDays: 1 });
  });
});
