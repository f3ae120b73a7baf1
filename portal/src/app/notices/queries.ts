import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";
import type { notices } from "../../texts/zh-CN.decisions";

export type Notice = {
  id: string;
  programmeId: string;
  selectionId: string;
  title: string;
  opensOn: string;
  closesOn: string;
  shortenedReason?: string | null;
  state: keyof typeof notices.states;
  demonstration: boolean;
  /** Who wrote the draft last; somebody else publishes it. */
  author?: string | null;
  text: string;
  entries: { applicationId: string; categoryName: string; title: string; schoolName: string }[];
  version: number;
};

export const noticesKey = ["notices"];

export function useNotices(programmeId: string) {
  return useQuery({
    queryKey: [...noticesKey, programmeId],
    queryFn: async () => itemsOf(await api.get<Page<Notice> | Notice[]>("/api/notices", { programme: programmeId })),
  });
}

type Seen = { id: string; version: number };

export const noticeCalls = {
  open: (notice: { id: string; selectionId: string; title: string; opensOn: string }) => api.post<Notice>("/api/notices", notice),
  publish: (seen: Seen, checks: { secrecyChecked: boolean; personalDataChecked: boolean }) => api.post<Notice>(`/api/notices/${seen.id}/publish`, { version: seen.version, ...checks }),
  shorten: (seen: Seen, closesOn: string, reason: string) => api.post<Notice>(`/api/notices/${seen.id}/shorten`, { version: seen.version, closesOn, reason }),
  close: (seen: Seen) => api.post<Notice>(`/api/notices/${seen.id}/close`, { version: seen.version }),
};
