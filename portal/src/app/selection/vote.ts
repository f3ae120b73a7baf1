import { selection as t } from "../../texts/zh-CN.selection";
import type { CategoryRanking, TieOrder, VoteCount } from "./queries";

/** What is wrong with a count, in the order a clerk would check it; undefined while numbers are missing or all is well. */
export function voteFault(vote: Partial<Record<keyof VoteCount, number | null>>): string | undefined {
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
  return present * 3 < due * 2 ? t.voteQuorum : undefined;
}

/** Adopted by more than half of all members, not of those present. */
export function isAdopted(vote: Pick<VoteCount, "due" | "inFavour">) {
  return vote.inFavour * 2 > vote.due;
}

/** The ties that the meeting has to order, as they stand in the ranking. */
export function tiesOf(categories: CategoryRanking[]): TieOrder[] {
  return categories
    .map(({ category, candidates }) => ({ category, applicationIds: candidates.filter((one) => one.outcome === "TIED").map((one) => one.applicationId) }))
    .filter((tie) => tie.applicationIds.length > 0);
}

/** The order with one entry moved a place up (-1) or down (+1). */
export function moved(order: string[], from: number, by: -1 | 1): string[] {
  const to = from + by;
  const [one, other] = [order[from], order[to]];
  return one === undefined || other === undefined ? order : order.with(from, other).with(to, one);
}

function isCount(value: number | null | undefined): value is number {
  return typeof value === "number";
}
