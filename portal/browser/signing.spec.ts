import { expect } from "@playwright/test";
import { aRehearsal, call, withoutPages } from "./call";
import { forEverybody, people, signedIn, watched } from "./people";
import { aDraft } from "./rehearsal";
import { test } from "./story";

test("a secretary signs what waits, paper by paper, and finds among the things done what was signed", async ({ browser }) => {
  const programme = await aRehearsal(await withoutPages(people.office), `签字台演练（演示） ${Date.now()}`);
  const written = await aDraft(programme);
  const writer = await withoutPages(people.infoOfficer);
  await call(writer, "POST", "/api/applications", { id: crypto.randomUUID(), programmeId: programme, schoolId: written.school.organisationId, category: "RED_BASE", content: { title: "还没有写完的基地" } });

  const secretary = await signedIn(browser, people.secretary);
  const errors = watched(secretary);
  await secretary.goto(`/app/?programme=${programme}`);
  await secretary.getByRole("main").getByRole("link", { name: "签字台" }).click();
  await expect(secretary.getByText("可以签署 1 份，共 2 份")).toBeVisible();
  const papers = secretary.getByRole("list", { name: "等待签署的申报" });
  await expect(papers.getByRole("listitem").first()).toContainText(`${written.title}红色课堂可以签署`);
  await expect(papers.getByRole("listitem").last()).toContainText(/还没有写完的基地红色基地还差 \d+ 处/);
  await forEverybody(secretary);

  const paper = secretary.getByRole("region", { name: written.title });
  await paper.getByRole("button", { name: "签署提交" }).click();
  await expect(paper.locator(".ant-form-item-explain-error")).toHaveText(["请填写。", "请先勾选承诺。"]);
  await paper.getByLabel("学校（园）党组织意见").fill("经党组织研究，同意申报。");
  await paper.getByRole("checkbox").check();
  await paper.getByRole("button", { name: "签署提交" }).click();
  await expect(secretary.getByText("其余的申报还没有填完")).toBeVisible();
  await expect(papers.getByRole("listitem")).toHaveCount(1);

  await secretary.getByRole("navigation").first().getByRole("link", { name: "我的任务" }).click();
  const done = secretary.locator(".ant-card", { hasText: "已办" });
  await done.getByRole("link", { name: "签署提交申报" }).first().click();
  await expect(secretary.getByRole("heading", { level: 1, name: written.title })).toBeVisible();
  expect(errors).toEqual([]);
});
