import { useQuery } from "@tanstack/react-query";
import { itemsOf, type Page } from "../../api/http";
import { readOrRecall } from "../../shared/kept";
import type { Category } from "../../texts/zh-CN.public";

/** One line of a rubric: the part it belongs to, and its points in milli-points. */
export type Criterion = { code: string; part: string; name: string; maxPoints: number };

/** The rubric of a category, or of the school as a whole. */
export type Rubric = { category: Category | "SCHOOL"; criteria: Criterion[] };

export function useRubrics(programmeId: string) {
  return useQuery({
    queryKey: ["rubrics", programmeId],
    queryFn: async () => itemsOf(await readOrRecall<Page<Rubric> | Rubric[]>("/api/rubrics", { programme: programmeId })),
    staleTime: 10 * 60_000,
    enabled: programmeId !== "",
  });
}

export function criteriaOf(rubrics: Rubric[], category: Rubric["category"]) {
  return rubrics.find((rubric) => rubric.category === category)?.criteria ?? [];
}
