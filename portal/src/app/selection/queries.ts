import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";
import type { selection } from "../../texts/zh-CN.selection";
import type { WeightName } from "../programmes/queries";

export type SelectionState = keyof typeof selection.states;
export type Outcome = keyof typeof selection.outcomes;

/** One candidate; parts and whole are in milli-points, and what was never given is null, which is not zero. */
export type Candidate = {
  applicationId: string;
  number: string;
  title: string;
  schoolId: string;
  schoolName: string;
  composite: number | null;
  rank: number | null;
  outcome: Outcome;
  reasons: { code: string; text: string }[];
  scores: { mutualReview: number | null; appraisal: number | null; acceptance: number | null; supervision: number | null; schoolAcceptance: number | null };
};

/** A category's candidates by rank. `empty` places stay empty, `tied` ones wait for the vote to order them. */
export type CategoryRanking = { category: string; name: string; quota: number; selected: number; tied: number; empty: number; candidates: Candidate[] };

export type SelectionRow = { id: string; programmeId: string; state: SelectionState; version: number; packageHash?: string | null };

/** `preview` is true while nothing is frozen: what freezing now would give. */
export type Selection = SelectionRow & {
  preview: boolean;
  weights: Record<WeightName, number>;
  categories: CategoryRanking[];
};

export type VoteCount = { due: number; present: number; inFavour: number; against: number; abstained: number };
export type Vote = VoteCount & { decision: "ADOPTED" | "REJECTED" };

/** The decision that a list falls. */
export type Annulling = VoteCount & { reason: string };

/** How the meeting ordered those tied at the edge of a category's quota; the first takes the first place. */
export type TieOrder = { category: string; applicationIds: string[] };

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

/** The vote as it was recorded. */
export function useVote(id: string) {
  return useQuery({ queryKey: [...selectionKey, id, "vote"], queryFn: () => api.get<Vote>(`/api/selections/${id}/vote`) });
}

/** What is released, with the count and the list to look through before; `listHash` says which list was seen. */
export type ReleaseList = { decisions: number; selected: number; listHash: string; list: { applicationId: string; categoryName: string; title: string; schoolName: string }[] };

export function useReleaseList(id: string) {
  return useQuery({ queryKey: [...selectionKey, id, "release"], queryFn: () => api.get<ReleaseList>(`/api/selections/${id}/release`) });
}

type Seen = { id: string; version: number };

const move = (seen: Seen, deed: string, more: object = {}) => api.post<Selection>(`/api/selections/${seen.id}/${deed}`, { version: seen.version, ...more });

export const selectionCalls = {
  open: (selection: { id: string; programmeId: string }) => api.post<Selection>("/api/selections", selection),
  freeze: (seen: Seen) => move(seen, "freeze"),
  vote: (seen: Seen, vote: Vote, tieOrders: TieOrder[]) => move(seen, "vote", { ...vote, tieOrders }),
  propose: (seen: Seen) => move(seen, "propose"),
  annul: (seen: Seen, said: Annulling) => move(seen, "annul", said),
  release: (seen: Seen, list: ReleaseList) => move(seen, "release", { selected: list.selected, listHash: list.listHash }),
};

export function packageAddress(id: string) {
  return `/api/selections/${id}/package`;
}
