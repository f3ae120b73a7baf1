import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";
import type { selection } from "../../texts/zh-CN";
import type { Category } from "../../texts/zh-CN.public";

export type SelectionState = keyof typeof selection.states;
export type Outcome = keyof typeof selection.outcomes;

/** One candidate with its parts and whole in milli-points; a part that is missing is null. */
export type Candidate = {
  applicationId: string;
  title: string;
  schoolId: string;
  schoolName?: string | null;
  mutualReview: number | null;
  acceptance: number | null;
  composite: number | null;
  rank: number | null;
  outcome: Outcome | null;
};

export type CategoryRanking = { category: Category; quota: number; candidates: Candidate[] };

export type Vote = { due: number; present: number; inFavour: number; against: number; abstained: number; decision: string };

export type Selection = {
  id: string;
  programmeId: string;
  state: SelectionState;
  version: number;
  packageHash?: string | null;
  categories: CategoryRanking[];
  vote?: Vote | null;
};

export type SelectionRow = Pick<Selection, "id" | "programmeId" | "state" | "version">;

export const selectionKey = ["selections"];

export function useSelections(programmeId: string) {
  return useQuery({
    queryKey: [...selectionKey, "of", programmeId],
    queryFn: async () => itemsOf(await api.get<Page<SelectionRow> | SelectionRow[]>("/api/selections", { programme: programmeId })),
  });
}

export function useSelection(id: string) {
  return useQuery({ queryKey: [...selectionKey, id], queryFn: () => api.get<Selection>(`/api/selections/${id}`) });
}

type Seen = { id: string; version: number };

const move = (seen: Seen, deed: string, more: object = {}) => api.post<Selection>(`/api/selections/${seen.id}/${deed}`, { version: seen.version, ...more });

export const selectionCalls = {
  open: (selection: { id: string; programmeId: string }) => api.post<Selection>("/api/selections", selection),
  freeze: (seen: Seen) => move(seen, "freeze"),
  vote: (seen: Seen, vote: Vote) => move(seen, "vote", vote),
  propose: (seen: Seen) => move(seen, "propose"),
};

export function packageAddress(id: string) {
  return `/api/selections/${id}/package`;
}
