import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { mostRows, whole } from "../../api/pages";
import { api, type Answer, type Body, type Row } from "../../api/services";

export type FindingState = Finding["state"];
export type Source = Finding["source"];
export type Area = Finding["area"];
export type TimeClass = Finding["timeClass"];

export type Finding = Row<"/api/findings">;

export type Rectification = Omit<Body<"/api/findings/{id}/answer">, "version">;

export type Step = FindingView["steps"][number];

/** A finding with its way so far; who found it stays unknown. */
export type FindingView = Answer<"/api/findings/{id}">;

export type Raising = Omit<Body<"/api/findings">, "id" | "programmeId">;

export const findingsKey = ["findings"];

export type FindingFilter = { state: FindingState | undefined; source: Source | undefined; school: string | undefined };

const pageOf = (programme: string, filter: FindingFilter, after: string | undefined, limit: number) => api.get("/api/findings", { programme, ...filter, after, limit });

/** All of them at once, to be taken along. */
export const wholeFindings = (programme: string, filter: FindingFilter, soFar: (rows: number) => void) => whole((after) => pageOf(programme, filter, after, mostRows), soFar);

export function useFindings(programme: string, filter: FindingFilter) {
  return useInfiniteQuery({
    queryKey: [...findingsKey, programme, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => pageOf(programme, filter, pageParam, 50),
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

export function useFinding(id: string) {
  return useQuery({ queryKey: [...findingsKey, "one", id], queryFn: () => api.get("/api/findings/{id}", { id }) });
}

type Seen = { id: string; version: number };
export const findingCalls = {
  raise: (programmeId: string, said: Raising) => api.post("/api/findings", { id: crypto.randomUUID(), programmeId, ...said }),
  answer: (one: Seen, said: Rectification) => api.post("/api/findings/{id}/answer", { version: one.version, ...said }, { id: one.id }),
  verify: (one: Seen, note: string) => api.post("/api/findings/{id}/verify", { version: one.version, note }, { id: one.id }),
  close: (one: Seen) => api.post("/api/findings/{id}/close", { version: one.version }, { id: one.id }),
  reopen: (one: Seen, reason: string, dueOn: string) => api.post("/api/findings/{id}/reopen", { version: one.version, reason, dueOn }, { id: one.id }),
  handOver: (one: Seen, reason: string) => api.post("/api/findings/{id}/hand-over", { version: one.version, reason }, { id: one.id }),
};
