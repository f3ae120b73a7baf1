import { describe, expect, it } from "vitest";
import { largeTextChosen } from "./largeText";

function refuses(): never {
  throw new DOMException("denied", "SecurityError");
}

describe("the choice of large words", () => {
  it("is the usual size until somebody chose otherwise", () => {
    expect(largeTextChosen({ getItem: () => null })).toBe(false);
    expect(largeTextChosen({ getItem: () => "yes" })).toBe(true);
  });

  it("is the usual size where the browser refuses to remember", () => {
    expect(largeTextChosen({ getItem: refuses })).toBe(false);
    expect(largeTextChosen(undefined)).toBe(false);
  });
});
