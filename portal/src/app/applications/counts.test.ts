import { describe, expect, it } from "vitest";
import type { CategoryRule } from "../programmes/queries";
import { countsByCategory, nextRank } from "./counts";

const rule: CategoryRule = { category: "RED_CLASSROOM", name: "红色课堂", minPerUnit: 2, maxPerUnit: 3, quota: 50 };

describe("a school's applications in a category", () => {
  it("are counted against its minimum, withdrawn ones left out", () => {
    const [count] = countsByCategory([rule], [
      { category: "RED_CLASSROOM", state: "DRAFT" },
      { category: "RED_CLASSROOM", state: "WITHDRAWN" },
      { category: "RED_BASE", state: "SUBMITTED" },
    ]);
    expect(count).toMatchObject({ count: 1, missing: 1, full: false });
  });

  it("are full at the maximum, not beyond the minimum", () => {
    const rows = Array.from({ length: 3 }, () => ({ category: "RED_CLASSROOM" as const, state: "SUBMITTED" as const }));
    expect(countsByCategory([rule], rows)[0]).toMatchObject({ count: 3, missing: 0, full: true });
  });
});

describe("the next rank", () => {
  it("is the first one free", () => {
    expect(nextRank([])).toBe(1);
    expect(nextRank([1, 2, null])).toBe(3);
    expect(nextRank([1, 3])).toBe(2);
  });
});
