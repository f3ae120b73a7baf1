import type { Criterion } from "./queries";

/** What all criteria of a rubric add up to, in milli-points. */
export const whole = 100_000;

/** Milli-points by criterion; a criterion that is absent or null was not scored, which is not the same as zero. */
export type Points = Record<string, number | null | undefined>;

export function sumOf(criteria: Criterion[], given: Points | undefined) {
  return criteria.reduce((sum, { code }) => sum + (given?.[code] ?? 0), 0);
}

export function highestSum(criteria: Pick<Criterion, "maxPoints">[]) {
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

/** A rubric's lines under their parts, both in the rubric's order. */
export function byPart<C extends Criterion>(criteria: C[]): [string, C[]][] {
  const parts = new Map<string, C[]>();
  for (const criterion of criteria) {
    parts.set(criterion.part, [...(parts.get(criterion.part) ?? []), criterion]);
  }
  return [...parts];
}
