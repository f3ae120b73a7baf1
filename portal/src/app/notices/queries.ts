import { useQuery } from "@tanstack/react-query";
import { api, type Row } from "../../api/services";

export type Notice = Row<"/api/notices">;

export const noticesKey = ["notices"];

export function useNotices(programmeId: string) {
  return useQuery({
    queryKey: [...noticesKey, programmeId],
    queryFn: async () => (await api.get("/api/notices", { programme: programmeId })).items,
  });
}

type Seen = { id: string; version: number };

export const noticeCalls = {
  open: (notice: { id: string; selectionId: string; title: string; opensOn: string }) => api.post("/api/notices", notice),
  publish: (seen: Seen, checks: { secrecyChecked: boolean; personalDataChecked: boolean }) => api.post("/api/notices/{id}/publish", { version: seen.version, ...checks }, { id: seen.id }),
  shorten: (seen: Seen, closesOn: string, reason: string) => api.post("/api/notices/{id}/shorten", { version: seen.version, closesOn, reason }, { id: seen.id }),
  close: (seen: Seen) => api.post("/api/notices/{id}/close", { version: seen.version }, { id: seen.id }),
};
