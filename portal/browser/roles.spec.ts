import { type Browser, expect, type Page } from "@playwright/test";
import { aRehearsal, call, request, withoutPages } from "./call";
import { aDraft, aNotice, aNoticeDraft, aSubmission, aVisit } from "./rehearsal";
import { looksThroughAndPublishes, signs } from "./deeds";
import { isDone, others, people, signedInAtTheDoor, todo, watched } from "./people";
import { test } from "./story";
import { workbook } from "./workbook";

/**
 * Each post from sign-in to sign-out: its day, one deed of its own, what it has no part in, and nothing left behind.
 * Everybody works in a rehearsal of their own, so that no story waits for another.
 */

/** What a post has no part in: an entry that is not in its menu, the page behind it, and the service behind that. */
type NotTheirs = { entry: string; page: string; call: string };

const selection = { entry: "评选", page: "/app/selection", call: `/api/selections?programme=${crypto.randomUUID()}` };
const batches = { entry: "报送批次", page: "/app/batches", call: `/api/batches?programme=${crypto.randomUUID()}` };
const scoreSheets = { entry: "我的评分", page: "/app/score-sheets", call: `/api/score-sheets?programme=${crypto.randomUUID()}` };
const ledger = { entry: "专项台账", page: "/app/ledger", call: `/api/ledger?programme=${crypto.randomUUID()}` };

const rehearsal = async (what: string) => aRehearsal(await withoutPages(people.office), `${what}（演示） ${Date.now()}`);

test("the office puts a matter on the yearly list, without which nobody may supervise it", async ({ browser }) => {
  const matter = `党建督查${Date.now()}`;
  const page = await day(browser, people.office, scoreSheets);
  await page.getByRole("link", { name: "调研督查" }).click();
  await page.getByRole("button", { name: "年度清单" }).click();
  await page.getByLabel("编号").fill(String(Date.now()));
  await page.getByLabel("事项").fill(matter);
  await page.getByLabel("批准或备案文件").fill("教督〔2026〕1号");
  await page.getByRole("button", { name: "登记事项" }).click();
  await expect(page.locator(".ant-drawer li.row", { hasText: matter })).toBeVisible();
  await page.locator(".ant-drawer-close").click();
  await leaves(page);
});

test("a member of the Party group looks through a notice that the office wrote, and publishes it", async ({ browser }) => {
  const { programme } = await aNoticeDraft(`公示演练（演示） ${Date.now()}`);
  const page = await day(browser, people.partyGroup, scoreSheets);
  await todo(page, programme).click();
  await looksThroughAndPublishes(page);
  await page.getByRole("link", { name: "我的任务" }).click();
  await isDone(page, programme);
  await leaves(page);
});

test("discipline turns down an objection that names no fact", async ({ browser }) => {
  const { notice, application } = await aNotice(`不予受理演练（演示） ${Date.now()}`);
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto("/objections");
  const id = crypto.randomUUID();
  await call(visitor, "POST", "/api/public/objections", { id, noticeId: notice.id, applicationId: application, voice: "PERSON", name: "石敢当", contact: "shi@example.org", facts: "听说这项名单里有人不太合适，具体的我也说不上来。" });

  const page = await day(browser, people.discipline, batches);
  await todo(page, id).click();
  await page.getByRole("button", { name: "不予受理" }).click();
  await page.getByRole("dialog").getByLabel("理由").fill("没有说明具体事实，请补充时间、地点和依据后再提。");
  await page.getByRole("dialog").getByRole("button", { name: "不予受理" }).click();
  await expect(page.getByText("没有说明具体事实")).toBeVisible();
  await page.getByRole("link", { name: "我的任务" }).click();
  await isDone(page, id);
  await leaves(page);
});

test("an inspector finds today's visit, begins it and writes the first record", async ({ browser }) => {
  const programme = await rehearsal("验收演练");
  const [school] = await call<{ organisationId: string }[]>(await withoutPages(people.secretary), "GET", "/api/organisations/mine");
  const { id } = await aVisit(programme, school?.organisationId ?? "");
  const page = await day(browser, people.inspector, selection);
  await todo(page, id).click();
  await page.getByRole("button", { name: "开始验收" }).click();
  await page.getByLabel("查阅份数").fill("6");
  await page.getByRole("tabpanel").filter({ visible: true }).getByLabel("记录").fill("查阅了方案和台账。");
  const arrived = async () => JSON.stringify(await call<unknown[]>(page, "GET", `/api/inspections/${id}/records`));
  await expect.poll(arrived).toContain("查阅了方案和台账。");
  await expect(page.getByText("已全部上传")).toBeVisible();
  await leaves(page);
});

test("the archivist checks what was archived, or sees that nothing is yet", async ({ browser }) => {
  const page = await day(browser, people.archivist, batches);
  await page.getByRole("link", { name: "归档", exact: true }).click();
  const make = page.getByRole("button", { name: "制作归档包" });
  const check = page.getByRole("button", { name: "四性检测" });
  await expect(make.or(check)).toBeVisible();
  if (await make.isVisible()) {
    await make.click();
  }
  await expect(check).toBeVisible({ timeout: 240_000 });
  await check.click();
  await expect(page.getByText("检测通过：真实、完整、可用、安全")).toBeVisible({ timeout: 120_000 });
  await leaves(page);
});

test("the auditor proves the ledger link by link, and can change nothing", async ({ browser }) => {
  const page = await day(browser, people.auditor, scoreSheets);
  await page.getByRole("link", { name: "专项台账" }).click();
  await page.getByRole("button", { name: "校验台账" }).click();
  await expect(page.getByText(/台账完整，共 [\d,]+ 条，逐条相扣。/)).toBeVisible({ timeout: 120_000 });
  await page.getByRole("link", { name: "公示", exact: true }).click();
  await expect(page.getByRole("button", { name: /拟写公示|审核发布|办结/ })).toHaveCount(0);
  await leaves(page);
});

test("the system administrator looks after units and accounts: a faulty list is refused row by row", async ({ browser }) => {
  const page = await day(browser, people.sysAdmin, selection);
  await page.getByRole("link", { name: "单位与账号" }).click();
  await expect(page.getByText(/已开通 \d+ \/ \d+/)).toBeVisible();
  await page.locator("input[type=file]").setInputFiles({ name: "单位.xlsx", mimeType: "application/octet-stream", buffer: workbook("单位", [["编码", "名称", "类型", "学段", "上级编码"], ["QQ1", "", "学院", "", "ZZ9"]]) });
  await page.getByRole("button", { name: /核\s?对/ }).click();
  await expect(page.getByText(/处要改，整份没有导入/)).toBeVisible();
  await expect(page.getByText("QQ1")).toHaveCount(0);
  await leaves(page);
});

test("the security administrator has a mailbox and nobody's papers", async ({ browser }) => {
  const page = await day(browser, others.secAdmin, ledger);
  await expect(page.getByRole("navigation").first().getByRole("link")).toHaveText(["我的任务", "评议投票"]);
  await page.getByRole("link", { name: /^通知/ }).click();
  await page.getByRole("tab", { name: "邮件提醒" }).click();
  await page.getByLabel("邮箱地址").fill("没有这样的地址");
  await page.getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(page.getByText("邮箱地址格式不正确。")).toBeVisible();
  await page.getByLabel("邮箱地址").fill("luoan@example.org");
  await page.getByRole("button", { name: /^保\s?存$/ }).click();
  await expect(page.getByText("已保存")).toBeVisible();
  await leaves(page);
});

test("an info officer improves an application that waits for the secretary, and cannot sign it", async ({ browser }) => {
  const programme = await rehearsal("填报演练");
  const { id } = await aDraft(programme);
  const page = await day(browser, people.infoOfficer, batches);
  await page.goto(`/app/applications/${id}?programme=${programme}`);
  await page.getByLabel("概要").fill("本学期已讲授十六次，学生人人会讲。");
  await expect(page.getByText(/已保存/)).toBeVisible();
  await expect(page.getByText("签署提交由书记办理")).toBeVisible();
  await expect(page.getByRole("button", { name: "签署提交" })).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel("概要")).toHaveValue("本学期已讲授十六次，学生人人会讲。");
  await leaves(page);
});

test("a secretary signs an application, having given the undertaking", async ({ browser }) => {
  const programme = await rehearsal("签署演练");
  const { id } = await aDraft(programme);
  const page = await day(browser, people.secretary, selection);
  await page.goto(`/app/applications/${id}?programme=${programme}`);
  await signs(page);
  await expect(page.getByText("待审核")).toBeVisible();
  await leaves(page);
});

test("a street reviewer sends an application back, and the school reads why", async ({ browser }) => {
  const programme = await rehearsal("退回演练");
  const { id } = await aSubmission(programme);
  const page = await day(browser, people.reviewer, selection);
  await todo(page, programme).click();
  await page.locator(`a[href*="${id}"]`).click();
  await page.getByRole("button", { name: "退回修改" }).click();
  await page.getByRole("dialog").getByLabel("理由").fill("请补充讲课的时间和次数。");
  await page.getByRole("dialog").getByRole("button", { name: "退回修改" }).click();
  await expect(page.getByText("请补充讲课的时间和次数。")).toBeVisible();
  await page.getByRole("link", { name: "我的任务" }).click();
  await isDone(page, programme);
  await leaves(page);
  const told = await call<{ reason: string }>(await withoutPages(people.infoOfficer), "GET", `/api/applications/${id}`);
  expect(told.reason).toBe("请补充讲课的时间和次数。");
});

test("a direct unit's reviewer recommends what the own school wrote", async ({ browser }) => {
  const programme = await rehearsal("推荐演练");
  const { title } = await aSubmission(programme, { infoOfficer: others.directInfoOfficer, secretary: others.directSecretary });
  const page = await day(browser, others.directReviewer, ledger);
  await page.goto(`/app/screening?programme=${programme}&category=RED_CLASSROOM`);
  await page.locator("li.row", { hasText: title }).getByRole("button", { name: /^推\s?荐$/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^推\s?荐$/ }).click();
  await expect(page.getByText("已推荐 1")).toBeVisible();
  await leaves(page);
});

test("a reviewer of another school reads the sheet that was locked, and can change nothing on it", async ({ browser }) => {
  const page = await day(browser, people.secretary, batches);
  await page.getByRole("link", { name: "我的评分" }).click();
  await page.locator("li.row", { hasText: "已锁定" }).first().getByRole("link").click();
  await expect(page.getByText("已锁定").first()).toBeVisible();
  await expect(page.locator("main input:enabled")).toHaveCount(0);
  await leaves(page);
});

test("a visitor proves a certificate, finds the brand that it stands for, and has no way into the workbench", async ({ browser }) => {
  const office = await withoutPages(people.office);
  const [honour] = (await call<{ items: { certificateNumber: string; code: string; title: string }[] }>(office, "GET", "/api/honours?limit=1")).items;
  const visitor = await (await browser.newContext()).newPage();
  const errors = watched(visitor);
  await visitor.goto("/");
  await visitor.getByRole("button", { name: "查验" }).click();
  await expect(visitor.getByText("请填写证书编号。")).toBeVisible();
  await visitor.getByLabel("证书编号").fill(honour?.certificateNumber ?? "");
  await visitor.getByLabel("查验码").fill(honour?.code ?? "");
  await visitor.getByRole("button", { name: "查验" }).click();
  await expect(visitor.getByText("这张证书真实有效")).toBeVisible();
  await expect(visitor.getByText(honour?.title ?? "").first()).toBeVisible();
  await visitor.getByRole("link", { name: "品牌展示" }).click();
  await expect(visitor.locator("main li").first()).toBeVisible();
  await visitor.goto("/app/selection");
  await expect(visitor.getByRole("heading", { name: "四红工作台" })).toBeVisible();
  expect(errors).toEqual([]);
  expect((await visitor.request.get(selection.call)).status()).toBe(401);
});

/** Signs in; own day is there, and nothing of others, neither in the menu nor by its address. */
async function day(browser: Browser, username: string, not: NotTheirs): Promise<Page> {
  const page = await signedInAtTheDoor(browser, username);
  await expect(page.getByRole("heading", { level: 1, name: "我的任务" })).toBeVisible();
  await expect(page.getByRole("navigation").first().getByRole("link", { name: not.entry, exact: true })).toHaveCount(0);
  expect((await request(page, "GET", not.call)).status()).toBe(403);
  await page.goto(not.page);
  await expect(page.getByRole("heading", { name: "您的岗位不办理这一页的事" })).toBeVisible();
  await page.getByRole("link", { name: "我的任务" }).click();
  return page;
}

/** Signs out; neither the way back nor the address shows anything any more. */
async function leaves(page: Page) {
  const last = page.url();
  const heading = await page.getByRole("heading", { level: 1 }).innerText();
  await page.locator("header").getByRole("button").last().click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page.getByRole("link", { name: "进入工作台" })).toBeVisible();
  const nobody = async () => {
    await expect(page.getByRole("heading", { name: "四红工作台" })).toBeVisible();
    await expect(page.getByRole("heading", { name: heading, exact: true })).toHaveCount(0);
  };
  await page.goBack();
  await nobody();
  await page.goto(last);
  await nobody();
  expect((await page.request.get("/api/tasks/submission")).status()).toBe(401);
  await page.context().close();
}
