import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, csrfToken } from "../../api/http";
import type { Role } from "../../texts/zh-CN";

export type Me = { signedIn: boolean; subject?: string; name?: string; username?: string; roles: Role[] };

export const meKey = ["me"];

export function useMe() {
  return useQuery({ queryKey: meKey, queryFn: () => api.get<Me>("/api/me"), staleTime: 60_000 });
}

/** The roles of whoever is signed in, as a test: `has("party-office")`. */
export function useRoles() {
  const roles = useMe().data?.roles ?? [];
  return {
    roles,
    has: (...wanted: Role[]) => wanted.some((role) => roles.includes(role)),
  };
}

/** The gateway brings people back with this word when the identity service turned them away. */
export const signInFailed = new URLSearchParams(location.search).get("signIn") === "failed";

export function signInAddress(returnTo: string) {
  return `/oauth2/authorization/keycloak?returnTo=${encodeURIComponent(returnTo)}`;
}

/** Ends the session here and at Keycloak, then shows the public front page. */
export function useSignOut() {
  const queries = useQueryClient();
  return async () => {
    const response = await fetch("/logout", {
      method: "POST",
      credentials: "same-origin",
      redirect: "manual",
      headers: { accept: "application/json", "x-xsrf-token": csrfToken() },
    });
    queries.clear();
    location.assign(response.headers.get("location") ?? "/");
  };
}

const signedInAgain = new BroadcastChannel("sihong-session");

/** Told by the window in which somebody signed in again, heard by the window in which work waits. */
export const session = {
  announceSignedIn: () => signedInAgain.postMessage("signed-in"),
  onSignedIn(listener: () => void) {
    signedInAgain.addEventListener("message", listener);
    return () => signedInAgain.removeEventListener("message", listener);
  },
};
