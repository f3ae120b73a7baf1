import { useQuery } from "@tanstack/react-query";
import { mostRows, whole } from "../../api/pages";
import { api, type Answer, type Body, type Row } from "../../api/services";

export type VisitState = Visit["state"];
export type Means = Holding["means"][number];
export type Colour = NonNullable<VisitView["light"]>["colour"];

export type Visit = Row<"/api/supervision/visits">;

/** An item of the yearly list of what may be supervised. */
export type ListItem = Row<"/api/supervision/list-items">;

export type VisitView = Answer<"/api/supervision/visits/{id}">;

export type Holding = Omit<Body<"/api/supervision/visits/{id}/hold">, "version">;
export type Reporting = { strengths: string; problems: string; guidance: { text: string; workingDays: number }[]; light: { colour: Colour; why: string } };

export const supervisionKey = ["supervision"];

export function useVisits(programme: string) {
  return useQuery({
    queryKey: [...supervisionKey, "visits", programme],
    queryFn: () => whole((after) => api.get("/api/supervision/visits", { programme, after, limit: mostRows })),
  });
}

export function useVisit(id: string) {
  return useQuery({ queryKey: [...supervisionKey, "visit", id], queryFn: () => api.get("/api/supervision/visits/{id}", { id }) });
}

export function useListItems(year: number) {
  return useQuery({ queryKey: [...supervisionKey, "items", year], queryFn: () => api.get("/api/supervision/list-items", { year }) });
}

export function useNoticeRule(programme: string) {
  return useQuery({ queryKey: [...supervisionKey, "rule", programme], queryFn: () => api.get("/api/supervision/rules/{programme}", { programme }) });
}

/** How many days before a visit its school is told, and why so where it is not the usual. */
export type NoticeRule = Answer<"/api/supervision/rules/{programme}">;

type Seen = { id: string; version: number };
export const supervisionCalls = {
  giveNotice: (programme: string, seen: NoticeRule, said: { noticeDays: number; reason: string }) => api.put("/api/supervision/rules/{programme}", { version: seen.version, ...said }, { programme }),
  list: (item: Omit<ListItem, "id">) => api.post("/api/supervision/list-items", { id: crypto.randomUUID(), ...item }),
  announce: (said: { programmeId: string; schoolId: string; itemId: string; on: string; visitors: string[] }) => api.post("/api/supervision/visits", { id: crypto.randomUUID(), ...said }),
  callOff: (one: Seen, reason: string) => api.post("/api/supervision/visits/{id}/call-off", { version: one.version, reason }, { id: one.id }),
  hold: (one: Seen, said: Holding) => api.post("/api/supervision/visits/{id}/hold", { version: one.version, ...said }, { id: one.id }),
  report: (one: Seen, said: Reporting) => api.post("/api/supervision/visits/{id}/report", { version: one.version, ...said, guidance: said.guidance.map((advice) => ({ id: crypto.randomUUID(), ...advice })) }, { id: one.id }),
  explain: (visit: string, text: string) => api.post("/api/supervision/visits/{id}/explain", { text }, { id: visit }),
  reply: (guidance: string, text: string) => api.post("/api/supervision/guidance/{id}/reply", { text }, { id: guidance }),
};
