import { expect, type Page } from "@playwright/test";
import { people, signedIn } from "./people";
import { test } from "./story";

/**
 * What a visitor with a middling phone and a slow line waits for, held to the limits: `npm run speed`, on a calm
 * machine. Public pages and the door are measured as a first visit, nothing cached; the workbench as it is reached,
 * through the door.
 */
const limits = { lcp: 2_500, inp: 200, cls: 0.1 };

/** A phone of the middle class, on slow 4G: four times slower than this machine, 1.6 Mbit/s, 150 ms there and back. */
async function likeAPhone(page: Page, { cache } = { cache: false }) {
  await page.setViewportSize({ width: 390, height: 844 });
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: !cache });
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 750_000 / 8 });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}

type Vitals = { lcp: number; heading: number; inp: number; cls: number };

/**
 * Watches from the first moment: the largest paint, the page's heading (a placeholder's words may be the largest paint,
 * and nobody came for them), the longest interaction, the worst run of shifts (ms, ms, ms, share).
 */
function watchVitals() {
  const vitals = { lcp: 0, heading: 0, inp: 0, cls: 0 };
  const headed = new MutationObserver(() => {
    if (document.querySelector("h1") !== null) {
      vitals.heading = performance.now();
      headed.disconnect();
    }
  });
  headed.observe(document, { childList: true, subtree: true });
  let shifts = 0;
  let began = 0;
  let last = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      vitals.lcp = entry.startTime;
    }
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
      if (entry.interactionId > 0) {
        vitals.inp = Math.max(vitals.inp, entry.duration);
      }
    }
  }).observe({ type: "event", buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) {
        if (entry.startTime - last > 1_000 || entry.startTime - began > 5_000) {
          shifts = 0;
          began = entry.startTime;
        }
        last = entry.startTime;
        shifts += entry.value;
        vitals.cls = Math.max(vitals.cls, shifts);
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
  (globalThis as unknown as { vitals: Vitals }).vitals = vitals;
}

async function measured(page: Page, address: string, act: (page: Page) => Promise<void>): Promise<Vitals> {
  await page.addInitScript(watchVitals);
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  await act(page);
  await page.waitForTimeout(500);
  return page.evaluate(() => (globalThis as unknown as { vitals: Vitals }).vitals);
}

// oxlint-disable-next-line no-console -- the figures are what this is for
const say = (line: string) => console.log(line);

function judge(address: string, vitals: Vitals) {
  say(`speed ${address}: LCP ${Math.round(vitals.lcp)} ms, heading ${Math.round(vitals.heading)} ms, INP ${Math.round(vitals.inp)} ms, CLS ${vitals.cls.toFixed(3)}`);
  expect(vitals.lcp, "nothing was painted").toBeGreaterThan(0);
  expect.soft(vitals.cls, "shift").toBeLessThanOrEqual(limits.cls);
  expect.soft(vitals.lcp, "largest paint").toBeLessThanOrEqual(limits.lcp);
  expect.soft(vitals.inp, "interaction").toBeLessThanOrEqual(limits.inp);
}

const openings: [string, (page: Page) => Promise<void>][] = [
  ["/", (page) => page.getByRole("button", { name: "大字版" }).click()],
  ["/notices", (page) => page.getByRole("button", { name: "大字版" }).click()],
  ["/verify", (page) => page.getByLabel("证书编号").pressSequentially("SH2026")],
  ["/brands", (page) => page.getByRole("button", { name: "大字版" }).click()],
];

test("the public pages come quickly and stand still on a phone", async ({ browser }) => {
  for (const [address, act] of openings) {
    const page = await (await browser.newContext()).newPage();
    await likeAPhone(page);
    judge(address, await measured(page, address, act));
    await page.context().close();
  }
});

/** As people come: the door on a first visit, then the workbench with what the door has brought already. */
test("the workbench comes quickly and stands still on a phone", async ({ browser }) => {
  const stranger = await (await browser.newContext()).newPage();
  await likeAPhone(stranger);
  judge("/app/ (door)", await measured(stranger, "/app/", (page) => page.keyboard.press("Tab")));
  await stranger.context().close();

  const clerk = await signedIn(browser, people.infoOfficer);
  await likeAPhone(clerk, { cache: true });
  for (const address of ["/app/", "/app/applications"]) {
    judge(
      address,
      await measured(clerk, address, async (page) => {
        await page.getByRole("button", { name: "打开菜单" }).click();
        await page.getByRole("dialog").getByRole("link", { name: "日程" }).click();
      }),
    );
  }
  await clerk.context().close();
});
