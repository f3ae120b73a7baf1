import { defineConfig } from "@playwright/test";

/** Stories told in a real browser to a running platform, which `./mvnw verify` does by itself: `SIHONG_PUBLIC_URL`, and `SIHONG_CHROMIUM` where it is not on the usual path. */
export default defineConfig({
  testDir: "browser",
  outputDir: "target/browser",
  // times mean something on a calm machine only: `npm run speed` asks for them
  testIgnore: process.env.SIHONG_SPEED === undefined ? ["speed.spec.ts"] : [],
  // two stories at a time, each file's one after the other: what builds on another stands in one file with it
  workers: 2,
  // a slow machine is no reason to fail: nothing here is about time
  timeout: 300_000,
  expect: { timeout: 30_000 },
  // a browser may stumble once; what is wrong stumbles twice
  retries: 1,
  reporter: [["list"]],
  use: {
    baseURL: process.env.SIHONG_PUBLIC_URL ?? "http://127.0.0.1:8080",
    locale: "zh-CN",
    // the workbench stands still for those who ask for it; what waits for no fading is told sooner
    contextOptions: { reducedMotion: "reduce" },
    viewport: { width: 1366, height: 900 },
    screenshot: "only-on-failure",
    // what hangs is told again in a minute, and not when the whole story's time is over
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    launchOptions: {
      executablePath: process.env.SIHONG_CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});
