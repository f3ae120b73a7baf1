import { expect } from "@playwright/test";
import { aRehearsal, withoutPages } from "./call";
import { aDayIn, choose, forEverybody, mySchool, nameOf, people, signedIn, takesUp, watched, writesDay } from "./people";
import { aWorkingDay } from "./rehearsal";
import { test } from "./story";

test("a supervision from its announcement to the school's reply: the Party group gives the notice, the office goes, the school answers", async ({ browser }) => {
  const now = Date.now();
  const desk = await withoutPages(people.office);
  const programme = await aRehearsal(desk, `督查演练（演示） ${now}`);
  // nobody visits a school on a day off
  await aWorkingDay(desk);
  const matter = `书屋建设督查 ${now}`;
  const advice = `请在书屋门口张贴借阅办法 ${now % 100_000}`;

  const group = await signedIn(browser, people.partyGroup);
  await group.goto(`/app/supervision?programme=${programme}`);
  await group.getByRole("button", { name: "提前告知天数" }).click();
  await group.getByRole("dialog").getByLabel("天数", { exact: true }).fill("0");
  await group.getByRole("dialog").getByRole("button", { name: /^确\s?定$/ }).click();
  await expect(group.getByRole("dialog").locator(".ant-form-item-explain-error")).toHaveText("请填写。");
  await group.getByRole("dialog").getByLabel("理由").fill("应急督查，当日入校。");
  await group.getByRole("dialog").getByRole("button", { name: /^确\s?定$/ }).click();
  await expect(group.getByText("本方案至少提前 0 天告知（应急督查，当日入校）。")).toBeVisible();

  const secretary = await signedIn(browser, people.secretary);
  const school = await mySchool(secretary);
  const office = await signedIn(browser, people.office);
  const errors = watched(office);
  await office.goto(`/app/supervision?programme=${programme}`);
  await office.getByRole("button", { name: "年度清单" }).click();
  await office.getByLabel("编号").fill(String(now));
  await office.getByLabel("事项").fill(matter);
  await office.getByLabel("批准或备案文件").fill("教督〔2026〕2号");
  await office.getByRole("button", { name: "登记事项" }).click();
  await expect(office.locator(".ant-drawer li.row", { hasText: matter })).toBeVisible();
  await office.locator(".ant-drawer-close").click();
  await office.getByRole("button", { name: "安排入校" }).click();
  await choose(office, "学校", school);
  await writesDay(office.getByLabel("入校日期"), aDayIn(0));
  await choose(office, "清单事项", matter);
  await choose(office, "督查人员", await nameOf(office));
  await office.getByRole("dialog").getByRole("button", { name: "安排入校" }).click();
  const announced = office.locator("main li.row", { hasText: matter });
  await expect(announced).toContainText("已告知");
  const visit = (await announced.getByRole("link", { name: school }).getAttribute("href"))?.split(/[/?]/).at(3) ?? "";
  expect(errors).toEqual([]);
  await forEverybody(office);

  // the school knows before anybody comes
  await secretary.goto("/app/notifications");
  await secretary.locator(`main a[href*="/app/supervision/${visit}"]`).first().click();
  await expect(secretary.getByText(matter)).toBeVisible();

  await takesUp(office, visit, `入校督查：“${school}”`);
  await office.getByRole("button", { name: "记录入校情况" }).click();
  await expect(office.locator(".ant-form-item-explain-error")).toHaveText("请填写。");
  await office.getByLabel("看现场").check();
  await office.getByLabel("个别访谈").check();
  await office.getByLabel("访谈人数").fill("6");
  await office.getByLabel("情况记录").fill("看了书屋，与六名师生交谈。");
  await office.getByRole("button", { name: "记录入校情况" }).click();
  await expect(office.getByText("已入校", { exact: true })).toBeVisible();

  await office.getByRole("button", { name: "添加指导意见" }).click();
  await office.getByLabel("好的做法").fill("书屋天天开放。");
  await office.getByLabel("存在的问题").fill("借阅办法只有管理员知道。");
  await office.getByLabel("指导意见：第 1 条").fill(advice);
  await office.getByLabel("黄灯：需要留意").check();
  await office.getByLabel("理由").fill("借阅不便，使用率会下降。");
  await office.getByRole("button", { name: "反馈意见" }).click();
  await expect(office.getByText("已反馈", { exact: true })).toBeVisible();
  // what the school is warned of is its own for three days
  await expect(office.getByText("黄灯：需要留意")).toHaveCount(0);
  await forEverybody(office);

  await takesUp(secretary, visit, `答复指导意见：“${advice}`);
  await expect(secretary.getByText("黄灯：需要留意")).toBeVisible();
  await secretary.getByLabel("说明情况").fill("新管理员上周到岗，办法正在印制。");
  await secretary.getByRole("button", { name: "说明情况" }).click();
  // what is being written is on the page as well; what was said has no button any more
  await expect(secretary.getByRole("button", { name: "说明情况" })).toHaveCount(0);
  await expect(secretary.getByText("新管理员上周到岗，办法正在印制。")).toBeVisible();
  await secretary.getByLabel("答复").fill("已张贴在门口和各班，学生都能看到。");
  await secretary.getByRole("button", { name: /^答\s?复$/ }).click();
  await expect(secretary.getByRole("button", { name: /^答\s?复$/ })).toHaveCount(0);
  await forEverybody(secretary);

  await office.reload();
  await expect(office.getByText("已张贴在门口和各班，学生都能看到。")).toBeVisible();
});
