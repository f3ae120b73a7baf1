import { expect, type Page } from "@playwright/test";

/** The secretary of a school signs the application on the page, having given the undertaking. */
export async function signs(page: Page) {
  await page.getByRole("button", { name: "签署提交" }).click();
  const signing = page.getByRole("dialog");
  await signing.getByRole("button", { name: "签署提交" }).click();
  await expect(signing.locator(".ant-form-item-explain-error")).toHaveText(["请填写。", "请先勾选承诺。"]);
  await signing.getByLabel("学校（园）党组织意见").fill("经党组织研究，同意申报。");
  await signing.getByRole("checkbox").check();
  await signing.getByRole("button", { name: "签署提交" }).click();
}

/** A member of the Party group reads the whole notice that somebody else wrote, and publishes it. */
export async function looksThroughAndPublishes(page: Page) {
  await page.getByRole("button", { name: "审核发布" }).click();
  const reading = page.getByRole("dialog");
  await expect(reading.getByRole("button", { name: "审核发布" })).toBeDisabled();
  await reading.getByText("已作保密审查").click();
  await reading.getByText("已检查个人信息").click();
  await reading.getByRole("button", { name: "审核发布" }).click();
  await expect(page.locator("li.row", { hasText: "公示中" })).toBeVisible();
}
/** How an inspector came to know it, of how many, and what was seen. */
export async function method(page: Page, name: string, count: string, n: string, note: string) {
  await page.getByRole("tab", { name }).click();
  await page.getByLabel(count).fill(n);
  await page.getByRole("tabpanel").filter({ visible: true }).getByLabel("记录").fill(note);
}

/** The same for every criterion, which none has less than; or all that each of them has. */
export async function scores(page: Page, points?: string) {
  await expect(page.locator(".criterion input").first()).toBeVisible();
  for (const field of await page.locator(".criterion input").all()) {
    await field.fill(points ?? (await field.getAttribute("aria-valuemax")) ?? "");
    await field.blur();
  }
}

/** One's own scores are final. */
export async function locksScores(page: Page) {
  await page.getByRole("button", { name: "锁定我的评分" }).click();
  await page.locator(".ant-modal-confirm").getByRole("button", { name: "锁定我的评分" }).click();
}

/** What was signed is final. */
export async function locksVisit(page: Page) {
  await page.getByRole("button", { name: "定案" }).click();
  await page.locator(".ant-modal-confirm").getByRole("button", { name: "定案" }).click();
}
