import { describe, expect, it } from "vitest";
import { csrfToken, queryString } from "./http";

describe("a query string", () => {
  it("leaves out what was not chosen and escapes the rest", () => {
    expect(queryString({ programme: "a b", state: undefined, category: "", after: 3 })).toBe("?programme=a+b&after=3");
    expect(queryString({})).toBe("");
  });
});

describe("the CSRF token", () => {
  it("is read from its cookie, decoded", () => {
    expect(csrfToken("a=1; XSRF-TOKEN=x%2By; b=2")).toBe("x+y");
  });

  it("is empty when there is no cookie yet", () => {
    expect(csrfToken("SESSION=1")).toBe("");
  });
});
