import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";

export type Nomination = {
  id: string;
  programmeId: string;
  schoolId: string;
  schoolName: string;
  name: string;
  post: string;
  head: boolean;
  deeds: string;
  heldOn: string;
  due: number;
  present: number;
  inFavour: number;
  state: "NOMINATED" | "ENDORSED" | "DECLINED" | "WITHDRAWN";
  stateName: string;
  reason?: string | null;
  version: number;
};

export type Nominating = Pick<Nomination, "schoolId" | "name" | "post" | "head" | "deeds" | "heldOn" | "due" | "present" | "inFavour"> & { agreed: boolean };

export const nominationsKey = ["nominations"];

export function useNominations(programmeId: string) {
  return useQuery({
    queryKey: [...nominationsKey, programmeId],
    queryFn: async () => itemsOf(await api.get<Page<Nomination>>("/api/nominations", { programme: programmeId, limit: 200 })),
  });
}

type Seen = { id: string; version: number };

export const nominationCalls = {
  nominate: (programmeId: string, said: Nominating) => api.post("/api/nominations", { id: crypto.randomUUID(), programmeId, ...said }),
  endorse: (seen: Seen) => api.post(`/api/nominations/${seen.id}/endorse`, { version: seen.version, integrityAsked: true }),
  decline: (seen: Seen, reason: string) => api.post(`/api/nominations/${seen.id}/decline`, { version: seen.version, reason }),
  withdraw: (seen: Seen, reason: string) => api.post(`/api/nominations/${seen.id}/withdraw`, { version: seen.version, reason }),
};
