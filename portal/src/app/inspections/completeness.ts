import { inspections as t } from "../../texts/zh-CN.inspections";
import { criteriaOf, type Rubric } from "../rubrics/queries";
import { unscored } from "../rubrics/sums";
import { type Fieldbook, isWhole } from "./fieldbook";
import type { Inspection, Method } from "./queries";

export const methods = Object.keys(t.methods) as Method[];

/** The criteria one inspector has not scored yet; what could not be judged on the spot needs no score. */
export function missingPoints(book: Fieldbook, me: string, inspection: Pick<Inspection, "schoolId" | "items">, rubrics: Rubric[]) {
  return (
    unscored(criteriaOf(rubrics, "SCHOOL"), book.pointsOf(me, inspection.schoolId)) +
    inspection.items
      .filter((item) => book.standing(`exception/${me}/${item.applicationId}`).length === 0)
      .reduce((sum, item) => sum + unscored(criteriaOf(rubrics, item.category), book.pointsOf(me, item.applicationId)), 0)
  );
}

/** The methods nobody of the team has recorded yet; all four are needed (R53). */
export function missingMethods(book: Fieldbook) {
  const used = new Set(book.all().flatMap(({ body }) => (body.kind === "METHOD" && isWhole(body) ? [body.method] : [])));
  return methods.filter((method) => !used.has(method));
}

/** Both sides sign once everybody's scores are locked, or somebody's absence has been explained; one lock at least. */
export function membersOpen(book: Fieldbook, inspectors: string[]) {
  return inspectors.filter((one) => !book.isLocked(one) && !book.isAbsent(one));
}
