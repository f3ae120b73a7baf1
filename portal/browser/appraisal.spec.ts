import { expect, type Page } from "@playwright/test";
import { mySchool, people, signedIn, watched } from "./people";
import { test } from "./story";
import { workbook } from "./workbook";

const overlay = (page: Page) => page.locator(".ant-modal-confirm");

test("an appraisal from its plan to a receipt: the office plans, the school names who votes, a member and a guard vote", async ({ browser }, story) => {
  // a school's electorate is asked once, so that a second try asks another
  const [electorate, others] = story.retry === 0 ? ["教职工群众", "党员"] : ["党员", "教职工群众"];
  const clerk = await signedIn(browser, people.infoOfficer);
  const office = await signedIn(browser, people.office);
  const errors = watched(office);
  await office.goto("/app/appraisals");
  await office.getByRole("button", { name: "安排评议" }).first().click();
  const planning = office.getByRole("dialog");
  await planning.getByLabel("家长").uncheck();
  await planning.getByLabel(others, { exact: true }).uncheck();
  await planning.getByText("只选部分").click();
  const school = await mySchool(clerk);
  const schools = planning.getByRole("combobox", { name: "学校" });
  await schools.fill(school);
  await office.locator(".ant-select-item-option", { hasText: school }).first().click();
  await schools.press("Escape");
  await expect(planning.getByText("将安排 1 次评议")).toBeVisible();
  await planning.getByRole("button", { name: "安排评议" }).click();
  const row = office.getByRole("link", { name: `${school} · ${electorate}` }).last();
  await expect(row).toBeVisible();
  const address = (await row.getAttribute("href")) ?? "";

  await clerk.goto(address);
  await clerk.locator("input[type=file]").setInputFiles({ name: "评议名册.xlsx", mimeType: "application/octet-stream", buffer: workbook("名册", [["姓名", "用户名"], ["信息员", people.infoOfficer], ["赵门卫", ""]]) });
  await clerk.getByRole("button", { name: /核\s?对/ }).click();
  await expect(clerk.getByText("核对通过：2 人，其中 1 人用账号投票，1 人凭编码票投票。")).toBeVisible();
  await clerk.getByRole("button", { name: /导\s?入/ }).last().click();
  await overlay(clerk).getByRole("button", { name: /导\s?入/ }).click();
  await expect(clerk.getByText("名册上有 2 人")).toBeVisible();

  await office.goto(address);
  await office.getByRole("button", { name: "正式开始投票" }).click();
  await overlay(office).getByRole("button", { name: "正式开始投票" }).click();
  await expect(office.getByText("收回 0 / 应参加 2").first()).toBeVisible();
  const download = office.waitForEvent("download");
  await office.getByLabel("印制张数").fill("1");
  await office.getByRole("button", { name: "生成编码票（PDF）" }).click();
  expect((await download).suggestedFilename()).toContain("编码票.pdf");
  expect(errors).toEqual([]);

  await clerk.goto("/app/ballots");
  await clerk.getByRole("link", { name: "去投票" }).last().click();
  await clerk.getByRole("button", { name: "投票" }).click();
  await expect(clerk.getByText("这一项还没有选").first()).toBeVisible();
  await marks(clerk, "优秀");
  await clerk.getByRole("button", { name: "投票" }).click();
  await clerk.getByRole("button", { name: "确认投出" }).click();
  await expect(clerk.locator(".receipt")).toHaveText(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
  const receipt = await clerk.locator(".receipt").textContent();

  await clerk.reload();
  await marks(clerk, "弃权");
  await clerk.getByRole("button", { name: "投票" }).click();
  await clerk.getByRole("button", { name: "确认投出" }).click();
  await expect(clerk.getByText("每人只有一票")).toBeVisible();

  const guard = await (await browser.newContext()).newPage();
  await guard.goto(new URL(clerk.url()).pathname);
  await marks(guard, "合格");
  await guard.getByLabel("票上的编码").fill("0000-0000-0000-0000");
  await guard.getByRole("button", { name: "投票" }).click();
  await guard.getByRole("button", { name: "确认投出" }).click();
  await expect(guard.getByText("编码不存在或已使用过")).toBeVisible();
  expect(receipt).not.toBeNull();
});

/** The same mark for everything on the ballot. */
async function marks(page: Page, mark: string) {
  await expect(page.locator("fieldset").first()).toBeVisible();
  for (const subject of await page.locator("fieldset").all()) {
    await subject.getByText(mark, { exact: true }).click();
  }
}
