import { describe, expect, it } from "vitest";
import { hiddenBy, hiding, queryOf, searchOf } from "./address";

describe("a view is an address", () => {
  it("is the same however its parts are ordered, and in every year", () => {
    expect(queryOf({ source: "SUPERVISION", finding: "OPEN", programme: "p1" })).toBe("finding=OPEN&source=SUPERVISION");
    expect(queryOf({ finding: "OPEN", source: "SUPERVISION", programme: "p2" })).toBe("finding=OPEN&source=SUPERVISION");
  });

  it("of a page as it comes is empty", () => {
    expect(queryOf({ programme: "p1", finding: undefined })).toBe("");
    expect(searchOf("")).toEqual({});
  });

  it("comes back as it was kept, in characters that may be kept", () => {
    const search = { hide: "area,due", words: "红领巾 “小”&学", school: "0190b8f2-6f3c-7c1e-9a57-2f1f2c3d4e5f", year: 2026 };
    expect(searchOf(queryOf(search))).toEqual(search);
    expect(queryOf(searchOf(queryOf(search)))).toBe(queryOf(search));
    expect(queryOf(search)).toMatch(/^[\w%&=.~+*!'(),:;@/?-]*$/);
  });

  it("does not take a word of digits for a number", () => {
    expect(searchOf(queryOf({ words: "2026" }))).toEqual({ words: "2026" });
  });
});

describe("what a list leaves out", () => {
  it("is nothing at first", () => {
    expect([...hiddenBy(undefined)]).toEqual([]);
  });

  it("grows and shrinks by one, in one order", () => {
    expect(hiding(undefined, "school", false)).toBe("school");
    expect(hiding("school", "area", false)).toBe("area,school");
    expect(hiding("area,school", "school", true)).toBe("area");
    expect(hiding("area", "area", true)).toBeUndefined();
    expect(hiding("area", "area", false)).toBe("area");
  });
});
