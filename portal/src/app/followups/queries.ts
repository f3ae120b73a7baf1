import { useQuery } from "@tanstack/react-query";
import { api, type Row } from "../../api/services";

/** A second look at a sample of closed findings; seed and sample come with the draw. */
export type FollowUp = Row<"/api/follow-ups">;

export const followUpsKey = ["follow-ups"];

export function useFollowUps(programme: string) {
  return useQuery({ queryKey: [...followUpsKey, programme], queryFn: () => api.get("/api/follow-ups", { programme }) });
}

export const followUpCalls = {
  announce: (programmeId: string, said: { size: number; seedSource: string }) => api.post("/api/follow-ups", { id: crypto.randomUUID(), programmeId, ...said }),
  draw: (one: FollowUp, seed: string) => api.post("/api/follow-ups/{id}/draw", { version: one.version, seed }, { id: one.id }),
};
