import { expect } from "@playwright/test";
import { forEverybody, people, signedIn, watched } from "./people";
import { test } from "./story";

/** A page looks alike to all who see it; who may do more sees more buttons of the same kind. */
const examined = new Set<string>();

for (const [role, username] of Object.entries(people)) {
  test(`every page in the menu of ${role} opens without an error and can be used by everybody`, async ({ browser }) => {
    test.slow(); // the bureau's office has thirty pages, and each is looked through
    const page = await signedIn(browser, username);
    const errors = watched(page);
    const addresses = await page.getByRole("navigation").first().getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of new Set([...addresses, "/app/notifications"])) {
      await test.step(address, async () => {
        // by its link, as people go: a page loaded anew for each of them took half of all stories' time
        await page.locator(`a[href="${address}"]`).first().click();
        await expect(page).toHaveURL((url) => url.pathname.replace(/\/$/, "") === address.replace(/\/$/, ""));
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.locator(".ant-skeleton")).toHaveCount(0);
        expect(errors).toEqual([]);
        if (!examined.has(address)) {
          examined.add(address);
          await forEverybody(page);
        }
      });
    }
    await page.context().close();
  });
}

for (const address of ["/", "/programme", "/notices", "/verify", "/brands", "/objections", "/ballot/00000000-0000-0000-0000-000000000000"]) {
  test(`the public page ${address} can be used by everybody`, async ({ page }) => {
    await page.goto(address);
    await page.waitForLoadState("networkidle");
    await expect(page.locator("main")).not.toBeEmpty();
    await forEverybody(page);
  });
}
