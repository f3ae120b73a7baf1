import { expect } from "@playwright/test";
import { people, signedIn, watched } from "./people";
import { test } from "./story";

test("the auditor reads the year in numbers, each picture with its figures, and takes them along", async ({ browser }) => {
  const page = await signedIn(browser, people.auditor);
  const errors = watched(page);
  await page.goto("/app/statistics");
  const card = page.locator(".ant-card", { has: page.getByRole("heading", { name: "分级参与" }) });
  await expect(card.locator(".chart svg")).toBeVisible();
  const whole = card.getByRole("row", { name: /^全局合计/ });
  await expect(whole).toBeHidden();
  await card.getByText("查看数据表").click();
  await expect(whole).toBeVisible();
  await expect(page.locator("dl.totals").first()).toContainText((await whole.getByRole("cell").first().innerText()).trim());

  const indicators = page.locator(".ant-card", { has: page.getByRole("heading", { name: "指标得分" }) });
  await indicators.getByText("红色书屋", { exact: true }).click();
  await expect(indicators.locator(".chart svg")).toContainText("%");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /导出全部数字/ }).click();
  expect((await download).suggestedFilename()).toContain(".xlsx");
  expect(errors).toEqual([]);
});
