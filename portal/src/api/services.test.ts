import { describe, expect, it } from "vitest";
import { address } from "./services";

describe("an address", () => {
  it("has what was given in its braces, and the rest behind the question mark", () => {
    expect(address("/api/plans/{id}/changes", { id: "p1", from: 2, to: undefined })).toBe("/api/plans/p1/changes?from=2");
    expect(address("/api/plans")).toBe("/api/plans");
  });

  it("keeps what was given within its place", () => {
    expect(address("/api/public/certificates/{number}", { number: "4R/2027 1" })).toBe("/api/public/certificates/4R%2F2027%201");
  });
});
