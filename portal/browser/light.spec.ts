import { expect, type Page } from "@playwright/test";
import { people, signedIn } from "./people";
import { test } from "./story";

/** What makes a page quick whatever machine it is measured on. The times themselves are asked for by `npm run speed`. */

/** Requests and compressed bytes of a first visit until the page stands, with room for a few words more. */
const firstVisits: [string, { requests: number; bytes: number }][] = [
  ["/", { requests: 10, bytes: 30_000 }],
  ["/notices", { requests: 10, bytes: 30_000 }],
  ["/verify", { requests: 10, bytes: 30_000 }],
  ["/brands", { requests: 10, bytes: 30_000 }],
  ["/app/", { requests: 30, bytes: 330_000 }],
];

for (const [address, most] of firstVisits) {
  test(`a first visit to ${address} fetches little`, async ({ page }) => {
    const answered: Promise<number>[] = [];
    page.on("requestfinished", (request) => answered.push(request.sizes().then((sizes) => sizes.responseBodySize)));
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    const bytes = (await Promise.all(answered)).reduce((sum, one) => sum + one, 0);
    expect(answered.length, "requests").toBeLessThanOrEqual(most.requests);
    expect(bytes, "bytes").toBeLessThanOrEqual(most.bytes);
  });
}

/** Collects how far things moved that stood already; what a tap moves counts too, for a slow answer comes after it. */
function watchShifts() {
  const moved: { share: number; what: string }[] = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node: Node | null }[] })[]) {
      moved.push({ share: entry.value, what: entry.sources.map(({ node }) => node?.textContent?.slice(0, 20) ?? "").join(" | ") });
    }
  }).observe({ type: "layout-shift", buffered: true });
  (globalThis as unknown as { moved: typeof moved }).moved = moved;
}

const movedOn = (page: Page) => page.evaluate(() => (globalThis as unknown as { moved: { share: number; what: string }[] }).moved.splice(0));

async function standsStill(page: Page) {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(page.locator(".ant-skeleton")).toHaveCount(0);
  const moved = await movedOn(page);
  expect(moved.reduce((sum, one) => sum + one.share, 0), `moved: ${moved.map((one) => one.what).join("; ")}`).toBeLessThanOrEqual(0.1);
}

test("the public pages stand still on a phone while they come", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(watchShifts);
  for (const [address] of firstVisits) {
    await test.step(address, async () => {
      await page.goto(address);
      await standsStill(page);
    });
  }
});

for (const role of ["office", "secretary"] as const) {
  test(`no page in the menu of ${role} moves on a phone while it comes`, async ({ browser }) => {
    const page = await signedIn(browser, people[role]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript(watchShifts);
    await page.goto("/app/");
    await standsStill(page);
    const addresses = await page.locator("nav a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      await test.step(address, async () => {
        await page.getByRole("button", { name: "打开菜单" }).click();
        await page.locator(`dialog a[href="${address}"]`).click();
        await expect(page).toHaveURL((url) => url.pathname.replace(/\/$/, "") === address.replace(/\/$/, ""));
        await standsStill(page);
      });
    }
    await page.context().close();
  });
}
