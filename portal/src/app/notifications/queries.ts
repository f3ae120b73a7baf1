import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, type Page } from "../../api/http";
import type { notifications } from "../../texts/zh-CN.messages";
import { usePresent } from "../shell/present";

export type Notification = { id: string; title: string; body: string; link: string; toldAt: string; read: boolean };

export type Wishes = { address?: string | null; rhythm?: keyof typeof notifications.rhythms | null; mail: boolean; explanation: string };

export type Template = { code: string; title: string; body: string; version: number };

export const notificationsKey = ["notifications"];

export function useNotifications(unread: boolean) {
  return useInfiniteQuery({
    queryKey: [...notificationsKey, "list", unread],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.get<Page<Notification>>("/api/notifications", { unread, after: pageParam }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** How many wait to be read; asked again every minute while somebody is at the page. */
export function useUnread() {
  const present = usePresent();
  return useQuery({ queryKey: [...notificationsKey, "unread"], queryFn: () => api.get<{ unread: number }>("/api/notifications/unread"), refetchInterval: present ? 60_000 : false });
}

export function useWishes() {
  return useQuery({ queryKey: [...notificationsKey, "settings"], queryFn: () => api.get<Wishes>("/api/notifications/settings") });
}

export function useTemplates() {
  return useQuery({ queryKey: [...notificationsKey, "templates"], queryFn: () => api.get<Template[]>("/api/notifications/templates") });
}

export function useMailCounts() {
  return useQuery({ queryKey: [...notificationsKey, "mails"], queryFn: () => api.get<Record<keyof typeof notifications.mailCounts, number>>("/api/notifications/mails") });
}

export const notificationCalls = {
  read: (id: string) => api.post(`/api/notifications/${id}/read`),
  readAll: () => api.post("/api/notifications/read"),
  wish: (wish: Pick<Wishes, "address" | "rhythm">) => api.put<Wishes>("/api/notifications/settings", wish),
  edit: ({ code, ...said }: Template) => api.put<Template>(`/api/notifications/templates/${encodeURIComponent(code)}`, said),
};
