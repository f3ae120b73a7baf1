import { type APIResponse, expect, type Page } from "@playwright/test";

/** A request of whoever is signed in on this page, as the portal itself would make it. */
export async function request(page: Page, method: "GET" | "POST", path: string, data?: object): Promise<APIResponse> {
  const token = (await page.context().cookies()).find(({ name }) => name === "XSRF-TOKEN")?.value ?? "";
  return page.request.fetch(path, { method, headers: { "x-xsrf-token": decodeURIComponent(token) }, ...(data === undefined ? {} : { data }) });
}

/** The same, of which a refusal ends the story. */
export async function call<T>(page: Page, method: "GET" | "POST", path: string, data?: object): Promise<T> {
  const answer = await request(page, method, path, data);
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

type Terms = { title: string; demonstration: boolean; windows: { opensOn: string; closesOn: string }[] };

/** A rehearsal of its own, all of whose windows are open now; it belongs to a year long past, so that no page takes it for this year's. */
export async function aRehearsal(office: Page, title: string): Promise<string> {
  const id = crypto.randomUUID();
  const terms = await call<Terms>(office, "GET", "/api/programmes/presets/seed?year=2021");
  const drafted = await call<{ version: number }>(office, "POST", "/api/programmes", {
    ...terms,
    id,
    title,
    demonstration: true,
    windows: terms.windows.map((window) => ({ ...window, opensOn: day(-1), closesOn: day(60) })),
    legalBasis: { mode: "APPROVED", documentNumber: "演教党〔2021〕1号", approvedBy: "演示机关", approvedOn: day(-1), listItem: "演示项目" },
    weights: { mutualReview: 40, appraisal: 0, acceptance: 60, supervision: 0 },
  });
  await call(office, "POST", `/api/programmes/${id}/publish`, { version: drafted.version });
  return id;
}
