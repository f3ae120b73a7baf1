import type { Criterion } from "./queries";

/** Milli-points by criterion; a criterion that is absent or null was not scored, which is not the same as zero. */
export type Points = Record<string, number | null | undefined>;

export function sumOf(criteria: Criterion[], given: Points | undefined) {
  return criteria.reduce((sum, { code }) => sum + (given?.[code] ?? 0), 0);
}

export function highestSum(criteria: Criterion[]) {
  return criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
}

/** How many criteria have no score yet. */
export function unscored(criteria: Criterion[], given: Points | undefined) {
  return criteria.filter(({ code }) => given?.[code] === undefined || given[code] === null).length;
}

/** Only what was scored, as the service wants it. */
export function scoredOnly(given: Points | undefined): Record<string, number> {
  return Object.fromEntries(Object.entries(given ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === "number"));
}
