import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";
import type { supervision } from "../../texts/zh-CN.supervision";

export type VisitState = keyof typeof supervision.states;
export type Means = keyof typeof supervision.meansWords;
export type Colour = keyof typeof supervision.colours;

export type Visit = { id: string; programmeId: string; schoolId: string; schoolName?: string; itemNumber: string; itemTitle: string; on: string; state: VisitState; version: number };

/** An item of the yearly list of what may be supervised. */
export type ListItem = { id: string; year: number; number: string; title: string; document: string };

export type VisitView = {
  visit: Visit;
  announcedOn: string;
  record?: { means: Means[]; met: number; note: string };
  strengths?: string;
  problems?: string;
  reason?: string;
  guidance: { id: string; text: string; replyBy: string; overdue: boolean; reply?: string; repliedOn?: string }[];
  /** Absent while it is private to the school. */
  light?: { colour: Colour; why: string; schoolWord?: string; bureauSeesItFrom: string };
};

export type Holding = { means: Means[]; met: number; note?: string };
export type Reporting = { strengths: string; problems: string; guidance: { text: string; workingDays: number }[]; light: { colour: Colour; why: string } };

export const supervisionKey = ["supervision"];

export function useVisits(programme: string) {
  return useQuery({
    queryKey: [...supervisionKey, "visits", programme],
    queryFn: async () => itemsOf(await api.get<Page<Visit>>("/api/supervision/visits", { programme, limit: 200 })),
  });
}

export function useVisit(id: string) {
  return useQuery({ queryKey: [...supervisionKey, "visit", id], queryFn: () => api.get<VisitView>(`/api/supervision/visits/${id}`) });
}

export function useListItems(year: number) {
  return useQuery({ queryKey: [...supervisionKey, "items", year], queryFn: () => api.get<ListItem[]>("/api/supervision/list-items", { year }) });
}

export function useNoticeRule(programme: string) {
  return useQuery({ queryKey: [...supervisionKey, "rule", programme], queryFn: () => api.get<{ noticeDays: number }>(`/api/supervision/rules/${programme}`) });
}

type Seen = { id: string; version: number };
const move = (one: Seen, name: string, said: object) => api.post(`/api/supervision/visits/${one.id}/${name}`, { version: one.version, ...said });

export const supervisionCalls = {
  list: (item: Omit<ListItem, "id">) => api.post("/api/supervision/list-items", { id: crypto.randomUUID(), ...item }),
  announce: (said: { programmeId: string; schoolId: string; itemId: string; on: string; visitors: string[] }) => api.post("/api/supervision/visits", { id: crypto.randomUUID(), ...said }),
  callOff: (one: Seen, reason: string) => move(one, "call-off", { reason }),
  hold: (one: Seen, said: Holding) => move(one, "hold", said),
  report: (one: Seen, said: Reporting) => move(one, "report", { ...said, guidance: said.guidance.map((advice) => ({ id: crypto.randomUUID(), ...advice })) }),
  explain: (visit: string, text: string) => api.post(`/api/supervision/visits/${visit}/explain`, { text }),
  reply: (guidance: string, text: string) => api.post(`/api/supervision/guidance/${guidance}/reply`, { text }),
};
