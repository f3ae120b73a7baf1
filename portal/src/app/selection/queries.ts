import { useQuery } from "@tanstack/react-query";
import { api, type Answer, type Row } from "../../api/services";

export type SelectionState = Selection["state"];
export type Outcome = Candidate["outcome"];

/** One candidate; parts and whole are in milli-points, and what was never given is absent, which is not zero. */
export type Candidate = CategoryRanking["candidates"][number];

/** A category's candidates by rank. `empty` places stay empty, `tied` ones wait for the vote to order them. */
export type CategoryRanking = Selection["categories"][number];

export type SelectionRow = Row<"/api/selections">;

/** `preview` is true while nothing is frozen: what freezing now would give. */
export type Selection = Answer<"/api/selections/{id}">;

export type VoteCount = { due: number; present: number; inFavour: number; against: number; abstained: number };
/** The vote as the minutes say it. */
export type Vote = VoteCount & Pick<Answer<"/api/selections/{id}/vote">, "decision">;

/** The decision that a list falls. */
export type Annulling = VoteCount & { reason: string };

/** How the meeting ordered those tied at the edge of a category's quota; the first takes the first place. */
export type TieOrder = { category: string; applicationIds: string[] };

export const selectionKey = ["selections"];

export function useSelections(programmeId: string) {
  return useQuery({
    queryKey: [...selectionKey, "of", programmeId],
    queryFn: async () => (await api.get("/api/selections", { programme: programmeId })).items,
  });
}

export function useSelection(id: string) {
  return useQuery({ queryKey: [...selectionKey, id], queryFn: () => api.get("/api/selections/{id}", { id }) });
}

/** The vote as it was recorded. */
export function useVote(id: string) {
  return useQuery({ queryKey: [...selectionKey, id, "vote"], queryFn: () => api.get("/api/selections/{id}/vote", { id }) });
}

/** What is released, with the count and the list to look through before; `listHash` says which list was seen. */
export type ReleaseList = Answer<"/api/selections/{id}/release">;

export function useReleaseList(id: string) {
  return useQuery({ queryKey: [...selectionKey, id, "release"], queryFn: () => api.get("/api/selections/{id}/release", { id }) });
}

type Seen = { id: string; version: number };

export const selectionCalls = {
  open: (selection: { id: string; programmeId: string }) => api.post("/api/selections", selection),
  freeze: (seen: Seen) => api.post("/api/selections/{id}/freeze", { version: seen.version }, { id: seen.id }),
  vote: (seen: Seen, vote: Vote, tieOrders: TieOrder[]) => api.post("/api/selections/{id}/vote", { version: seen.version, ...vote, tieOrders }, { id: seen.id }),
  propose: (seen: Seen) => api.post("/api/selections/{id}/propose", { version: seen.version }, { id: seen.id }),
  annul: (seen: Seen, said: Annulling) => api.post("/api/selections/{id}/annul", { version: seen.version, ...said }, { id: seen.id }),
  release: (seen: Seen, list: ReleaseList) => api.post("/api/selections/{id}/release", { version: seen.version, selected: list.selected, listHash: list.listHash }, { id: seen.id }),
};

export function packageAddress(id: string) {
  return `/api/selections/${id}/package`;
}
