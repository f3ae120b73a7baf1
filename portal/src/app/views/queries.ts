import { useQuery } from "@tanstack/react-query";
import { api, type Row } from "../../api/services";

/** A page as somebody likes to see it, under a name of theirs. */
export type View = Row<"/api/views">;

export const viewsKey = ["views"];

/** One's own views of a page, asked for when somebody wants to see them. */
export function useViews(page: string, wanted: boolean) {
  return useQuery({ queryKey: [...viewsKey, page], queryFn: () => api.get("/api/views", { page }), enabled: wanted });
}

export const viewCalls = {
  keep: ({ id, page, name, query }: View) => api.put("/api/views/{id}", { page, name, query }, { id }),
  remove: (view: View) => api.post("/api/views/{id}/remove", undefined, { id: view.id }),
};
