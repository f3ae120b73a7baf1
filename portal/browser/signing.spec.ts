import { expect } from "@playwright/test";
import { aRehearsal, call, withoutPages } from "./call";
import { forEverybody, people, signedIn, watched } from "./people";
import { aDraft, aPlan } from "./rehearsal";
import { test } from "./story";

test("a secretary signs what waits, paper by paper, and finds among the things done what was signed", async ({ browser }) => {
  const programme = await aRehearsal(await withoutPages(people.office), `签字台演练（演示） ${Date.now()}`);
  const written = await aDraft(programme);
  const writer = await withoutPages(people.infoOfficer);
  await call(writer, "POST", "/api/applications", { id: crypto.randomUUID(), programmeId: programme, schoolId: written.school.organisationId, category: "RED_BASE", content: { title: "还没有写完的基地" } });

  const begun = await aPlan(programme);
  const { content } = await call<{ content: object }>(writer, "GET", `/api/plans/${begun.id}`);
  await call(writer, "PUT", `/api/plans/${begun.id}`, { version: begun.version, content: { ...content, ...wholePlan } });

  const secretary = await signedIn(browser, people.secretary);
  const errors = watched(secretary);
  await secretary.goto(`/app/?programme=${programme}`);
  await secretary.getByRole("main").getByRole("link", { name: "签字台" }).click();
  await expect(secretary.getByText("可以签署 2 份，共 3 份")).toBeVisible();
  const papers = secretary.getByRole("list", { name: "等待签署的材料" });
  await expect(papers.getByRole("listitem").first()).toContainText("灯塔领航实施方案可以签署");
  await expect(papers.getByRole("listitem").nth(1)).toContainText(`${written.title}红色课堂可以签署`);
  await expect(papers.getByRole("listitem").last()).toContainText(/还没有写完的基地红色基地还差 \d+ 处/);
  await forEverybody(secretary);

  const plan = secretary.getByRole("region", { name: "灯塔领航" });
  await expect(plan).toContainText("每月一次主题党日");
  await plan.getByRole("button", { name: "提交审核" }).click();

  const paper = secretary.getByRole("region", { name: written.title });
  await paper.getByRole("button", { name: "签署提交" }).click();
  await expect(paper.locator(".ant-form-item-explain-error")).toHaveText(["请填写。", "请先勾选承诺。"]);
  await paper.getByLabel("学校（园）党组织意见").fill("经党组织研究，同意申报。");
  await paper.getByRole("checkbox").check();
  await paper.getByRole("button", { name: "签署提交" }).click();
  await expect(secretary.getByText("其余的材料还没有填完")).toBeVisible();
  await expect(papers.getByRole("listitem")).toHaveCount(1);

  await secretary.getByRole("navigation").first().getByRole("link", { name: "我的任务" }).click();
  const done = secretary.locator(".ant-card", { hasText: "已办" });
  await expect(done.getByRole("listitem").filter({ hasText: "提交实施方案" }).first()).toContainText(written.school.name);
  await expect(done.getByRole("listitem").filter({ hasText: "签署提交申报" }).first()).toContainText(written.title);
  await done.getByRole("link", { name: "签署提交申报" }).first().click();
  await expect(secretary.getByRole("heading", { level: 1, name: written.title })).toBeVisible();
  expect(errors).toEqual([]);
});

/** What a plan lacks that the platform cannot know. */
const wholePlan = {
  ideology: "每周集中学习一次。",
  organisation: "两个支部，按期换届。",
  institution: "制度健全，逐条落实。",
  team: "党员三十六名，骨干占半。",
  integrity: "采购招生全部公开。",
  highlights: "师生一起讲。",
  brandName: "灯塔领航",
  brandMeaning: "党员如灯，照亮课堂。",
  brandCarrier: "每月一次主题党日",
  brandMethod: "师生共建。",
  brandEffect: "人人会讲。",
  secretary: "张红",
  infoOfficer: "李明",
  leadGroup: [{ name: "张红", duty: "总负责" }],
  targets: [{ text: "建成展厅", measure: "六个单元", dueOn: "2027-10-31" }],
};
