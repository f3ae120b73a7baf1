import { expect, type Page } from "@playwright/test";
import { aWeekdayIn, choose, confirm, mySchool, people, signedIn, watched, writesDay } from "./people";
import { test } from "./story";

test("a circular is drafted, names no school, is issued, and every school reads it beside its own problems", async ({ browser }) => {
  const office = await signedIn(browser, people.office);
  const secretary = await signedIn(browser, people.secretary);
  const school = await mySchool(secretary);
  const title = `上半年督查情况通报 ${Date.now()}`;

  await office.goto("/app/circulars");
  await office.getByRole("button", { name: "起草通报" }).click();
  await office.getByRole("dialog").getByLabel("标题").fill(title);
  await office.getByRole("dialog").getByRole("button", { name: "起草通报" }).click();
  await office.getByLabel("总体情况").fill("共到校督查三十所，总体扎实。");
  await office.getByLabel("好的做法").fill("把红色书屋放进阅读课。");
  await office.getByLabel("共性问题").fill(`${school}的书屋登记不全。`);
  await office.getByLabel("下一步要求").fill("对照清单自查。");
  await writesDay(office.getByLabel("反馈截止日期"), aWeekdayIn(20));
  await expect(office.getByText(/已保存/)).toBeVisible();
  await issue(office);
  await expect(office.getByText(/起草人以外/).first()).toBeVisible();

  const group = await signedIn(browser, people.partyGroup);
  await group.goto(new URL(office.url()).pathname);
  await issue(group);
  await expect(group.locator(".ant-message")).toContainText(school);
  await group.getByLabel("共性问题").fill("部分学校书屋登记不全。");
  await expect(group.getByText(/已保存/)).toBeVisible();
  await office.reload();
  await issue(office);
  await expect(office.getByRole("button", { name: /^印\s?发$/ })).toHaveCount(0);
  await expect(office.getByText("对照清单自查。")).toBeVisible();

  await secretary.goto("/app/circulars");
  await secretary.getByRole("link", { name: title }).click();
  await expect(secretary.getByText("部分学校书屋登记不全。")).toBeVisible();
  await expect(secretary.getByText("本校的问题")).toBeVisible();
});

test("the joint comments are arranged, said and minuted; a school then reads its own", async ({ browser }) => {
  const office = await signedIn(browser, people.office);
  const secretary = await signedIn(browser, people.secretary);
  const school = await mySchool(secretary);
  const venue = `局三楼会议室 ${Date.now() % 100_000}`;

  await office.goto("/app/joint-comments");
  await office.getByRole("button", { name: "安排点评会" }).click();
  const dialog = office.getByRole("dialog");
  await writesDay(dialog.getByLabel("召开日期"), aWeekdayIn(1));
  await dialog.getByLabel("地点").fill(venue);
  await dialog.getByRole("button", { name: "添加学校" }).click();
  await choose(office, "学校 1", school);
  await dialog.getByRole("button", { name: /^保\s?存$/ }).click();
  const card = office.locator(".ant-card", { hasText: venue });
  await expect(card).toBeVisible();
  await card.getByRole("button", { name: "记为已召开" }).click();
  await card.getByRole("button", { name: `点评：${school}` }).click();
  for (const [field, text] of [["好的方面", "书屋与阅读课结合得好。"], ["存在的问题", "讲解员培训不够。"], ["改进建议", "每月练讲一次。"]] as const) {
    await office.getByRole("dialog").getByLabel(field).fill(text);
  }
  await office.getByRole("dialog").getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(card).toContainText("每月练讲一次。");
  await secretary.goto("/app/joint-comments");
  await expect(secretary.locator(".ant-card", { hasText: venue })).not.toContainText("每月练讲一次。");

  await card.getByRole("button", { name: "确定纪要" }).click();
  await office.getByRole("dialog").getByLabel("会议纪要").fill("会议逐校点评，各校按建议改进，下月回头看。");
  await office.getByRole("dialog").getByRole("button", { name: "确定纪要" }).click();
  await expect(card).toContainText("纪要已定");
  await secretary.reload();
  await expect(secretary.locator(".ant-card", { hasText: venue })).toContainText("每月练讲一次。");
});

test("a veto is proposed, the school is heard, and the Party group decides against it", async ({ browser }) => {
  const office = await signedIn(browser, people.discipline);
  const secretary = await signedIn(browser, people.secretary);
  const school = await mySchool(secretary);
  const fact = `有群众反映宣讲材料照搬，经查情况如下 ${Date.now()}`;

  await office.goto("/app/vetoes");
  await office.getByRole("button", { name: "提请一票否决" }).click();
  await choose(office, "学校", school);
  const dialog = office.getByRole("dialog");
  const ground = dialog.getByRole("combobox", { name: "情形" });
  await ground.click();
  await ground.press("Enter");
  await dialog.getByLabel("事实").fill(fact);
  await dialog.getByLabel("依据的材料").fill("比对记录一份");
  await dialog.getByRole("button", { name: "提请一票否决" }).click();
  await expect(dialog).toBeHidden();
  const errors = watched(office);
  await office.locator("li.row", { hasText: school }).filter({ hasText: "待党组研究" }).getByRole("link").first().click();
  await expect(office.getByText(fact)).toBeVisible();
  const address = new URL(office.url()).pathname;
  expect(errors).toEqual([]);

  await secretary.goto(address);
  await secretary.getByRole("button", { name: "提交陈述" }).click();
  await secretary.getByRole("dialog").getByLabel("学校陈述").fill("材料为本校教师原创，附底稿。");
  await secretary.getByRole("dialog").getByRole("button", { name: "提交陈述" }).click();
  await expect(secretary.getByText("材料为本校教师原创，附底稿。")).toBeVisible();

  const group = await signedIn(browser, people.partyGroup);
  await group.goto(address);
  await group.getByRole("button", { name: "登记党组决定" }).click();
  await group.getByRole("dialog").getByText("不予否决").click();
  await group.getByRole("dialog").getByLabel("理由").fill("经查属原创，事实不成立。");
  await group.getByRole("dialog").getByLabel("会议纪要文号").fill("党组纪要〔2026〕9号");
  await group.getByRole("dialog").getByRole("button", { name: /^确\s?定$/ }).click();
  await expect(group.getByText("经查属原创，事实不成立。")).toBeVisible();
});

test("a school declares with whom it must not be drawn, and discipline may let them meet", async ({ browser }) => {
  const secretary = await signedIn(browser, people.secretary);
  await secretary.goto("/app/conflicts");
  await secretary.getByRole("button", { name: "申报回避" }).click();
  const dialog = secretary.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "需要回避的学校" }).click();
  await secretary.locator(".ant-select-item-option:visible").nth(3).click();
  await dialog.getByText("其他可能影响公正的情形").click();
  await dialog.getByRole("button", { name: "申报回避" }).click();
  await expect(secretary.locator("li.row", { hasText: "其他可能影响公正的情形" }).first()).toBeVisible();

  const discipline = await signedIn(browser, people.discipline);
  await discipline.goto("/app/conflicts");
  await discipline.getByRole("button", { name: "准许不回避" }).first().click();
  await discipline.getByRole("dialog").getByLabel("理由").fill("情形已消除，两校同意。");
  await discipline.getByRole("dialog").getByRole("button", { name: "准许不回避" }).click();
  await expect(discipline.getByText("已准许不回避").first()).toBeVisible();
});

async function issue(page: Page) {
  await page.getByRole("button", { name: /^印\s?发$/ }).click();
  await confirm(page, /^印\s?发$/);
}
