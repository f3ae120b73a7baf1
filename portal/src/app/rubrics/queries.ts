import { useQuery } from "@tanstack/react-query";
import type { Row } from "../../api/services";
import { readOrRecall } from "../../shared/kept";

/** One line of a rubric: the part it belongs to, and its points in milli-points. */
export type Criterion = Pick<Row<"/api/rubrics">["criteria"][number], "code" | "part" | "name" | "maxPoints">;

/** The rubric of a category, or of the school as a whole. */
export type Rubric = Pick<Row<"/api/rubrics">, "category"> & { criteria: Criterion[] };

export function useRubrics(programmeId: string) {
  return useQuery({
    queryKey: ["rubrics", programmeId],
    queryFn: () => readOrRecall("/api/rubrics", { programme: programmeId }),
    staleTime: 10 * 60_000,
    enabled: programmeId !== "",
  });
}

export function criteriaOf(rubrics: Rubric[], category: string) {
  return rubrics.find((rubric) => rubric.category === category)?.criteria ?? [];
}
