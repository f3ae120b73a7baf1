import { useInfiniteQuery } from "@tanstack/react-query";
import { api, type Page } from "../../api/http";
import type { suggestions } from "../../texts/zh-CN.messages";

/** Something somebody said of the platform; whoever wanted no name has none. */
export type Suggestion = {
  id: string;
  state: keyof typeof suggestions.states;
  page: string;
  text: string;
  name?: string | null;
  madeAt: string;
  answerBy: string;
  answer?: string | null;
  answeredAt?: string | null;
  version: number;
};

export const suggestionsKey = ["suggestions"];

/** The caller's own, or all of them. */
export function useSuggestions(whose: "mine" | "all", open: boolean) {
  return useInfiniteQuery({
    queryKey: [...suggestionsKey, whose, open],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      whose === "mine" ? api.get<Page<Suggestion>>("/api/suggestions/mine", { after: pageParam }) : api.get<Page<Suggestion>>("/api/suggestions", { open, after: pageParam }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export const suggestionCalls = {
  put: (page: string, said: { text: string; anonymous: boolean }) => api.post<Suggestion>("/api/suggestions", { id: crypto.randomUUID(), page, ...said }),
  answer: (one: Suggestion, text: string) => api.post<Suggestion>(`/api/suggestions/${one.id}/answer`, { version: one.version, text }),
};
