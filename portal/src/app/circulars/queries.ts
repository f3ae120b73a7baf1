import { useQuery } from "@tanstack/react-query";
import { api, type Row } from "../../api/services";
import type { circulars } from "../../texts/zh-CN.oversight";

export type CircularPart = keyof typeof circulars.parts;

export type CircularContent = Circular["content"];

/** What the bureau tells everybody after its visits; each school reads its own problems beside it. */
export type Circular = Row<"/api/circulars">;

export const circularsKey = ["circulars"];

export function useCirculars(programme: string) {
  return useQuery({ queryKey: [...circularsKey, "of", programme], queryFn: () => api.get("/api/circulars", { programme }) });
}

export function useCircular(id: string) {
  return useQuery({ queryKey: [...circularsKey, id], queryFn: () => api.get("/api/circulars/{id}", { id }) });
}

export const circularCalls = {
  draft: (programmeId: string, title: string) => api.post("/api/circulars", { id: crypto.randomUUID(), programmeId, title }),
  save: (id: string, content: CircularContent, version: number) => api.put("/api/circulars/{id}", { version, ...content }, { id }),
  issue: (id: string, version: number) => api.post("/api/circulars/{id}/issue", { version }, { id }),
};
