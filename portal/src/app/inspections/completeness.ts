import { inspections as t } from "../../texts/zh-CN.inspections";
import { criteriaOf, type Rubric } from "../rubrics/queries";
import { type Points, scoredOnly, unscored } from "../rubrics/sums";
import type { Inspection, InspectionItem, Method, MethodRecord, Records } from "./queries";

const methods = Object.keys(t.methods) as Method[];

export type Draft = {
  methods: Partial<Record<Method, MethodRecord>>;
  schoolPoints: Points;
  items: Record<string, Points>;
};

/** What still keeps a visit from being signed: every method needs a note and a count, every criterion a score. */
export function missingIn(draft: Draft, rubrics: Rubric[], items: Pick<InspectionItem, "applicationId" | "category">[]) {
  const missingMethods = methods.filter((method) => !isRecorded(draft.methods[method]));
  const missingPoints =
    unscored(criteriaOf(rubrics, "SCHOOL"), draft.schoolPoints) +
    items.reduce((sum, item) => sum + unscored(criteriaOf(rubrics, item.category), draft.items[item.applicationId]), 0);
  return { missingMethods, missingPoints, complete: missingMethods.length === 0 && missingPoints === 0 };
}

/** Both sides sign once everybody's scores are locked, or somebody's absence has been explained. */
export function allHaveScored(sheets: Inspection["sheets"]) {
  return (sheets ?? []).every(({ status }) => status === "LOCKED" || status === "ABSENT");
}

/** What can be kept of a draft: a method only once it has both its note and its count, a criterion once it is scored. */
export function recordsOf(draft: Draft): Records {
  return {
    methods: Object.fromEntries(Object.entries(draft.methods).filter(([, record]) => isRecorded(record))),
    schoolPoints: scoredOnly(draft.schoolPoints),
    items: Object.entries(draft.items).map(([applicationId, points]) => ({ applicationId, points: scoredOnly(points) })),
  };
}

function isRecorded(record: MethodRecord | undefined): record is { note: string; count: number } {
  return record !== undefined && record.note.trim() !== "" && (record.count ?? 0) >= 1;
}
