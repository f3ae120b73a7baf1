import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";

export type Objection = {
  id: string;
  receipt: string;
  kind: "OBJECTION" | "PROCEDURE_APPEAL" | "ARITHMETIC_APPEAL";
  kindName: string;
  voice: "PERSON" | "UNIT";
  title: string;
  schoolName: string;
  state: "REGISTERED" | "NOT_ACCEPTED" | "ACCEPTED" | "INVESTIGATED" | "DECIDED";
  stateName: string;
  facts: string;
  receivedOn: string;
  acceptBy: string;
  complete: boolean;
  notAcceptedReason?: string | null;
  investigateBy?: string | null;
  extendedReason?: string | null;
  findings?: string | null;
  founded?: boolean | null;
  sustained?: boolean | null;
  reply?: string | null;
  version: number;
};

export type Detail = { objection: Objection; investigators: { subject: string; name: string }[] };
export type Objector = { name: string; unitName?: string | null; contact: string; facts: string };
export type Confidant = { subject: string; name: string; confirmed: boolean };

export const objectionsKey = ["objections"];

export function useObjections(programmeId: string) {
  return useQuery({
    queryKey: [...objectionsKey, "of", programmeId],
    queryFn: async () => itemsOf(await api.get<Page<Objection>>("/api/objections", { programme: programmeId, limit: 200 })),
  });
}

export function useObjection(id: string) {
  return useQuery({ queryKey: [...objectionsKey, id], queryFn: () => api.get<Detail>(`/api/objections/${id}`) });
}

export function useConfidants(enabled: boolean) {
  return useQuery({ queryKey: [...objectionsKey, "confidants"], queryFn: () => api.get<Confidant[]>("/api/objections/confidants"), enabled });
}

type Seen = { id: string; version: number };

const move = (seen: Seen, deed: string, more: object) => api.post(`/api/objections/${seen.id}/${deed}`, { version: seen.version, ...more });

export const objectionCalls = {
  accept: (seen: Seen, redacted: string) => move(seen, "accept", { redacted }),
  turnDown: (seen: Seen, reason: string) => move(seen, "turn-down", { reason }),
  join: (seen: Seen) => api.post(`/api/objections/${seen.id}/investigators`),
  extend: (seen: Seen, more: { workingDays: number; reason: string }) => move(seen, "extend", more),
  report: (seen: Seen, said: { findings: string; founded: boolean }) => move(seen, "report", said),
  decide: (seen: Seen, said: { sustained: boolean; reply: string }) => move(seen, "decide", said),
  /** Looking is recorded, so it is asked for each time and kept nowhere. */
  objector: (seen: Seen) => api.get<Objector>(`/api/objections/${seen.id}/objector`),
  offer: () => api.post("/api/objections/confidants"),
  confirm: (subject: string) => api.post(`/api/objections/confidants/${subject}/confirm`),
  release: (subject: string) => api.post(`/api/objections/confidants/${subject}/release`),
};

export function sealAddress(id: string) {
  return `/api/objections/${id}/seal`;
}
