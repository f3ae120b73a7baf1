import { useQuery } from "@tanstack/react-query";
import { mostRows, whole } from "../../api/pages";
import { api, type Body, type Row } from "../../api/services";

/** That one school does as another's honoured brand does; it counts once the other has confirmed it. */
export type Adoption = Row<"/api/adoptions">;

/** An honoured brand that is in force. */
export type Brand = Row<"/api/public/brands">;

export type Claim = Omit<Body<"/api/adoptions">, "id">;

export const adoptionsKey = ["adoptions"];

export function useAdoptions() {
  return useQuery({ queryKey: adoptionsKey, queryFn: () => whole((after) => api.get("/api/adoptions", { after, limit: mostRows })) });
}

export function useBrands() {
  return useQuery({ queryKey: [...adoptionsKey, "brands"], queryFn: () => whole((after) => api.get("/api/public/brands", { after, limit: mostRows })), staleTime: 5 * 60_000 });
}

export const adoptionCalls = {
  claim: (said: Claim) => api.post("/api/adoptions", { id: crypto.randomUUID(), ...said }),
  confirm: (one: Adoption) => api.post("/api/adoptions/{id}/confirm", { version: one.version }, { id: one.id }),
  decline: (one: Adoption, remark: string) => api.post("/api/adoptions/{id}/decline", { version: one.version, remark }, { id: one.id }),
};
