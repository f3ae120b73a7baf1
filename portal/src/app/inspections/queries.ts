import { useQuery } from "@tanstack/react-query";
import { mostRows, whole } from "../../api/pages";
import { api, type Answer, type Body, type Row } from "../../api/services";
import { readOrRecall } from "../../shared/kept";

export type Method = keyof Inspection["methods"];
export type InspectionState = Inspection["state"];

/** Open scores are seen by their author alone; locked ones never change. */
export type ScoresState = NonNullable<Inspection["myScores"]>;

/** What one of the four methods brought: a note and how many papers, places or people. */
export type MethodRecord = NonNullable<Inspection["methods"][Method]>;

export type InspectionItem = Inspection["items"][number];

export type Inspection = Answer<"/api/inspections/{id}">;

export type InspectionRow = Row<"/api/inspections">;

export type Adjusting = Answer<"/api/rubrics/adjusting">;

export type Visit = Body<"/api/inspections">["visits"][number];

export const inspectionsKey = ["inspections"];

export function useInspections(programmeId: string) {
  return useQuery({
    queryKey: [...inspectionsKey, "of", programmeId],
    queryFn: () => whole((after) => readOrRecall("/api/inspections", { programme: programmeId, after, limit: mostRows })),
  });
}

export function useInspection(id: string) {
  return useQuery({ queryKey: [...inspectionsKey, id], queryFn: () => readInspection(id) });
}

/** What was written down, as far as the reader may see it; on site, what the others of the team write comes by itself. */
export function useRecords(id: string, isOnSite = false) {
  return useQuery({ queryKey: [...inspectionsKey, id, "records"], queryFn: () => readRecords(id), refetchInterval: isOnSite ? 15_000 : false });
}

/** What may be added to or taken from a school's points beside the rubric. */
export function useAdjusting(programmeId: string) {
  return useQuery({ queryKey: ["rubrics", programmeId, "adjusting"], queryFn: () => readAdjusting(programmeId), staleTime: 10 * 60_000, enabled: programmeId !== "" });
}

const readInspection = (id: string) => readOrRecall("/api/inspections/{id}", { id });
const readRecords = (id: string) => readOrRecall("/api/inspections/{id}/records", { id });
const readAdjusting = (programmeId: string) => readOrRecall("/api/rubrics/adjusting", { programme: programmeId });

/** Reads all that a visit needs, so that the device has it where there is no network. */
export async function takeAlong(visit: Pick<Inspection, "id">) {
  await Promise.all([readInspection(visit.id), readRecords(visit.id)]);
}

export const photoAddress = (inspection: string, photo: string) => `/api/inspections/${inspection}/photos/${photo}`;

type Seen = { id: string; version: number };

export const inspectionCalls = {
  schedule: (programmeId: string, visits: Visit[]) => api.post("/api/inspections", { programmeId, visits }),
  lock: (seen: Seen) => api.post("/api/inspections/{id}/lock", { version: seen.version }, { id: seen.id }),
};
