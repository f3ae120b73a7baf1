import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page } from "@playwright/test";

/** Everybody's password on a platform that was set up for showing and testing. */
export const PASSWORD = "sihong-demo";

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

/** A browser of one person, who signed in at the real sign-in page. */
export async function signedIn(browser: Browser, username: string): Promise<Page> {
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

/** The name of the school for which somebody who is signed in acts. */
export async function mySchool(page: Page): Promise<string> {
  const [seat] = (await (await page.request.get("/api/organisations/mine")).json()) as { organisationId: string }[];
  const all = (await (await page.request.get("/api/organisations")).json()) as { id: string; name: string }[];
  const school = all.find((one) => one.id === seat?.organisationId);
  expect(school).toBeDefined();
  return school?.name ?? "";
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

/** As the picker writes it; a Wednesday, which no holiday but the longest touches. */
export function aWeekdayIn(days: number) {
  const day = new Date(Date.now() + days * 86_400_000);
  day.setDate(day.getDate() + ((3 - day.getDay() + 7) % 7));
  return `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
}

/** Chooses in the open window's select of this name. */
export async function choose(page: Page, field: string, choice: string) {
  const box = page.getByRole("dialog").last().getByRole("combobox", { name: field });
  await box.click();
  if (await box.isEditable()) {
    await box.fill(choice);
  }
  await page.locator(".ant-select-item-option:visible", { hasText: choice }).first().click();
}

/** The button of the confirmation that stands before everything else. */
export async function confirm(page: Page, name: RegExp | string) {
  await page.locator(".ant-modal-confirm").getByRole("button", { name }).click();
}
