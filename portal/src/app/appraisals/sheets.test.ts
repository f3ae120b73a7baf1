import { describe, expect, it } from "vitest";
import { sheetsOf } from "./sheets";

describe("ballots on paper", () => {
  it("are a line each, a number for each subject", () => {
    expect(sheetsOf("1 2\n5，7\n\n", 2)).toEqual({ sheets: [["EXCELLENT", "QUALIFIED"], ["NO_KNOWLEDGE", "INVALID"]] });
    expect(sheetsOf("", 2)).toEqual({ sheets: [] });
  });

  it("are refused with the first line that is wrong", () => {
    expect(sheetsOf("1 2\n1", 2)).toEqual({ wrong: 2 });
    expect(sheetsOf("1 8", 2)).toEqual({ wrong: 1 });
    expect(sheetsOf("1 x", 2)).toEqual({ wrong: 1 });
    expect(sheetsOf("1 2\n\n1 2", 2)).toEqual({ wrong: 2 });
  });
});
