import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/http";
import type { circulars } from "../../texts/zh-CN.oversight";
import type { FindingState } from "../findings/queries";

export type CircularPart = keyof typeof circulars.parts;

export type CircularContent = Record<CircularPart, string> & { title: string; replyBy?: string | null };

/** What the bureau tells everybody after its visits; each school reads its own problems beside it. */
export type Circular = {
  id: string;
  programmeId: string;
  state: keyof typeof circulars.states;
  version: number;
  content: CircularContent;
  /** In characters, of `most` that it may have. */
  length: number;
  most: number;
  issuedAt?: string | null;
  own: { findingId: string; schoolId: string; problem: string; state: FindingState; dueOn: string }[];
};

export const circularsKey = ["circulars"];

export function useCirculars(programme: string) {
  return useQuery({ queryKey: [...circularsKey, "of", programme], queryFn: () => api.get<Circular[]>("/api/circulars", { programme }) });
}

export function useCircular(id: string) {
  return useQuery({ queryKey: [...circularsKey, id], queryFn: () => api.get<Circular>(`/api/circulars/${id}`) });
}

export const circularCalls = {
  draft: (programmeId: string, title: string) => api.post<Circular>("/api/circulars", { id: crypto.randomUUID(), programmeId, title }),
  save: (id: string, content: CircularContent, version: number) => api.put<Circular>(`/api/circulars/${id}`, { version, ...content }),
  issue: (id: string, version: number) => api.post<Circular>(`/api/circulars/${id}/issue`, { version }),
};
