import { useQuery } from "@tanstack/react-query";
import { mostRows, whole } from "../../api/pages";
import { api, type Row } from "../../api/services";

export type Nomination = Row<"/api/nominations">;

export type Nominating = Pick<Nomination, "schoolId" | "name" | "post" | "head" | "deeds" | "heldOn" | "due" | "present" | "inFavour"> & { agreed: boolean };

export const nominationsKey = ["nominations"];

export function useNominations(programmeId: string) {
  return useQuery({
    queryKey: [...nominationsKey, programmeId],
    queryFn: () => whole((after) => api.get("/api/nominations", { programme: programmeId, after, limit: mostRows })),
  });
}

type Seen = { id: string; version: number };

export const nominationCalls = {
  nominate: (programmeId: string, said: Nominating) => api.post("/api/nominations", { id: crypto.randomUUID(), programmeId, ...said }),
  endorse: (seen: Seen) => api.post("/api/nominations/{id}/endorse", { version: seen.version, integrityAsked: true }, { id: seen.id }),
  decline: (seen: Seen, reason: string) => api.post("/api/nominations/{id}/decline", { version: seen.version, reason }, { id: seen.id }),
  withdraw: (seen: Seen, reason: string) => api.post("/api/nominations/{id}/withdraw", { version: seen.version, reason }, { id: seen.id }),
};
