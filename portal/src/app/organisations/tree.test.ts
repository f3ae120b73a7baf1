import { describe, expect, it } from "vitest";
import type { Organisation } from "./queries";
import { branchesOf, matching } from "./tree";

const row = (id: string, name: string, parentId?: string): Organisation => ({ id, code: id.toUpperCase(), name, kind: "SCHOOL", parentId, version: 1 });

const rows = [row("b", "教育局"), row("s", "东街教育中心", "b"), row("x", "东街小学", "s"), row("y", "西园幼儿园", "s"), row("d", "实验中学", "b")];

describe("the tree", () => {
  it("hangs every row under its parent", () => {
    const [bureau] = branchesOf(rows);
    expect(bureau?.children.map((branch) => branch.key)).toEqual(["s", "d"]);
    expect(bureau?.children[0]?.children.map((branch) => branch.key)).toEqual(["x", "y"]);
  });

  it("begins where the caller's sight begins", () => {
    expect(branchesOf(rows.slice(1)).map((branch) => branch.key)).toEqual(["s", "d"]);
  });
});

describe("a search", () => {
  it("keeps what is above a hit, so that the hit can be seen", () => {
    expect(matching(rows, "西园").map((one) => one.id)).toEqual(["b", "s", "y"]);
  });

  it("finds codes whatever their case", () => {
    expect(matching(rows, " X ").map((one) => one.id)).toEqual(["b", "s", "x"]);
  });

  it("shows everything when nothing is asked", () => {
    expect(matching(rows, " ")).toBe(rows);
  });
});
