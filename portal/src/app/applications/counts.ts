import type { CategoryRule } from "../programmes/queries";
import type { ApplicationRow, ApplicationState } from "./queries";

/** States in which an application no longer counts towards a school's minimum or maximum. */
const gone: ReadonlySet<ApplicationState> = new Set(["WITHDRAWN"]);

export type CategoryCount = { rule: CategoryRule; count: number; missing: number; full: boolean };

/** How a school stands in each category; recommended and built items count alike. */
export function countsByCategory(rules: CategoryRule[], rows: Pick<ApplicationRow, "category" | "state">[]): CategoryCount[] {
  return rules.map((rule) => {
    const count = rows.filter((row) => row.category === rule.category && !gone.has(row.state)).length;
    return { rule, count, missing: Math.max(0, rule.minPerUnit - count), full: count >= rule.maxPerUnit };
  });
}

/** The first rank not taken yet: gaps are filled before a new last place is offered. */
export function nextRank(taken: (number | null | undefined)[]) {
  let rank = 1;
  while (taken.includes(rank)) {
    rank++;
  }
  return rank;
}
