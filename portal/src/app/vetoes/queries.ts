import { useQuery } from "@tanstack/react-query";
import { api, type Body, type Row } from "../../api/services";


/** A school or an application to be ruled out, from the charge to the review of the decision. */
export type Veto = Row<"/api/vetoes">;

export type Charge = Omit<Body<"/api/vetoes">, "id" | "programmeId">;
export type Deciding = Omit<Body<"/api/vetoes/{id}/decide">, "version">;

export const vetoesKey = ["vetoes"];

export function useVetoes(programme: string) {
  return useQuery({ queryKey: [...vetoesKey, "of", programme], queryFn: () => api.get("/api/vetoes", { programme }) });
}

export function useVeto(id: string) {
  return useQuery({ queryKey: [...vetoesKey, id], queryFn: () => api.get("/api/vetoes/{id}", { id }) });
}

/** For what somebody may be ruled out, as the programme's rubrics say. */
export function useGrounds(programme: string) {
  return useQuery({ queryKey: [...vetoesKey, "grounds", programme], queryFn: async () => (await api.get("/api/rubrics/adjusting", { programme })).vetoes });
}

export const vetoCalls = {
  propose: (programmeId: string, charge: Charge) => api.post("/api/vetoes", { id: crypto.randomUUID(), programmeId, ...charge }),
  state: (veto: Veto, text: string) => api.post("/api/vetoes/{id}/statement", { version: veto.version, text }, { id: veto.id }),
  decide: (veto: Veto, said: Deciding) => api.post("/api/vetoes/{id}/decide", { version: veto.version, ...said }, { id: veto.id }),
  appeal: (veto: Veto, text: string) => api.post("/api/vetoes/{id}/appeal", { version: veto.version, text }, { id: veto.id }),
};
