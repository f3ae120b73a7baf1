import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/http";
import type { vetoes } from "../../texts/zh-CN.oversight";

type Said = { text: string; on: string };
type Decided = { reason: string; minutes: string; on: string };

/** A school or an application to be ruled out, from the charge to the review of the decision. */
export type Veto = {
  id: string;
  version: number;
  programmeId: string;
  schoolId: string;
  schoolName?: string | null;
  applicationId?: string | null;
  groundName: string;
  basis: string;
  fact: string;
  evidence: string;
  proposedOn: string;
  hearUntil: string;
  state: keyof typeof vetoes.states;
  statement?: Said | null;
  decision?: Decided | null;
  appealUntil?: string | null;
  appeal?: Said | null;
  review?: Decided | null;
};

export type Charge = { schoolId: string; ground: string; fact: string; evidence: string };
export type Deciding = { against: boolean; reason: string; minutes: string };

export const vetoesKey = ["vetoes"];

export function useVetoes(programme: string) {
  return useQuery({ queryKey: [...vetoesKey, "of", programme], queryFn: () => api.get<Veto[]>("/api/vetoes", { programme }) });
}

export function useVeto(id: string) {
  return useQuery({ queryKey: [...vetoesKey, id], queryFn: () => api.get<Veto>(`/api/vetoes/${id}`) });
}

/** For what somebody may be ruled out, as the programme's rubrics say. */
export function useGrounds(programme: string) {
  return useQuery({ queryKey: [...vetoesKey, "grounds", programme], queryFn: async () => (await api.get<{ vetoes: { code: string; name: string; basis: string }[] }>("/api/rubrics/adjusting", { programme })).vetoes });
}

export const vetoCalls = {
  propose: (programmeId: string, charge: Charge) => api.post<Veto>("/api/vetoes", { id: crypto.randomUUID(), programmeId, ...charge }),
  state: (veto: Veto, text: string) => api.post<Veto>(`/api/vetoes/${veto.id}/statement`, { version: veto.version, text }),
  decide: (veto: Veto, said: Deciding) => api.post<Veto>(`/api/vetoes/${veto.id}/decide`, { version: veto.version, ...said }),
  appeal: (veto: Veto, text: string) => api.post<Veto>(`/api/vetoes/${veto.id}/appeal`, { version: veto.version, text }),
};
