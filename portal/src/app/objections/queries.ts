import { useQuery } from "@tanstack/react-query";
import { mostRows, whole } from "../../api/pages";
import { api, type Answer, type Row } from "../../api/services";

export type Objection = Row<"/api/objections">;

export type Detail = Answer<"/api/objections/{id}">;
export type Objector = Answer<"/api/objections/{id}/objector">;
export type Confidant = Row<"/api/objections/confidants">;

export const objectionsKey = ["objections"];

export function useObjections(programmeId: string) {
  return useQuery({
    queryKey: [...objectionsKey, "of", programmeId],
    queryFn: () => whole((after) => api.get("/api/objections", { programme: programmeId, after, limit: mostRows })),
  });
}

export function useObjection(id: string) {
  return useQuery({ queryKey: [...objectionsKey, id], queryFn: () => api.get("/api/objections/{id}", { id }) });
}

export function useConfidants(enabled: boolean) {
  return useQuery({ queryKey: [...objectionsKey, "confidants"], queryFn: () => api.get("/api/objections/confidants"), enabled });
}

type Seen = { id: string; version: number };

export const objectionCalls = {
  accept: (seen: Seen, redacted: string) => api.post("/api/objections/{id}/accept", { version: seen.version, redacted }, { id: seen.id }),
  turnDown: (seen: Seen, reason: string) => api.post("/api/objections/{id}/turn-down", { version: seen.version, reason }, { id: seen.id }),
  join: (seen: Seen) => api.post("/api/objections/{id}/investigators", undefined, { id: seen.id }),
  extend: (seen: Seen, more: { workingDays: number; reason: string }) => api.post("/api/objections/{id}/extend", { version: seen.version, ...more }, { id: seen.id }),
  report: (seen: Seen, said: { findings: string; founded: boolean }) => api.post("/api/objections/{id}/report", { version: seen.version, ...said }, { id: seen.id }),
  decide: (seen: Seen, said: { sustained: boolean; reply: string }) => api.post("/api/objections/{id}/decide", { version: seen.version, ...said }, { id: seen.id }),
  /** Looking is recorded, so it is asked for each time and kept nowhere. */
  objector: (seen: Seen) => api.get("/api/objections/{id}/objector", { id: seen.id }),
  offer: () => api.post("/api/objections/confidants"),
  confirm: (subject: string) => api.post("/api/objections/confidants/{subject}/confirm", undefined, { subject }),
  release: (subject: string) => api.post("/api/objections/confidants/{subject}/release", undefined, { subject }),
};

export function evidenceAddress(id: string, piece: string) {
  return `/api/objections/${id}/evidence/${piece}`;
}

export function sealAddress(id: string) {
  return `/api/objections/${id}/seal`;
}
