import { expect } from "@playwright/test";
import { aDayIn, mySchool, people, signedIn, watched, writesDay } from "./people";
import { test } from "./story";

test("a school writes down its year once, and finds it again", async ({ browser }) => {
  const clerk = await signedIn(browser, people.infoOfficer);
  const errors = watched(clerk);
  const now = Date.now();
  const title = `一张老照片 ${now}`;
  const told = `家书里的初心 ${now}`;

  await clerk.goto("/app/progress");
  await clerk.getByRole("button", { name: "记一条活动" }).first().click();
  const dialog = clerk.getByRole("dialog");
  await dialog.getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(dialog.locator(".ant-form-item-explain-error").first()).toBeVisible();
  await dialog.getByText("红色课堂", { exact: true }).click();
  await dialog.getByRole("combobox", { name: "活动形式" }).click();
  await clerk.locator(".ant-select-item-option:visible", { hasText: "主题班会" }).first().click();
  await writesDay(dialog.getByLabel("日期"), aDayIn(-1));
  await dialog.getByLabel("主题", { exact: true }).fill(title);
  await dialog.getByRole("combobox", { name: "与哪项教育教学工作结合" }).click();
  await clerk.locator(".ant-select-item-option:visible", { hasText: "班队会" }).first().click();
  await dialog.getByLabel("课程、班会或工作名称").fill("三年级班会");
  await dialog.getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(clerk.getByText(title)).toBeVisible();
  await expect(clerk.getByText("班队会：三年级班会").first()).toBeVisible();

  await clerk.getByRole("tab", { name: "周周讲·人人讲" }).click();
  const topic = clerk.getByLabel(/这一周：讲的主题/).first();
  await topic.fill(told);
  await expect(clerk.getByText(/已保存/).first()).toBeVisible();

  await clerk.getByRole("tab", { name: "长效机制" }).click();
  await clerk.getByRole("button", { name: "添加一条" }).click();
  await clerk.getByRole("combobox", { name: "属于哪一“红”" }).last().click();
  await clerk.locator(".ant-select-item-option:visible", { hasText: "红色课堂" }).first().click();
  await clerk.getByLabel("由谁负责").last().fill("教导处");
  await clerk.getByLabel("多久一次").last().fill("每周一次");
  await expect(clerk.getByText(/已保存/).locator("visible=true")).toBeVisible();

  await clerk.reload();
  await clerk.getByRole("tab", { name: "周周讲·人人讲" }).click();
  await expect(topic).toHaveValue(told);
  await clerk.getByRole("tab", { name: "长效机制" }).click();
  await expect(clerk.getByLabel("由谁负责").last()).toHaveValue("教导处");
  expect(errors).toEqual([]);

  const reviewer = await signedIn(browser, people.reviewer);
  await reviewer.goto("/app/progress");
  await reviewer.getByRole("combobox", { name: "学校" }).click();
  await reviewer.locator(".ant-select-item-option:visible", { hasText: await mySchool(clerk) }).first().click();
  await expect(reviewer.getByText(title)).toBeVisible();
  await expect(reviewer.getByRole("button", { name: "记一条活动" })).toHaveCount(0);
});

test("what somebody suggests reaches the bureau, and the answer reaches them", async ({ browser }) => {
  const clerk = await signedIn(browser, people.infoOfficer);
  const text = `建议活动记录可以批量导入 ${Date.now()}`;
  await clerk.goto("/app/progress");
  await clerk.getByRole("button", { name: "提意见建议" }).click();
  const dialog = clerk.getByRole("dialog");
  await dialog.getByLabel("想说的").fill(text);
  await dialog.getByText("不留姓名").click();
  await dialog.getByRole("button", { name: /^送\s?出$/ }).click();
  await expect(dialog).toBeHidden();

  const office = await signedIn(browser, people.office);
  await office.goto("/app/suggestions");
  const card = office.locator(".ant-card", { hasText: text });
  await expect(card).toContainText("未留姓名");
  await expect(card).toContainText("/progress");
  await card.getByRole("button", { name: /^答\s?复$/ }).click();
  await office.getByRole("dialog").getByLabel("答复").fill("下一版加上。");
  await office.getByRole("dialog").getByRole("button", { name: /^答\s?复$/ }).click();
  await expect(card).toContainText("下一版加上。");

  await clerk.goto("/app/suggestions");
  await expect(clerk.locator(".ant-card", { hasText: text })).toContainText("下一版加上。");
  await clerk.goto("/app/notifications");
  await expect(clerk.getByRole("link", { name: "您的意见建议已答复" }).first()).toBeVisible();
});

test("a secretary hands the info officer's seat on, and both stand in the list", async ({ browser }) => {
  const secretary = await signedIn(browser, people.secretary);
  const school = await mySchool(secretary);
  await secretary.goto("/app/organisations");
  await secretary.getByRole("searchbox", { name: "按名称或编码查找" }).fill(school);
  await secretary.getByRole("button", { name: `查看 ${school}` }).click();
  const drawer = secretary.locator(".ant-drawer");
  await expect(drawer.getByText("党建信息员")).toBeVisible();
  await drawer.getByRole("button", { name: "移交信息员" }).click();
  const dialog = secretary.getByRole("dialog").last();
  await dialog.getByLabel("新信息员用户名").fill("a b");
  await dialog.getByLabel("姓名").fill("王小红");
  await dialog.getByLabel("移交说明").fill("试一试");
  await dialog.getByRole("button", { name: "移交信息员" }).click();
  await expect(secretary.getByText(/用户名/).last()).toBeVisible();
  await secretary.keyboard.press("Escape");
});
