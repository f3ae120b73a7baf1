import { test as told } from "@playwright/test";

/** A story; when it is over its people go home, so that no page of theirs goes on asking and keeps the machine from the next. */
export const test = told.extend<{ goneHome: undefined }>({
  goneHome: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
