import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/http";
import type { followUps } from "../../texts/zh-CN.followups";

/** A second look at a sample of closed findings; seed and sample come with the draw. */
export type FollowUp = {
  id: string;
  programmeId: string;
  state: keyof typeof followUps.states;
  version: number;
  /** The closed findings from which is drawn. */
  list: string[];
  size: number;
  seedSource: string;
  announcedAt: string;
  seed?: string | null;
  sample?: string[] | null;
};

export const followUpsKey = ["follow-ups"];

export function useFollowUps(programme: string) {
  return useQuery({ queryKey: [...followUpsKey, programme], queryFn: () => api.get<FollowUp[]>("/api/follow-ups", { programme }) });
}

export const followUpCalls = {
  announce: (programmeId: string, said: { size: number; seedSource: string }) => api.post<FollowUp>("/api/follow-ups", { id: crypto.randomUUID(), programmeId, ...said }),
  draw: (one: FollowUp, seed: string) => api.post<FollowUp>(`/api/follow-ups/${one.id}/draw`, { version: one.version, seed }),
};
