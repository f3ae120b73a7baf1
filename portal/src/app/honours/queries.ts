import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";
import type { honours } from "../../texts/zh-CN.decisions";

export type Honour = {
  id: string;
  programmeId: string;
  applicationId: string;
  category: string;
  categoryName: string;
  title: string;
  schoolId: string;
  schoolName: string;
  certificateNumber?: string | null;
  validUntil?: string | null;
  state: keyof typeof honours.states;
};

export const honoursKey = ["honours"];

export function useHonours(programmeId: string) {
  return useQuery({
    queryKey: [...honoursKey, programmeId],
    queryFn: async () => itemsOf(await api.get<Page<Honour> | Honour[]>("/api/honours", { programme: programmeId, limit: 200 })),
  });
}

export function commend(decision: { id: string; selectionId: string; documentNumber: string; issuedOn: string }) {
  return api.post("/api/commendations", decision);
}

export function certificateAddress(id: string) {
  return `/api/honours/${id}/certificate`;
}
