import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, csrfToken } from "../../api/http";
import { keep, keepAnswers, recall } from "../../shared/kept";
import type { Role } from "../../texts/zh-CN";

/** `secondsLeft`: until the session ends if nothing happens any more. */
export type Me = { signedIn: boolean; subject?: string; name?: string; username?: string; roles: Role[]; secondsLeft?: number | null };

export const meKey = ["me"];

export function useMe() {
  return useQuery({ queryKey: meKey, queryFn: ({ client }) => whoIsHere(client.getQueryData<Me>(meKey)), staleTime: 60_000 });
}

/** Whoever was signed in stays on the page with all that was typed; that it is over is said by the seconds left. */
async function whoIsHere(before: Me | undefined): Promise<Me> {
  const now = await api.get<Me>("/api/me").catch((error: unknown) => recall<Me>("/api/me", error));
  if (now.signedIn && now.roles.includes("inspector")) {
    keepAnswers();
    await keep("/api/me", now);
  }
  return !now.signedIn && before?.signedIn === true ? { ...before, secondsLeft: 0 } : now;
}

/** Another hour, here and at the identity service; refused as not signed in when it is too late. */
export const stay = () => api.post<Me>("/api/me/stay");

/** The roles of whoever is signed in, as a test: `has("party-office")`. */
export function useRoles() {
  const roles = useMe().data?.roles ?? [];
  return {
    roles,
    has: (...wanted: Role[]) => wanted.some((role) => roles.includes(role)),
  };
}

/** Ends the session here and at Keycloak, then shows the public front page, or goes where it is said. */
export function useSignOut() {
  const queries = useQueryClient();
  return async (onLeaving: () => void, then?: string) => {
    if (!(await session.mayLeave())) {
      return;
    }
    onLeaving();
    const response = await fetch("/logout", {
      method: "POST",
      credentials: "same-origin",
      redirect: "manual",
      headers: { accept: "application/json", "x-xsrf-token": csrfToken() },
    });
    queries.clear();
    windows.postMessage("signed-out");
    location.assign(then ?? response.headers.get("location") ?? "/");
  };
}

const endingListeners = new Set<() => void>();
const leavingListeners = new Set<() => Promise<boolean>>();

const windows = new BroadcastChannel("sihong-session");

export const session = {
  /** Drafts are sent once more before the session ends. */
  announceEnding: () => endingListeners.forEach((listener) => listener()),
  onEnding(listener: () => void) {
    endingListeners.add(listener);
    return () => void endingListeners.delete(listener);
  },
  /** Asked before somebody signs out: false keeps them here. What this device keeps of them is cleared on the way. */
  onLeaving(listener: () => Promise<boolean>) {
    leavingListeners.add(listener);
    return () => void leavingListeners.delete(listener);
  },
  mayLeave: async () => (await Promise.all([...leavingListeners].map((listener) => listener()))).every(Boolean),
  /** Told by the window in which somebody signed in again, heard by the window in which work waits. */
  announceSignedIn: () => windows.postMessage("signed-in"),
  onSignedIn: (listener: () => void) => heard("signed-in", listener),
  /** Somebody signed out in another window; nothing of theirs is left standing here. */
  onSignedOut: (listener: () => void) => heard("signed-out", listener),
};

function heard(word: "signed-in" | "signed-out", listener: () => void) {
  const hear = (event: MessageEvent) => event.data === word && listener();
  windows.addEventListener("message", hear);
  return () => windows.removeEventListener("message", hear);
}
