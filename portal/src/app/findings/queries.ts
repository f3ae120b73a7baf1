import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, type Page } from "../../api/http";
import type { Role } from "../../texts/zh-CN";
import type { findings } from "../../texts/zh-CN.findings";

export type FindingState = keyof typeof findings.states;
export type Source = keyof typeof findings.sources;
export type Area = keyof typeof findings.areas;
export type TimeClass = keyof typeof findings.timeClasses;

export type Finding = {
  id: string;
  programmeId: string;
  schoolId: string;
  schoolName?: string;
  source: Source;
  area: Area;
  timeClass: TimeClass;
  problem: string;
  state: FindingState;
  dueOn: string;
  /** How pressing it is; a signal that enters no score. */
  warning: keyof typeof findings.warnings;
  /** Whether the reader found it, and so verifies it. */
  mine: boolean;
  version: number;
};

export type Rectification = { measures: string; leader: string; responsible: string; before: string[]; after: string[] };

export type Step = { at: string; role: Role; move: keyof typeof findings.moves; words: string; dueOn: string; before: string[]; after: string[] };

/** A finding with its way so far; who found it stays unknown. */
export type FindingView = {
  card: Finding;
  advice: string;
  before: string[];
  answer?: Rectification;
  answeredOn?: string;
  inTime?: boolean;
  reason?: string;
  steps: Step[];
};

export type Raising = { schoolId: string; source: Source; area: Area; timeClass: TimeClass; problem: string; advice?: string; dueOn: string };

export const findingsKey = ["findings"];

export function useFindings(programme: string, state: FindingState | undefined, source: Source | undefined) {
  return useInfiniteQuery({
    queryKey: [...findingsKey, programme, state, source],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.get<Page<Finding>>("/api/findings", { programme, state, source, after: pageParam, limit: 50 }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function useFinding(id: string) {
  return useQuery({ queryKey: [...findingsKey, "one", id], queryFn: () => api.get<FindingView>(`/api/findings/${id}`) });
}

type Seen = { id: string; version: number };
const move = (one: Seen, name: string, more: object = {}) => api.post(`/api/findings/${one.id}/${name}`, { version: one.version, ...more });

export const findingCalls = {
  raise: (programmeId: string, said: Raising) => api.post("/api/findings", { id: crypto.randomUUID(), programmeId, ...said }),
  answer: (one: Seen, said: Rectification) => move(one, "answer", said),
  verify: (one: Seen, note: string) => move(one, "verify", { note }),
  close: (one: Seen) => move(one, "close"),
  reopen: (one: Seen, reason: string, dueOn: string) => move(one, "reopen", { reason, dueOn }),
  handOver: (one: Seen, reason: string) => move(one, "hand-over", { reason }),
};
