import { expect } from "@playwright/test";
import { forEverybody, people, signedIn } from "./people";
import { test } from "./story";

test("an officer begins next year's programme, changes it, and finds it as it was left", async ({ browser }) => {
  const office = await signedIn(browser, people.office);
  await office.goto("/app/programmes");
  await office.getByRole("button", { name: "新建方案" }).click();
  const dialog = office.getByRole("dialog");
  await dialog.getByLabel("年度").fill("2031");
  await dialog.getByRole("button", { name: "新建方案" }).click();
  await expect(office.getByRole("heading", { level: 1 })).toContainText("2031年度");

  await office.getByLabel("突出党员名额").fill("12");
  await office.getByLabel("每校填报时间上限").fill("300");
  await expect(office.getByText("超过上限：请精简申报表")).toBeVisible();
  await office.getByRole("button", { name: "保存草稿" }).click();
  await expect(office.getByText("已保存")).toBeVisible();
  await office.reload();
  await expect(office.getByLabel("突出党员名额")).toHaveValue("12");
  await expect(office.getByLabel("每校填报时间上限")).toHaveValue("300");

  // nothing of the legal basis was said, so that it is not issued, and each field says what it lacks
  await office.getByRole("button", { name: "发布方案" }).click();
  await office.locator(".ant-modal-confirm").getByRole("button", { name: "发布方案" }).click();
  await expect(office.getByText("请填写批准机关。").first()).toBeVisible();
  await forEverybody(office);
});

test("a school confirms that it has read the programme, and the bureau sees how many did", async ({ browser }) => {
  const secretary = await signedIn(browser, people.secretary);
  await secretary.goto("/app/programmes");
  await secretary.getByRole("link", { name: /演示/ }).first().click();
  const confirmed = secretary.getByText(/确认研读现行版/);
  await expect(confirmed.or(secretary.getByRole("button", { name: "已研读，确认" }))).toBeVisible();
  if (!(await confirmed.isVisible())) {
    await secretary.getByRole("button", { name: "已研读，确认" }).click();
  }
  await expect(confirmed).toBeVisible();

  const office = await signedIn(browser, people.office);
  await office.goto(new URL(secretary.url()).pathname);
  await expect(office.getByText(/[1-9]\d* \/ \d+ 所学校已研读现行版/)).toBeVisible();
  await expect(office.getByText("第 1 版").last()).toBeVisible();
  await office.getByRole("button", { name: "更正方案" }).click();
  await office.getByRole("button", { name: "试算名额" }).click();
  await office.getByRole("dialog").getByRole("button", { name: /^试\s?算$/ }).click();
  await expect(office.getByRole("dialog").getByRole("row", { name: /红色课堂/ })).toBeVisible();
});

test("anybody reads the programme without signing in, and where the year stands", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "日程、名额和规则" }).click();
  await page.getByRole("main").getByRole("link", { name: /演示/ }).first().click();
  await expect(page.getByText("演示数据，不代表真实评选")).toBeVisible();
  await expect(page.getByRole("row", { name: /红色课堂/ })).toContainText("最多");
  await expect(page.getByText(/得分相同的，/)).toBeVisible();
  await expect(page.getByText("第 1 版").last()).toBeVisible();
  await expect(page.locator("[aria-current=step]").first()).toContainText("现在");
  await forEverybody(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toBeHidden();
});
