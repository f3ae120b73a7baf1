import { useInfiniteQuery } from "@tanstack/react-query";
import { api, type Row } from "../../api/services";

/** Something somebody said of the platform; whoever wanted no name has none. */
export type Suggestion = Row<"/api/suggestions/mine">;

export const suggestionsKey = ["suggestions"];

/** The caller's own, or all of them. */
export function useSuggestions(whose: "mine" | "all", open: boolean) {
  return useInfiniteQuery({
    queryKey: [...suggestionsKey, whose, open],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      whose === "mine" ? api.get("/api/suggestions/mine", { after: pageParam }) : api.get("/api/suggestions", { open, after: pageParam }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export const suggestionCalls = {
  put: (page: string, said: { text: string; anonymous: boolean }) => api.post("/api/suggestions", { id: crypto.randomUUID(), page, ...said }),
  answer: (one: Suggestion, text: string) => api.post("/api/suggestions/{id}/answer", { version: one.version, text }, { id: one.id }),
};
