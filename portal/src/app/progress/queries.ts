import { useQuery } from "@tanstack/react-query";
import { api, type Answer, type Body, type Row } from "../../api/services";
import type { progress } from "../../texts/zh-CN.progress";

export type ActivityType = keyof typeof progress.types;
export type TeachingKind = keyof typeof progress.teachingKinds;

export type ActivityContent = Body<"/api/progress/activities">["content"];

export type Activity = Row<"/api/progress/activities">;

/** How a school stands, for itself and those who help it. */
export type Summary = Answer<"/api/progress/summary">;

export type Week = Sheets["weeks"]["weeks"][number];

export type Sheets = {
  weeks: Answer<"/api/progress/weeks">["sheet"];
  "self-check": Answer<"/api/progress/self-check">["sheet"];
  mechanism: Answer<"/api/progress/mechanism">["sheet"];
};

/** A sheet and the version somebody saw of it; 0 until it was written. */
export type Kept<S extends keyof Sheets> = { sheet: Sheets[S]; version: number };

/** Whose year of which programme. */
export type Year = { programme: string; school: string };

export const progressKey = ["progress"];

export function useActivities(year: Year) {
  return useQuery({ queryKey: [...progressKey, "activities", year], queryFn: () => api.get("/api/progress/activities", year) });
}

export function useSummary(year: Year) {
  return useQuery({ queryKey: [...progressKey, "summary", year], queryFn: () => api.get("/api/progress/summary", year) });
}

const reading: { [S in keyof Sheets]: (year: Year) => Promise<Kept<S>> } = {
  weeks: (year) => api.get("/api/progress/weeks", year),
  "self-check": (year) => api.get("/api/progress/self-check", year),
  mechanism: (year) => api.get("/api/progress/mechanism", year),
};

const writing: { [S in keyof Sheets]: (sheet: Sheets[S] & { version: number }, year: Year) => Promise<Kept<S>> } = {
  weeks: (sheet, year) => api.put("/api/progress/weeks", sheet, year),
  "self-check": (sheet, year) => api.put("/api/progress/self-check", sheet, year),
  mechanism: (sheet, year) => api.put("/api/progress/mechanism", sheet, year),
};

/** Read once a visit: what is typed afterwards is newer than what the service would answer. */
export function useSheet<S extends keyof Sheets>(sheet: S, year: Year) {
  return useQuery({ queryKey: [...progressKey, sheet, year], queryFn: (): Promise<Kept<S>> => reading[sheet](year), gcTime: 0, staleTime: Infinity });
}

export function useRubric() {
  return useQuery({ queryKey: [...progressKey, "rubric"], queryFn: () => api.get("/api/progress/rubric"), staleTime: Infinity });
}

export async function saveSheet<S extends keyof Sheets>(sheet: S, year: Year, content: Sheets[S], version: number) {
  return (await writing[sheet]({ ...content, version }, year)).version;
}

export const activityCalls = {
  record: (year: Year, content: ActivityContent) =>
    api.post("/api/progress/activities", { id: crypto.randomUUID(), programmeId: year.programme, schoolId: year.school, content }),
  revise: (activity: Activity, content: ActivityContent) => api.put("/api/progress/activities/{id}", { version: activity.version, content }, { id: activity.id }),
  remove: (activity: Activity) => api.post("/api/progress/activities/{id}/remove", { version: activity.version }, { id: activity.id }),
};
