import { selection as t } from "../../texts/zh-CN";
import type { Vote } from "./queries";

type Count = Omit<Vote, "decision">;

/** What is wrong with a count, in the order a clerk would check it; undefined when the vote carries. */
export function voteFault(vote: Partial<Record<keyof Count, number | null>>): string | undefined {
  const { due, present, inFavour, against, abstained } = vote;
  if (!isCount(due) || !isCount(present) || !isCount(inFavour) || !isCount(against) || !isCount(abstained)) {
    return undefined;
  }
  if (present > due) {
    return t.votePresent;
  }
  if (inFavour + against + abstained !== present) {
    return t.voteSum;
  }
  if (present * 3 < due * 2) {
    return t.voteQuorum;
  }
  return inFavour * 2 > due ? undefined : t.voteMajority;
}

function isCount(value: number | null | undefined): value is number {
  return typeof value === "number";
}
