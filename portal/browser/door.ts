import { type APIRequestContext, expect, request as requests } from "@playwright/test";

/** Everybody's password on a platform that was set up for showing and testing. */
export const PASSWORD = "sihong-demo";

/** Signs in at the real sign-in page without a browser, which is ten times as quick. */
export async function aSession(username: string): Promise<APIRequestContext> {
  const person = await requests.newContext({ baseURL: process.env.SIHONG_PUBLIC_URL ?? "http://127.0.0.1:8080" });
  // of two who give the same name in the same moment the sign-in page turns one away, as it would somebody who tries passwords
  await expect.poll(() => triesTheDoor(person, username), { timeout: 60_000 }).toBe(username);
  return person;
}

async function triesTheDoor(person: APIRequestContext, username: string) {
  const door = await (await person.get("/oauth2/authorization/keycloak?returnTo=%2Fapp")).text();
  const address = /<form[^>]* action="([^"]+)"/.exec(door)?.[1]?.replaceAll("&amp;", "&") ?? "";
  await person.post(address, { form: { username, password: PASSWORD } });
  return whoIs(person);
}

/** Whose session it is; nobody's, when it is over. */
export async function whoIs(person: APIRequestContext) {
  return ((await (await person.get("/api/me")).json()) as { username?: string }).username;
}
