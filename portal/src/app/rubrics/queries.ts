import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { api, type Row } from "../../api/services";
import { readOrRecall } from "../../shared/kept";

/** One line of a rubric: the part it belongs to, its points in milli-points, and what some of them look like. */
export type Criterion = Pick<FullCriterion, "code" | "part" | "name" | "maxPoints"> & Partial<Pick<FullCriterion, "anchors">>;

/** The same with how one finds out, and what numbers of points look like. */
export type FullCriterion = FullRubric["criteria"][number];

export type FullRubric = Row<"/api/rubrics">;

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

/** The rubric that holds in the programme of the address, or would hold if one were begun today. */
export function useRubricOf(category: string | undefined) {
  const { programme } = useSearch({ strict: false });
  return useQuery({
    queryKey: ["rubrics", programme ?? null, "in full", category],
    queryFn: async () => (await api.get("/api/rubrics", { programme: programme ?? noProgramme })).find((rubric) => rubric.category === category) ?? null,
  });
}

/** Where none is chosen: nothing is scored in it, so the newest edition holds. */
const noProgramme = "00000000-0000-0000-0000-000000000000";

/** Under which a new line's points are kept; letters only, and never one that was used before. */
export function freshCode() {
  const letters = crypto.getRandomValues(new Uint8Array(10));
  return `c-${[...letters].map((one) => String.fromCodePoint(97 + (one % 26))).join("")}`;
}
