import { expect } from "@playwright/test";
import { people, signedIn, watched } from "./people";
import { test } from "./story";

test("the office declares a working Saturday, and a school finds it in its year", async ({ browser }) => {
  const office = await signedIn(browser, people.office);
  const errors = watched(office);
  // a year that nothing else is about
  await office.goto("/app/calendar?year=2041");
  await office.getByRole("tab", { name: "放假与调休" }).click();
  const name = `国庆节调休上班 ${Date.now() % 100_000}`;
  await office.getByRole("button", { name: "登记放假或调休" }).click();
  const dialog = office.getByRole("dialog");
  await dialog.getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(dialog.locator(".ant-form-item-explain-error").first()).toBeVisible();
  // a day that opens under the pointer would stand in place of the one that is written
  await office.mouse.move(0, 0);
  for (const [at, day] of [[0, "2041年10月12日"], [1, "2041年10月13日"]] as const) {
    await dialog.locator(".ant-picker input").nth(at).fill(day);
    await dialog.locator(".ant-picker input").nth(at).press("Enter");
  }
  await dialog.getByText("上班", { exact: true }).click();
  await dialog.getByLabel("名称").fill(name);
  await dialog.getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(dialog).toBeHidden();
  await expect(office.locator("li.row", { hasText: name })).toContainText("10月12日—10月13日");
  expect(errors).toEqual([]);

  const secretary = await signedIn(browser, people.secretary);
  await secretary.goto("/app/calendar?year=2041");
  await expect(secretary.getByRole("tab", { name: "放假与调休" })).toHaveCount(0);
  await expect(secretary.locator(".agenda-day", { hasText: name })).toContainText("12日 周六");
  await secretary.getByRole("button", { name: "看2040年" }).click();
  await expect(secretary.locator(".agenda-day", { hasText: name })).toHaveCount(0);
});
