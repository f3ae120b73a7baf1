import { useQuery } from "@tanstack/react-query";
import { api, type Body, type Row } from "../../api/services";

export type Comment = Session["comments"][number];

/** One session for all schools (集中点评); a school sees its own comment once the minutes are final. */
export type Session = Row<"/api/joint-comments">;

export type Arrangement = Pick<Body<"/api/joint-comments">, "on" | "venue" | "agenda">;

export const sessionsKey = ["joint-comments"];

export function useSessions(programme: string) {
  return useQuery({ queryKey: [...sessionsKey, programme], queryFn: () => api.get("/api/joint-comments", { programme }) });
}

export const sessionCalls = {
  arrange: (programmeId: string, said: Arrangement, before?: Session) =>
    before === undefined
      ? api.post("/api/joint-comments", { id: crypto.randomUUID(), programmeId, ...said })
      : api.put("/api/joint-comments/{id}", { id: before.id, version: before.version, programmeId, ...said }, { id: before.id }),
  comment: (id: string, said: Comment) => api.put("/api/joint-comments/{id}/comments", said, { id }),
  hold: (session: Session) => api.post("/api/joint-comments/{id}/hold", { version: session.version }, { id: session.id }),
  minute: (session: Session, minutes: string) => api.post("/api/joint-comments/{id}/minute", { version: session.version, minutes }, { id: session.id }),
};
