import { useQuery } from "@tanstack/react-query";
import { mostRows, whole } from "../../api/pages";
import { api, type Row } from "../../api/services";

export type Honour = Row<"/api/honours">;

export const honoursKey = ["honours"];

export function useHonours(programmeId: string) {
  return useQuery({
    queryKey: [...honoursKey, programmeId],
    queryFn: () => whole((after) => api.get("/api/honours", { programme: programmeId, after, limit: mostRows })),
  });
}

export function commend(decision: { id: string; selectionId: string; documentNumber: string; issuedOn: string }) {
  return api.post("/api/commendations", decision);
}

export function certificateAddress(id: string) {
  return `/api/honours/${id}/certificate`;
}
