import { describe, expect, it } from "vitest";
import { day, dayInChina, daysBetween, fileSize, moment, month, monthDay, points } from "./format";

describe("Chinese forms", () => {
  it("write days without leading zeros", () => {
    expect(day("2027-11-01")).toBe("2027年11月1日");
    expect(monthDay("2027-01-09")).toBe("1月9日");
    expect(day(undefined)).toBe("—");
    expect(month("1985-03")).toBe("1985年3月");
  });

  it("show moments in Beijing time wherever the reader is", () => {
    expect(moment("2027-10-31T16:05:00Z")).toBe("2027年11月1日 00:05");
    expect(dayInChina(new Date("2027-10-31T16:05:00Z"))).toBe("2027-11-01");
  });

  it("write milli-points as points", () => {
    expect(points(92_500)).toBe("92.5");
    expect(points(90_000)).toBe("90");
    expect(points(87_333)).toBe("87.333");
    expect(points(null)).toBe("—");
  });

  it("count days across a summer-time change elsewhere", () => {
    expect(daysBetween("2027-03-27", "2027-03-29")).toBe(2);
    expect(daysBetween("2027-11-02", "2027-11-01")).toBe(-1);
  });

  it("name file sizes", () => {
    expect(fileSize(1_536_000)).toBe("1.5 MB");
    expect(fileSize(200)).toBe("1 KB");
  });
});
