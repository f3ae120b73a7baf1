import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/http";
import type { jointComments } from "../../texts/zh-CN.oversight";

export type Comment = { schoolId: string; strengths: string; problems: string; advice: string };

/** One session for all schools (集中点评); a school sees its own comment once the minutes are final. */
export type Session = {
  id: string;
  programmeId: string;
  state: keyof typeof jointComments.states;
  version: number;
  plannedOn: string;
  venue: string;
  agenda: { schoolId: string; schoolName?: string | null; minutes: number }[];
  heldOn?: string | null;
  comments: Comment[];
  minutes?: string | null;
};

export type Arrangement = { on: string; venue: string; agenda: { schoolId: string; minutes: number }[] };

export const sessionsKey = ["joint-comments"];

export function useSessions(programme: string) {
  return useQuery({ queryKey: [...sessionsKey, programme], queryFn: () => api.get<Session[]>("/api/joint-comments", { programme }) });
}

export const sessionCalls = {
  arrange: (programmeId: string, said: Arrangement, before?: Session) =>
    before === undefined
      ? api.post<Session>("/api/joint-comments", { id: crypto.randomUUID(), programmeId, ...said })
      : api.put<Session>(`/api/joint-comments/${before.id}`, { id: before.id, version: before.version, programmeId, ...said }),
  comment: (id: string, said: Comment) => api.put<Session>(`/api/joint-comments/${id}/comments`, said),
  hold: (session: Session) => api.post<Session>(`/api/joint-comments/${session.id}/hold`, { version: session.version }),
  minute: (session: Session, minutes: string) => api.post<Session>(`/api/joint-comments/${session.id}/minute`, { version: session.version, minutes }),
};
