import { type APIRequestContext, type APIResponse, expect, type Page } from "@playwright/test";
import { aSession, whoIs } from "./door";

/** Whoever is signed in: on a page, or without one. */
export type Person = Page | APIRequestContext;

type Method = "GET" | "POST" | "PUT";

/** Whoever came without a browser, kept: somebody's eleventh session ends their first, on whose page another story may stand. */
const desks = new Map<string, APIRequestContext>();

/** Somebody of whom no page is told. */
export async function withoutPages(username: string): Promise<APIRequestContext> {
  const kept = desks.get(username);
  if (kept !== undefined && (await whoIs(kept)) === username) {
    return kept;
  }
  const person = await aSession(username);
  desks.set(username, person);
  return person;
}

/** A request of whoever is signed in, as the portal itself would make it. */
export async function request(person: Person, method: Method, path: string, data?: object): Promise<APIResponse> {
  const sender = "request" in person ? person.request : person;
  const token = (await sender.storageState()).cookies.find(({ name }) => name === "XSRF-TOKEN")?.value ?? "";
  return sender.fetch(path, { method, headers: { "x-xsrf-token": decodeURIComponent(token) }, ...(data === undefined ? {} : { data }) });
}

/** The same, of which a refusal ends the story. */
export async function call<T>(person: Person, method: Method, path: string, data?: object): Promise<T> {
  const answer = await request(person, method, path, data);
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

type Terms = { title: string; demonstration: boolean; windows: { opensOn: string; closesOn: string }[] };

const usual = { mutualReview: 40, appraisal: 0, acceptance: 60, supervision: 0 };

/** The draft of a rehearsal, all of whose windows are open now; it belongs to a year long past, so that no page takes it for this year's. */
export async function aProgramme(office: Person, title: string, weights = usual): Promise<{ id: string; version: number }> {
  const terms = await call<Terms>(office, "GET", "/api/programmes/presets/seed?year=2021");
  return call(office, "POST", "/api/programmes", {
    ...terms,
    id: crypto.randomUUID(),
    title,
    demonstration: true,
    windows: terms.windows.map((window) => ({ ...window, opensOn: day(-1), closesOn: day(60) })),
    legalBasis: { mode: "APPROVED", documentNumber: "演教党〔2021〕1号", approvedBy: "演示机关", approvedOn: day(-1), listItem: "演示项目" },
    weights,
  });
}

/** The same, issued. */
export async function aRehearsal(office: Person, title: string, weights = usual): Promise<string> {
  const { id, version } = await aProgramme(office, title, weights);
  await call(office, "POST", `/api/programmes/${id}/publish`, { version });
  return id;
}
