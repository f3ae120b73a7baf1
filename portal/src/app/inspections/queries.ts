import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";
import type { inspections } from "../../texts/zh-CN.inspections";
import type { Category } from "../../texts/zh-CN.public";
import type { Points } from "../rubrics/sums";

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

export type InspectionRow = Pick<Inspection, "id" | "programmeId" | "schoolId" | "schoolName" | "on" | "state" | "version">;

export type Records = {
  methods: Partial<Record<Method, { note: string; count: number }>>;
  schoolPoints: Record<string, number>;
  items: { applicationId: string; points: Record<string, number> }[];
};

export type Visit = { id: string; schoolId: string; on: string; inspectors: string[] };

export const inspectionsKey = ["inspections"];

export function useInspections(programmeId: string) {
  return useQuery({
    queryKey: [...inspectionsKey, "of", programmeId],
    queryFn: async () => itemsOf(await api.get<Page<InspectionRow> | InspectionRow[]>("/api/inspections", { programme: programmeId, limit: 200 })),
  });
}

export function useInspection(id: string) {
  return useQuery({ queryKey: [...inspectionsKey, id], queryFn: () => api.get<Inspection>(`/api/inspections/${id}`) });
}

type Seen = { id: string; version: number };

const move = (seen: Seen, deed: string, more: object = {}) => api.post<Inspection>(`/api/inspections/${seen.id}/${deed}`, { version: seen.version, ...more });

export const inspectionCalls = {
  schedule: (programmeId: string, visits: Visit[]) => api.post("/api/inspections", { programmeId, visits }),
  start: (seen: Seen) => move(seen, "start"),
  record: (id: string, records: Records, version: number) => api.put<Inspection>(`/api/inspections/${id}/records`, { version, ...records }),
  sign: (seen: Seen, summary: string, schoolSignatory: string) => move(seen, "sign", { summary, schoolSignatory }),
  lock: (seen: Seen) => move(seen, "lock"),
  lockScores: (seen: Seen) => move(seen, "lock-scores"),
};
