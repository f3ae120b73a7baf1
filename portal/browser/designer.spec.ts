import { expect, type Page } from "@playwright/test";
import { confirm, forEverybody, people, signedIn } from "./people";
import { test } from "./story";

test("an officer designs the next version of a form by keyboard, tries it as applicants will, and issues it", async ({ browser }) => {
  const office = await signedIn(browser, people.office);
  await office.goto("/app/programmes");
  await office.getByRole("link", { name: /演示/ }).first().click();
  await office.getByRole("link", { name: "查看红色基地申报表" }).click();
  await expect(office.getByText("本方案使用这一版")).toBeVisible();
  await office.getByRole("button", { name: "制作新版" }).click();
  await beginsAnew(office);
  const publish = office.getByRole("button", { name: /^发布第 \d+ 版$/ });
  await expect(publish).toBeDisabled();

  // a question of a new kind, required, with a limit
  await office.getByRole("button", { name: "添加栏目" }).first().click();
  await office.getByRole("menuitem", { name: "整数" }).click();
  const dialog = office.getByRole("dialog");
  const label = `每年接待批次 ${Date.now()}`;
  await dialog.getByLabel("栏目名称").fill(label);
  await dialog.getByLabel("最大").fill("365");
  await dialog.getByRole("button", { name: /确\s?定/ }).click();
  await expect(dialog).toBeHidden();

  // moved by keyboard, and the keyboard stays with it
  const up = office.getByRole("button", { name: `上移“${label}”` });
  await up.focus();
  await office.keyboard.press("Enter");
  await expect(office.getByRole("status").filter({ hasText: label })).toHaveText(/第 \d+ 项/);
  await expect(up).toBeFocused();
  await forEverybody(office);

  // kept while it grows: who is called away finds it again, and nobody else does
  await expect(office.getByText(/已保存/)).toBeVisible();
  await office.reload();
  await expect(office.getByText("接着上次的草稿改")).toBeVisible();
  await office.getByRole("tab", { name: "预览" }).click();
  await expect(office.getByRole("spinbutton", { name: label })).toBeVisible();
  await publish.click();
  await confirm(office, /^发布第 \d+ 版$/);
  await expect(office.getByText(/本方案使用第 \d+ 版；要换版/)).toBeVisible();
  await expect(office.getByRole("spinbutton", { name: label })).toBeVisible();
});

test("what every form must ask cannot be taken out of it", async ({ browser }) => {
  const office = await signedIn(browser, people.office);
  await office.goto("/app/forms/RED_GARDENER/1/next");
  await expect(office.getByRole("button", { name: "删除“姓名”" })).toBeDisabled();
  await office.getByRole("button", { name: "修改“姓名”" }).click();
  await expect(office.getByRole("checkbox", { name: "必须填写" })).toBeDisabled();
});

test("a rubric is read with what points look like, and its next edition must add up to a hundred", async ({ browser }) => {
  const office = await signedIn(browser, people.office);
  await office.goto("/app/programmes");
  await office.getByRole("link", { name: /演示/ }).first().click();
  await office.getByRole("link", { name: /^查看红色园丁评分/ }).click();
  await expect(office.getByText("“理想信念坚定”访谈对象普遍了解并能举出亲历的事例，评价一致")).toBeVisible();
  await forEverybody(office);
  await office.getByRole("button", { name: "制作新版" }).click();
  await beginsAnew(office);
  await expect(office.getByText("合计 100 分")).toBeVisible();
  await office.getByLabel("满分").first().fill("7");
  await expect(office.getByText(/各项满分合计须为 100 分，现在是 99 分。/)).toBeVisible();
  await expect(office.getByRole("button", { name: /^发布第 \d+ 版$/ })).toBeDisabled();
  await forEverybody(office);

  // left, found again, and thrown away
  await expect(office.getByText(/已保存/)).toBeVisible();
  await office.reload();
  await expect(office.getByText("合计 99 分")).toBeVisible();
  await drops(office);
  await expect(office.getByText("合计 100 分")).toBeVisible();
});

test("a secretary reads the form and finds nothing to change in it", async ({ browser }) => {
  const secretary = await signedIn(browser, people.secretary);
  await secretary.goto("/app/forms/RED_BASE/1");
  await expect(secretary.getByRole("heading", { level: 1 })).toContainText("红色基地申报表");
  await expect(secretary.getByRole("button", { name: "制作新版" })).toHaveCount(0);
});

/** At the version that holds, whatever was left unpublished before. */
async function beginsAnew(office: Page) {
  await expect(office.getByRole("heading", { level: 1 })).toContainText("制作第");
  if (await office.getByRole("button", { name: "丢弃草稿" }).isVisible()) {
    await drops(office);
  }
}

async function drops(office: Page) {
  const drop = office.getByRole("button", { name: "丢弃草稿" });
  await drop.click();
  await confirm(office, "丢弃草稿");
  await expect(drop).toHaveCount(0);
}
