import { expect, type Page } from "@playwright/test";
import { call } from "./call";
import { choose, confirm, forEverybody, mySchool, people, signedIn, watched } from "./people";
import { test } from "./story";

type Brand = { id: string; title: string; schoolName: string; adoptions: number };

test("a school takes up another's brand, better so the second time, and the gallery counts it once it is confirmed", async ({ browser }) => {
  const secretary = await signedIn(browser, people.secretary);
  const errors = watched(secretary);
  const ours = await mySchool(secretary);
  const { items: brands } = await call<{ items: Brand[] }>(secretary, "GET", "/api/public/brands?limit=100");
  const { items: said } = await call<{ items: { honourId: string; state: string }[] }>(secretary, "GET", "/api/adoptions?limit=100");
  const brand = brands.find((one) => one.schoolName !== ours && !said.some((each) => each.honourId === one.id && each.state !== "DECLINED"));
  expect(brand, "a brand that was not taken up yet").toBeDefined();
  const { title, schoolName, adoptions, id } = brand as Brand;
  const theirs = (await call<{ name: string; code: string }[]>(secretary, "GET", "/api/organisations")).find((one) => one.name === schoolName);
  const heard = `听过一次介绍，打算下学期照着做起来。${Date.now()}`;
  const changed = `照着做了一学期，学生讲解员从三名增加到十二名。${Date.now()}`;

  await secretary.goto("/app/adoptions");
  await claims(secretary, `${title}（${schoolName}）`, heard);
  await expect(secretary.locator("li.row", { hasText: heard })).toContainText("待确认");
  expect(errors).toEqual([]);
  await forEverybody(secretary);

  const other = await signedIn(browser, `${theirs?.code.toLowerCase()}-sj`);
  await other.goto("/app/notifications");
  await expect(other.getByText(`${ours}登记借鉴了本校的获奖品牌`).first()).toBeVisible();
  await other.goto("/app/adoptions");
  await other.locator("li.row", { hasText: heard }).getByRole("button", { name: "不认可" }).click();
  await other.getByRole("dialog").getByLabel("理由").fill("还没有做起来，做了再登记。");
  await other.getByRole("dialog").getByRole("button", { name: "不认可" }).click();
  await expect(other.locator("li.row", { hasText: heard })).toContainText("未认可");

  await secretary.goto("/app/notifications");
  await secretary.getByRole("link", { name: "借鉴未获认可" }).first().click();
  await expect(secretary.locator("li.row", { hasText: heard })).toContainText("还没有做起来，做了再登记。");
  await claims(secretary, `${title}（${schoolName}）`, changed);
  await secretary.getByRole("button", { name: "登记借鉴" }).click();
  await secretary.getByRole("dialog").getByRole("combobox", { name: "借鉴的品牌" }).fill(title);
  await expect(secretary.locator(".ant-select-item-option:visible", { hasText: `${title}（${schoolName}）` })).toHaveCount(0);

  await other.reload();
  const row = other.locator("li.row", { hasText: changed });
  await row.getByRole("button", { name: /^确\s?认$/ }).click();
  await confirm(other, /^确\s?认$/);
  await expect(row).toContainText("已确认");
  const counted = async () => (await call<{ items: Brand[] }>(other, "GET", "/api/public/brands?limit=100")).items.find((one) => one.id === id)?.adoptions;
  await expect.poll(counted).toBe(adoptions + 1);
});

async function claims(page: Page, brand: string, changed: string) {
  await page.getByRole("button", { name: "登记借鉴" }).click();
  const dialog = page.getByRole("dialog");
  await choose(page, "借鉴的品牌", brand);
  await dialog.getByLabel("借鉴后有什么变化").fill(changed);
  await dialog.getByRole("button", { name: "登记借鉴" }).click();
  await expect(dialog).toBeHidden();
}

test("the gallery of brands ends where there are no more", async ({ page }) => {
  await page.goto("/brands");
  const more = page.getByRole("button", { name: "更多" });
  await expect(page.locator("ul.brands li").first()).toBeVisible();
  for (let pages = 1; (await more.count()) > 0; pages++) {
    expect(pages, "pages of two dozen").toBeLessThan(50);
    const shown = await page.locator("ul.brands li").count();
    await more.click();
    await expect.poll(() => page.locator("ul.brands li").count()).toBeGreaterThan(shown);
  }
  const titles = await page.locator("ul.brands li").evaluateAll((all) => all.map((one) => one.textContent));
  expect(new Set(titles).size).toBe(titles.length);
});
