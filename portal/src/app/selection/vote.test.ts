import { describe, expect, it } from "vitest";
import { selection as t } from "../../texts/zh-CN.selection";
import type { Candidate, CategoryRanking } from "./queries";
import { isAdopted, moved, tiesOf, voteFault } from "./vote";

const candidate = (applicationId: string, outcome: Candidate["outcome"]) => ({ applicationId, outcome }) as Candidate;
const ranking = (category: CategoryRanking["category"], candidates: Candidate[]) => ({ category, candidates }) as CategoryRanking;

describe("a vote of the Party group", () => {
  it("is in order with two thirds present and all voices counted", () => {
    expect(voteFault({ due: 9, present: 6, inFavour: 5, against: 1, abstained: 0 })).toBeUndefined();
  });

  it("must add up to those present", () => {
    expect(voteFault({ due: 9, present: 7, inFavour: 5, against: 1, abstained: 0 })).toBe(t.voteSum);
  });

  it("needs a quorum of two thirds", () => {
    expect(voteFault({ due: 9, present: 5, inFavour: 5, against: 0, abstained: 0 })).toBe(t.voteQuorum);
  });

  it("cannot have more present than due", () => {
    expect(voteFault({ due: 5, present: 6, inFavour: 6, against: 0, abstained: 0 })).toBe(t.votePresent);
  });

  it("is not judged while numbers are missing", () => {
    expect(voteFault({ due: 9, present: 6, inFavour: null })).toBeUndefined();
  });

  it("adopts by more than half of all members and fails at exactly half", () => {
    expect(isAdopted({ due: 9, inFavour: 5 })).toBe(true);
    expect(isAdopted({ due: 8, inFavour: 4 })).toBe(false);
  });
});

describe("ties at the edge of a quota", () => {
  it("are named per category, and only where there are some", () => {
    const ties = tiesOf([ranking("RED_BASE", [candidate("a", "SELECTED"), candidate("b", "TIED"), candidate("c", "TIED")]), ranking("RED_CLASSROOM", [candidate("d", "SELECTED")])]);
    expect(ties).toEqual([{ category: "RED_BASE", applicationIds: ["b", "c"] }]);
  });

  it("are ordered by moving one up or down, never out of the list", () => {
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(moved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  });
});
