import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, type Answer, type Row } from "../../api/services";
import { usePresent } from "../shell/present";

export type Notification = Row<"/api/notifications">;

export type Wishes = Answer<"/api/notifications/settings">;

export type Template = Row<"/api/notifications/templates">;

export const notificationsKey = ["notifications"];

export function useNotifications(unread: boolean) {
  return useInfiniteQuery({
    queryKey: [...notificationsKey, "list", unread],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.get("/api/notifications", { unread, after: pageParam }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** How many wait to be read; asked again every minute while somebody is at the page. */
export function useUnread() {
  const present = usePresent();
  return useQuery({ queryKey: [...notificationsKey, "unread"], queryFn: () => api.get("/api/notifications/unread"), refetchInterval: present ? 60_000 : false });
}

export function useWishes() {
  return useQuery({ queryKey: [...notificationsKey, "settings"], queryFn: () => api.get("/api/notifications/settings") });
}

export function useTemplates() {
  return useQuery({ queryKey: [...notificationsKey, "templates"], queryFn: () => api.get("/api/notifications/templates") });
}

export function useMailCounts() {
  return useQuery({ queryKey: [...notificationsKey, "mails"], queryFn: () => api.get("/api/notifications/mails") });
}

export const notificationCalls = {
  read: (id: string) => api.post("/api/notifications/{id}/read", undefined, { id }),
  readAll: () => api.post("/api/notifications/read"),
  wish: (wish: Pick<Wishes, "address" | "rhythm">) => api.put("/api/notifications/settings", wish),
  edit: ({ code, ...said }: Template) => api.put("/api/notifications/templates/{code}", said, { code }),
};
