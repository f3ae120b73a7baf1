import { describe, expect, it } from "vitest";
import { byPart, highestSum, scoredOnly, sumOf, unscored } from "./sums";

const criteria = [
  { code: "a", part: "政治素质", name: "政治素质", maxPoints: 25_000 },
  { code: "b", part: "师德示范", name: "师德示范", maxPoints: 20_000 },
];

describe("the points of an item", () => {
  it("add up over the rubric, whatever else was sent", () => {
    expect(sumOf(criteria, { a: 20_500, b: 18_000, gone: 9_000 })).toBe(38_500);
    expect(highestSum(criteria)).toBe(45_000);
  });

  it("treat a missing score as missing, not as zero", () => {
    expect(unscored(criteria, { a: 0 })).toBe(1);
    expect(unscored(criteria, { a: 0, b: null })).toBe(1);
    expect(unscored(criteria, undefined)).toBe(2);
    expect(scoredOnly({ a: 0, b: null })).toEqual({ a: 0 });
  });
});

describe("a rubric", () => {
  it("keeps its lines under their parts in order", () => {
    const parts = byPart([...criteria, { code: "a2", part: "政治素质", name: "红色宣讲", maxPoints: 12_000 }]);
    expect(parts.map(([part, lines]) => [part, lines.map((line) => line.code)])).toEqual([
      ["政治素质", ["a", "a2"]],
      ["师德示范", ["b"]],
    ]);
  });
});
