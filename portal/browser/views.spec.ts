import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { forEverybody, others, people, signedIn, watched } from "./people";
import { test } from "./story";

const open = async (page: Page, button: RegExp) => page.getByRole("button", { name: button }).click();

const list = (page: Page) => page.locator("main ul.rows > li");

/** What an address says, in whatever order. */
const said = (url: URL) => [...url.searchParams].map(String).toSorted().join(" ");

test("a view is saved, is there after signing in anew, and is nobody else's", async ({ browser }) => {
  const name = `红课 ${Date.now() % 100_000}`;
  const page = await signedIn(browser, people.office);
  const errors = watched(page);
  await page.goto("/app/applications?category=RED_CLASSROOM");
  await expect(list(page).filter({ hasText: "更新于" }).first()).toBeVisible();
  await open(page, /^显示项/);
  await expect(page.getByRole("checkbox", { name: "名称" })).toBeDisabled();
  await page.getByRole("checkbox", { name: "更新时间" }).uncheck();
  await page.getByRole("checkbox", { name: "学校" }).uncheck();
  await expect(page).toHaveURL(/hide=changed%2Cschool/);
  await forEverybody(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "显示项（隐藏 2）" })).toBeFocused();
  await expect(list(page).first()).toBeVisible();
  await expect(list(page).filter({ hasText: "更新于" })).toHaveCount(0);

  await open(page, /^视图$/);
  await open(page, /^保存当前视图$/);
  await page.getByRole("dialog").getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(page.getByRole("dialog")).toContainText("请填写");
  await page.getByRole("dialog").getByLabel("名称").fill(name);
  await page.getByRole("dialog").getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  const kept = new URL(page.url());
  await page.context().close();

  const later = await signedIn(browser, people.office);
  await later.goto("/app/applications");
  await open(later, /^视图$/);
  await expect(later.getByRole("img", { name: "正在查看" })).toHaveCount(0);
  await later.getByRole("link", { name }).click();
  await expect(later).toHaveURL((url) => said(url) === said(kept));
  await expect(later.getByRole("button", { name: "显示项（隐藏 2）" })).toBeVisible();
  await open(later, /^视图$/);
  await expect(later.getByRole("link", { name }).getByRole("img", { name: "正在查看" })).toBeVisible();
  await forEverybody(later);

  const colleague = await signedIn(browser, people.partyGroup);
  await colleague.goto(`/app/applications${kept.search}`);
  await expect(colleague.getByRole("button", { name: "显示项（隐藏 2）" })).toBeVisible();
  await open(colleague, /^视图$/);
  await expect(colleague.getByRole("button", { name: "保存当前视图" })).toBeEnabled();
  await expect(colleague.getByRole("link", { name })).toHaveCount(0);
  await colleague.context().close();

  await later.getByRole("button", { name: `删除：${name}` }).click();
  await expect(later.getByRole("button", { name: `撤销删除：${name}` })).toBeFocused();
  await later.keyboard.press("Enter");
  await expect(later.getByRole("link", { name })).toBeVisible();
  await later.getByRole("button", { name: `删除：${name}` }).click();
  await expect(later.getByRole("link", { name })).toHaveCount(0);
  await later.context().close();
  expect(errors).toEqual([]);
});

test("a view is renamed by keyboard, and one of the same name takes its place", async ({ browser }) => {
  const name = `督查 ${Date.now() % 100_000}`;
  const page = await signedIn(browser, others.secondMember);
  const save = async () => {
    await open(page, /^视图$/);
    await open(page, /^保存当前视图$/);
    await page.getByRole("dialog").getByLabel("名称").fill(name);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.getByRole("button", { name: /^视图$/ })).toBeFocused();
  };
  await page.goto("/app/findings?source=SUPERVISION");
  await save();
  await page.goto("/app/findings?source=INSPECTION");
  await save();
  await open(page, /^视图$/);
  await expect(page.getByRole("link", { name })).toHaveCount(1);
  await expect(page.getByRole("link", { name })).toHaveAttribute("href", /source=INSPECTION/);

  await page.getByRole("button", { name: `重命名：${name}` }).press("Enter");
  await page.getByRole("dialog").getByLabel("名称").fill(`${name}改`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: `${name}改` })).toBeVisible();
  await page.getByRole("button", { name: `删除：${name}改` }).click();
  await expect(page.getByRole("button", { name: `撤销删除：${name}改` })).toBeVisible();
  await page.context().close();
});

test("a list is taken along as it stands: what the filters let through, in the columns that are shown", async ({ browser }) => {
  const page = await signedIn(browser, people.office);
  await page.goto("/app/applications?category=RED_CLASSROOM&hide=changed,number");
  await expect(list(page).first()).toBeVisible();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出" }).click();
  const taken = await coming;
  expect(taken.suggestedFilename()).toMatch(/^申报 \d{4}-\d\d-\d\d\.csv$/);
  const [names, ...lines] = (await readFile(await taken.path(), "utf8")).trim().split("\r\n");
  expect(names).toBe("名称,类别,学校,推荐排序,状态");
  expect(lines.length).toBeGreaterThanOrEqual(await list(page).count());
  expect(lines.every((line) => line.includes(",红色课堂,"))).toBe(true);
  await expect(page.getByText(`已导出 ${lines.length} 条，每条 5 项`)).toBeVisible();
  await page.context().close();
});

test("an application is found by its number among all, and the address keeps what was looked for", async ({ browser }) => {
  const page = await signedIn(browser, people.office);
  await page.goto("/app/applications?state=HONOURED");
  const words = page.getByRole("textbox", { name: "按名称、编号或学校查找" }).or(page.getByRole("searchbox", { name: "按名称、编号或学校查找" }));
  const number = await list(page).first().locator(".row-facts .number").innerText();
  await words.fill(number);
  await expect(list(page)).toHaveCount(1);
  await expect(list(page)).toContainText(number);
  expect(new URL(page.url()).searchParams.get("words")).toContain(number);
  await words.fill("没有哪一项叫这个名字");
  await expect(page.getByText("没有符合筛选条件的申报")).toBeVisible();
  await page.context().close();
});
