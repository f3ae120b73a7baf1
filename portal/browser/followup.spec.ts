import { expect, test } from "@playwright/test";
import { people, signedIn, watched } from "./people";

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
