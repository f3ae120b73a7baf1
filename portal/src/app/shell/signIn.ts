/** The gateway brings people back with this word when the identity service turned them away. */
export const signInFailed = new URLSearchParams(location.search).get("signIn") === "failed";

/** Where people sign in, from which they come back to this address. */
export function signInAddress(returnTo: string) {
  return `/oauth2/authorization/keycloak?returnTo=${encodeURIComponent(returnTo)}`;
}
