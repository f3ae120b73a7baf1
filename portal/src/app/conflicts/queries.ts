import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/http";
import type { conflicts } from "../../texts/zh-CN.oversight";

export type ConflictKind = keyof typeof conflicts.kinds;

/** Why two schools keep apart in the mutual review. */
export type Ground = {
  one: string;
  oneName?: string | null;
  other: string;
  otherName?: string | null;
  why: string;
  declarationId?: string | null;
  note: string;
  waived: boolean;
  waiverReason?: string | null;
};

export type Declaration = { schoolId: string; otherSchoolId: string; kind: ConflictKind; note?: string };

export const conflictsKey = ["conflicts"];

export function useConflicts(programme: string) {
  return useQuery({ queryKey: [...conflictsKey, programme], queryFn: () => api.get<Ground[]>("/api/conflicts", { programme }) });
}

export const conflictCalls = {
  declare: (programmeId: string, said: Declaration) => api.post<Ground[]>("/api/conflicts", { id: crypto.randomUUID(), programmeId, ...said }),
  waive: (programmeId: string, ground: Ground, reason: string) =>
    api.post<Ground[]>("/api/conflicts/waivers", { id: crypto.randomUUID(), programmeId, schools: [ground.one, ground.other], reason }),
};
