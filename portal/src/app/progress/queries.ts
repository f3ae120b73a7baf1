import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/http";
import type { progress } from "../../texts/zh-CN.progress";
import type { Category } from "../../texts/zh-CN.public";

export type ActivityType = keyof typeof progress.types;
export type TeachingKind = keyof typeof progress.teachingKinds;

export type ActivityContent = {
  kind: Category;
  type: ActivityType;
  on: string;
  title: string;
  participants?: number | null;
  note?: string;
  teaching?: { kind: TeachingKind; item: string } | null;
};

export type Activity = { id: string; programmeId: string; schoolId: string; version: number; content: ActivityContent };

/** How a school stands, for itself and those who help it. */
export type Summary = {
  milestone: string;
  begun: boolean;
  types: Record<Category, ActivityType[]>;
  /** Share of activities that belong to teaching, in percent. */
  linked?: number | null;
  advice?: string | null;
  weeks: { monday: string; held: boolean; topic?: string | null }[];
  /** Share of members who spoke, in percent. */
  coverage?: number | null;
};

export type Week = { monday: string; topic: string; newSpeakers: number };

export type Sheets = {
  weeks: { members?: number | null; weeks: Week[] };
  "self-check": { points: Record<string, number>; note: string };
  mechanism: { lines: { category: Category; who: string; rhythm: string; resource: string }[] };
};

/** A sheet and the version somebody saw of it; 0 until it was written. */
export type Kept<S extends keyof Sheets> = { sheet: Sheets[S]; version: number };

/** Whose year of which programme. */
export type Year = { programme: string; school: string };

export const progressKey = ["progress"];

export function useActivities(year: Year) {
  return useQuery({ queryKey: [...progressKey, "activities", year], queryFn: () => api.get<Activity[]>("/api/progress/activities", year) });
}

export function useSummary(year: Year) {
  return useQuery({ queryKey: [...progressKey, "summary", year], queryFn: () => api.get<Summary>("/api/progress/summary", year) });
}

/** Read once a visit: what is typed afterwards is newer than what the service would answer. */
export function useSheet<S extends keyof Sheets>(sheet: S, year: Year) {
  return useQuery({ queryKey: [...progressKey, sheet, year], queryFn: () => api.get<Kept<S>>(`/api/progress/${sheet}`, year), gcTime: 0, staleTime: Infinity });
}

export function useRubric() {
  return useQuery({ queryKey: [...progressKey, "rubric"], queryFn: () => api.get<{ code: string; part: string; name: string; maxPoints: number }[]>("/api/progress/rubric"), staleTime: Infinity });
}

export async function saveSheet<S extends keyof Sheets>(sheet: S, year: Year, content: Sheets[S], version: number) {
  const asked = new URLSearchParams(year);
  return (await api.put<Kept<S>>(`/api/progress/${sheet}?${asked}`, { version, ...content })).version;
}

export const activityCalls = {
  record: (year: Year, content: ActivityContent) =>
    api.post<Activity>("/api/progress/activities", { id: crypto.randomUUID(), programmeId: year.programme, schoolId: year.school, content }),
  revise: (activity: Activity, content: ActivityContent) => api.put<Activity>(`/api/progress/activities/${activity.id}`, { version: activity.version, content }),
  remove: (activity: Activity) => api.post(`/api/progress/activities/${activity.id}/remove`, { version: activity.version }),
};
