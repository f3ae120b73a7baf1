import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { call } from "./call";
import { aSession, PASSWORD } from "./door";

const of = (variable: string, usual: string) => process.env[variable] ?? usual;

/** Who takes part; the accounts of a school and a street differ from town to town. */
export const people = {
  office: "office",
  partyGroup: "group1",
  discipline: "discipline",
  inspector: "inspector1",
  archivist: "archivist",
  auditor: "auditor",
  sysAdmin: "sysadmin",
  secretary: of("SIHONG_SECRETARY", "ylx0101-sj"),
  infoOfficer: of("SIHONG_INFO_OFFICER", "ylx0101-xx"),
  reviewer: of("SIHONG_REVIEWER", "ylj01-sh"),
};

/** Who takes part besides them: a second one of a kind, a direct unit, and who looks after accounts. */
export const others = {
  /** Goes to schools together with the first inspector. */
  secondInspector: "inspector2",
  /** Looks through what the first member of the Party group brought about. */
  secondMember: "group2",
  secAdmin: "secadmin",
  directReviewer: of("SIHONG_DIRECT_REVIEWER", "ylz01-sh"),
  directSecretary: of("SIHONG_DIRECT_SECRETARY", "ylz01-sj"),
  directInfoOfficer: of("SIHONG_DIRECT_INFO_OFFICER", "ylz01-xx"),
};

/** A browser of one person, who signed in just now. */
export async function signedIn(browser: Browser, username: string): Promise<Page> {
  const session = await aSession(username);
  const context = await browser.newContext({ storageState: await session.storageState() });
  await session.dispose();
  const page = await context.newPage();
  await page.goto("/app/");
  await page.getByRole("navigation").first().waitFor();
  return page;
}

/** The same, by the way that people take: from the workbench's door to the sign-in page and back. */
export async function signedInAtTheDoor(browser: Browser, username: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto("/app/");
  await page.getByRole("link", { name: /登录/ }).or(page.getByRole("button", { name: /登录/ })).or(page.locator("#username")).first().waitFor();
  if ((await page.locator("#username").count()) === 0) {
    await page.getByRole("link", { name: /登录/ }).or(page.getByRole("button", { name: /登录/ })).first().click();
  }
  await page.locator("#username").fill(username);
  await page.locator("#password").fill(PASSWORD);
  await page.locator("[type=submit]").click();
  await page.getByRole("navigation").first().waitFor();
  return page;
}

/** Whoever takes part, by what they are here; they sign in one after the other. */
export async function together<K extends string, P>(signIn: (username: string) => Promise<P>, names: Record<K, string>) {
  const there: Partial<Record<K, P>> = {};
  for (const [who, username] of Object.entries<string>(names)) {
    there[who as K] = await signIn(username);
  }
  return there as Record<K, P>;
}

/** The name of the school for which somebody who is signed in acts. */
export async function mySchool(page: Page): Promise<string> {
  const [seat] = (await (await page.request.get("/api/organisations/mine")).json()) as { organisationId: string }[];
  const all = (await (await page.request.get("/api/organisations")).json()) as { id: string; name: string }[];
  const school = all.find((one) => one.id === seat?.organisationId);
  expect(school).toBeDefined();
  return school?.name ?? "";
}

/** The name by which somebody who is signed in is known. */
export async function nameOf(page: Page): Promise<string> {
  return ((await (await page.request.get("/api/me")).json()) as { name: string }).name;
}

/** The entries in the list of one's own tasks that lead to this. */
export const todo = (page: Page, id: string) => page.locator(`main a.row-title[href*="${id}"]`);

/** What of this name waits there for whoever is signed in, at whichever service. */
async function waiting(page: Page, id: string, what = "") {
  const sources = ["submission", "review", "award"] as const;
  const all = await Promise.all(sources.map((source) => call<{ link: string; title: string }[]>(page, "GET", `/api/tasks/${source}`)));
  return all.flat().filter(({ link, title }) => link.includes(id) && title.includes(what)).map(({ title }) => title);
}

/** Finds in the list of one's own tasks what waits there, as soon as every service has heard of it, and goes to do it. */
export async function takesUp(page: Page, id: string, what: string) {
  await expect.poll(() => waiting(page, id, what), { message: what, timeout: 60_000 }).not.toEqual([]);
  await page.goto("/app/");
  await todo(page, id).filter({ hasText: what }).first().click();
}

/** No longer in the list, as soon as every service has heard of it. */
export async function isDone(page: Page, id: string) {
  await expect.poll(() => waiting(page, id), { timeout: 60_000 }).toEqual([]);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "我的任务" })).toBeVisible();
  await expect(page.locator(".ant-skeleton")).toHaveCount(0);
  await expect(todo(page, id)).toHaveCount(0);
}

/** Errors a page met: thrown, printed, or answered by a service with a fault of its own. */
export function watched(page: Page) {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      errors.push(message.text());
    }
  });
  page.on("response", (response) => {
    if (response.status() >= 400) {
      errors.push(`${response.status()} ${response.url()}`);
    }
  });
  return errors;
}

/** Nothing that keeps somebody from reading or using the page (WCAG 2.2 AA), wide and on a phone. */
export async function forEverybody(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(" | ")}`)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.poll(overflow, { message: "wider than a phone" }).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1366, height: 900 });
}

/** So many days from today in China, as the picker writes it. */
export function aDayIn(days: number) {
  const day = new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

/** The same or up to six days later: a Wednesday, which no holiday but the longest touches. */
export function aWeekdayIn(days: number) {
  const weekday = new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).getUTCDay();
  return aDayIn(days + ((3 - weekday + 7) % 7));
}

/** Writes a day into its field, as the picker writes it. */
export async function writesDay(field: Locator, day: string) {
  await field.fill(day);
  await field.press("Enter");
  await expect(field).toHaveValue(day);
}

/** Chooses in the open window's select of this name; one that takes several stays open until something else is touched. */
export async function choose(page: Page, field: string, choice: string) {
  const dialog = page.getByRole("dialog").last();
  const box = dialog.getByRole("combobox", { name: field });
  await box.click();
  if (await box.isEditable()) {
    await box.fill(choice);
  }
  await page.locator(".ant-select-item-option:visible", { hasText: choice }).first().click();
  await dialog.locator(".ant-modal-title").click();
}

/** The button of the confirmation that stands before everything else. */
export async function confirm(page: Page, name: RegExp | string) {
  await page.locator(".ant-modal-confirm").getByRole("button", { name }).click();
}
