import { useQuery } from "@tanstack/react-query";
import { api, type Body, type Row } from "../../api/services";

export type ConflictKind = Declaration["kind"];

/** Why two schools keep apart in the mutual review. */
export type Ground = Row<"/api/conflicts">;

export type Declaration = Omit<Body<"/api/conflicts">, "id" | "programmeId">;

export const conflictsKey = ["conflicts"];

export function useConflicts(programme: string) {
  return useQuery({ queryKey: [...conflictsKey, programme], queryFn: () => api.get("/api/conflicts", { programme }) });
}

export const conflictCalls = {
  declare: (programmeId: string, said: Declaration) => api.post("/api/conflicts", { id: crypto.randomUUID(), programmeId, ...said }),
  waive: (programmeId: string, ground: Ground, reason: string) =>
    api.post("/api/conflicts/waivers", { id: crypto.randomUUID(), programmeId, schools: [ground.one, ground.other], reason }),
};
