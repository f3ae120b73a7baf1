import { expect, type Page } from "@playwright/test";
import { aWeekdayIn, choose, mySchool, people, signedIn, watched, writesDay } from "./people";
import { test } from "./story";

const confirmation = (page: Page) => page.locator(".ant-modal-confirm");

test("a finding from its record to its closure: the school answers, the finder looks, two people close", async ({ browser }) => {
  const secretary = await signedIn(browser, people.secretary);
  const school = await mySchool(secretary);
  const problem = `书屋图书未分类上架 ${Date.now()}`;

  const office = await signedIn(browser, people.office);
  const errors = watched(office);
  await office.goto("/app/findings");
  await office.getByRole("button", { name: "登记问题" }).click();
  const dialog = office.getByRole("dialog");
  await choose(office, "学校", school);
  for (const [field, choice] of [["来源", "调研督查"], ["类别", "阵地建设"], ["整改类型", "限期整改"]] as const) {
    await choose(office, field, choice);
  }
  const due = dialog.getByLabel("整改期限");
  await writesDay(due, aWeekdayIn(14));
  await dialog.getByLabel("问题", { exact: true }).fill(problem);
  await dialog.getByRole("button", { name: "登记问题" }).click();
  await office.getByRole("link", { name: problem }).click();
  const address = new URL(office.url()).pathname;
  expect(errors).toEqual([]);

  await secretary.goto("/app/");
  await secretary.getByRole("link", { name: /整改问题/ }).filter({ hasText: problem.slice(0, 20) }).first().click();
  await secretary.getByRole("button", { name: "提交整改情况" }).click();
  await expect(secretary.locator(".ant-form-item-explain-error").first()).toBeVisible();
  await secretary.getByLabel("采取的措施和结果").fill("已按三类分架上架，并贴了标签。");
  await secretary.getByLabel("责任领导").fill("张书记");
  await secretary.getByLabel("责任人").fill("李老师");
  await secretary.getByRole("button", { name: "提交整改情况" }).click();
  await expect(secretary.getByText("待核实")).toBeVisible();

  await office.goto(address);
  await office.getByRole("button", { name: "核实：已整改到位" }).click();
  await office.getByRole("dialog").getByRole("button", { name: "核实：已整改到位" }).click();
  await close(office);
  await expect(office.getByText("待第二人销号")).toBeVisible();

  const discipline = await signedIn(browser, people.discipline);
  await discipline.goto(address);
  await close(discipline);
  await expect(discipline.getByText("已销号").first()).toBeVisible();
});

test("what was closed is looked at again by lot, and discipline makes the draw again", async ({ browser }) => {
  const office = await signedIn(browser, people.office);
  const source = `公证处摇号 ${Date.now()}`;
  await office.goto("/app/follow-ups");
  await office.getByRole("button", { name: "组织一次抽查" }).click();
  const dialog = office.getByRole("dialog");
  await dialog.getByLabel("抽查数量").fill("1000");
  await dialog.getByLabel("种子来源").fill(source);
  await dialog.getByRole("button", { name: /^确\s?定$/ }).click();
  // whatever was closed so far, it is not a thousand
  await expect(dialog.locator(".ant-form-item-explain-error")).toContainText("抽查数量不能超过它");
  await dialog.getByLabel("抽查数量").fill("1");
  await dialog.getByRole("button", { name: /^确\s?定$/ }).click();
  const card = office.locator(".ant-card", { hasText: source });
  await expect(card).toContainText("待抽取");
  await card.getByRole("button", { name: "填写种子并抽取" }).click();
  await dialog.getByLabel("种子", { exact: true }).fill("05 12 19");
  await dialog.getByRole("button", { name: "填写种子并抽取" }).click();
  await expect(card.locator("li.row")).toContainText("已销号");

  const discipline = await signedIn(browser, people.discipline);
  const errors = watched(discipline);
  await discipline.goto("/app/follow-ups");
  const seen = discipline.locator(".ant-card", { hasText: source });
  await seen.getByText(/^封存的名单/).click();
  await seen.getByRole("button", { name: "在本机复算" }).click();
  await expect(seen).toContainText("复算一致");
  await expect(discipline.getByRole("button", { name: "组织一次抽查" })).toHaveCount(0);

  await discipline.goto("/app/mutual-reviews");
  const severity = discipline.locator(".ant-card", { hasText: "评委学校的宽严" });
  await severity.getByText(/^全部 \d+ 所评委学校$/).click();
  await expect(severity.getByRole("row").last()).toContainText(/\d/);
  expect(errors).toEqual([]);

  await office.goto("/app/mutual-reviews");
  await expect(office.getByText("抽签表", { exact: true })).toBeVisible();
  await expect(office.getByText("评委学校的宽严")).toHaveCount(0);
});

test("a school reads its own score for rectification and no other's", async ({ browser }) => {
  const secretary = await signedIn(browser, people.secretary);
  await secretary.goto("/app/assessments");
  await expect(secretary.getByRole("row")).toHaveCount(2);
});

async function close(page: Page) {
  await page.getByRole("button", { name: /^销\s?号$/ }).click();
  await confirmation(page).getByRole("button", { name: /^销\s?号$/ }).click();
}
