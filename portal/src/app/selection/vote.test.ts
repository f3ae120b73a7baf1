import { describe, expect, it } from "vitest";
import { selection as t } from "../../texts/zh-CN";
import { voteFault } from "./vote";

describe("a vote of the Party group", () => {
  it("carries with two thirds present and more than half of all in favour", () => {
    expect(voteFault({ due: 9, present: 6, inFavour: 5, against: 1, abstained: 0 })).toBeUndefined();
  });

  it("must add up to those present", () => {
    expect(voteFault({ due: 9, present: 7, inFavour: 5, against: 1, abstained: 0 })).toBe(t.voteSum);
  });

  it("needs a quorum of two thirds", () => {
    expect(voteFault({ due: 9, present: 5, inFavour: 5, against: 0, abstained: 0 })).toBe(t.voteQuorum);
  });

  it("fails at exactly half of all members", () => {
    expect(voteFault({ due: 8, present: 8, inFavour: 4, against: 4, abstained: 0 })).toBe(t.voteMajority);
  });

  it("cannot have more present than due", () => {
    expect(voteFault({ due: 5, present: 6, inFavour: 6, against: 0, abstained: 0 })).toBe(t.votePresent);
  });

  it("is not judged while numbers are missing", () => {
    expect(voteFault({ due: 9, present: 6, inFavour: null })).toBeUndefined();
  });
});
