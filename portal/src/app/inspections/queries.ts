import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";
import { readOrRecall } from "../../shared/kept";
import type { inspections } from "../../texts/zh-CN.inspections";
import type { Category } from "../../texts/zh-CN.public";
import type { Points } from "../rubrics/sums";
import type { FieldRecord } from "./fieldbook";

export type Method = keyof typeof inspections.methods;
export type InspectionState = keyof typeof inspections.states;

/** Open scores are seen by their author alone; locked ones never change. */
export type ScoresState = "OPEN" | "LOCKED" | "CONFLICT" | "ABSENT";

/** What one of the four methods brought: a note and how many papers, places or people. */
export type MethodRecord = { note: string; count: number | null };

export type InspectionItem = { applicationId: string; category: Category; number: string; title: string; summary: string; points: Points };

export type Inspection = {
  id: string;
  programmeId: string;
  schoolId: string;
  schoolName?: string | null;
  on: string;
  inspectors: string[];
  state: InspectionState;
  version: number;
  methods: Partial<Record<Method, MethodRecord>>;
  schoolPoints: Points;
  items: InspectionItem[];
  /** What the whole team did by each method, the reader's own part included. */
  teamMethods?: Partial<Record<Method, MethodRecord>>;
  /** How far the reader's own scores are; absent for whoever is not of the team. */
  myScores?: ScoresState | null;
  sheets?: { inspector: string; status: ScoresState }[];
  summary?: string | null;
  schoolSignatory?: string | null;
};

export type InspectionRow = Pick<Inspection, "id" | "programmeId" | "schoolId" | "schoolName" | "on" | "state" | "version"> & { teamId?: string | null; place?: number | null };

export type Adjusting = { /** Milli-points. */ bonusLimit: number; rules: { code: string; kind: "BONUS" | "DEDUCTION"; name: string; points: number }[] };

export type Visit = { id: string; schoolId: string; on: string; inspectors: string[] };

export const inspectionsKey = ["inspections"];

export function useInspections(programmeId: string) {
  return useQuery({
    queryKey: [...inspectionsKey, "of", programmeId],
    queryFn: async () => itemsOf(await readOrRecall<Page<InspectionRow> | InspectionRow[]>("/api/inspections", { programme: programmeId, limit: 200 })),
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

const readInspection = (id: string) => readOrRecall<Inspection>(`/api/inspections/${id}`);
const readRecords = (id: string) => readOrRecall<FieldRecord[]>(`/api/inspections/${id}/records`);
const readAdjusting = (programmeId: string) => readOrRecall<Adjusting>("/api/rubrics/adjusting", { programme: programmeId });

/** Reads all that a visit needs, so that the device has it where there is no network. */
export async function takeAlong(visit: Pick<Inspection, "id">) {
  await Promise.all([readInspection(visit.id), readRecords(visit.id)]);
}

export const photoAddress = (inspection: string, photo: string) => `/api/inspections/${inspection}/photos/${photo}`;

type Seen = { id: string; version: number };

const move = (seen: Seen, deed: string, more: object = {}) => api.post<Inspection>(`/api/inspections/${seen.id}/${deed}`, { version: seen.version, ...more });

export const inspectionCalls = {
  schedule: (programmeId: string, visits: Visit[]) => api.post("/api/inspections", { programmeId, visits }),
  lock: (seen: Seen) => move(seen, "lock"),
};
