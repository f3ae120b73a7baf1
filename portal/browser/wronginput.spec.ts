import { type Browser, expect, type Locator, type Page, type Response } from "@playwright/test";
import { aProgramme, aRehearsal, call, withoutPages } from "./call";
import { mySchool, others, people, signedIn } from "./people";
import { aBatch, aDraft, anAdmission, anEndedNotice, aNotice, aPlan, aRanking, aReceipt, aSession, aSubmission, aVeto, aVisit } from "./rehearsal";
import { test } from "./story";

/**
 * Each form is sent empty, and then full of what nobody means. It has to say in Chinese, beside its fields, what is
 * wrong, and must stay open; nothing is written, no service falls, and nothing that was typed runs as a script.
 */
type Form = {
  page: string;
  /** Buttons on the way to it, the last one opens it. */
  open: (string | RegExp)[];
  send: string | RegExp;
  /** What is looked for before, where a page is long. */
  find?: string;
  /** It is only choices and numbers, of which any will do. */
  choices?: true;
  /** It asks for a day that cannot lie long past. */
  day?: true;
  /** It is the page itself; a draft that keeps what is typed may keep that too. */
  whole?: "FORM" | "DRAFT";
};

const rehearsal = async (what: string) => aRehearsal(await withoutPages(people.office), `${what}（演示） ${Date.now()}`);

test("no form of the office takes what nobody means", async ({ browser }) => {
  test.slow();
  const programme = await rehearsal("误填演练");
  const noticed = (await aNotice(`误填公示（演示） ${Date.now()}`)).programme;
  const drafted = await aProgramme(await withoutPages(people.office), `误填方案（演示） ${Date.now()}`);
  await aSession(programme);
  const clerk = await signedIn(browser, people.secretary);
  const school = await mySchool(clerk);
  await clerk.context().close();
  const unit = { page: "/app/organisations", find: school };
  await walk(browser, people.office, [
    { page: "/app/programmes", open: ["新建方案"], send: "新建方案", choices: true },
    { page: `/app/programmes/${programme}`, open: ["给一个单位延期"], send: /^确\s?定$/, day: true },
    { page: `/app/programmes/${programme}`, open: ["清除演示"], send: "清除演示" },
    { ...unit, open: [`查看 ${school}`, /^更\s?名$/], send: /^更\s?名$/ },
    { ...unit, open: [`查看 ${school}`, "调整隶属"], send: "调整隶属" },
    { ...unit, open: [`查看 ${school}`, "并入其他学校"], send: "并入其他学校" },
    { ...unit, open: [`查看 ${school}`, "移交信息员"], send: "移交信息员" },
    { page: `/app/supervision?programme=${programme}`, open: ["年度清单"], send: "登记事项" },
    { page: `/app/supervision?programme=${programme}`, open: ["安排入校"], send: "安排入校", choices: true },
    { page: `/app/findings?programme=${programme}`, open: ["登记问题"], send: "登记问题", day: true },
    { page: `/app/circulars?programme=${programme}`, open: ["起草通报"], send: "起草通报" },
    { page: `/app/joint-comments?programme=${programme}`, open: ["安排点评会"], send: /^保\s?存$/ },
    { page: `/app/inspections?programme=${programme}`, open: ["安排验收"], send: /^安排 \d+ 所$/, choices: true },
    { page: `/app/follow-ups?programme=${programme}`, open: ["组织一次抽查"], send: /^确\s?定$/ },
    { page: "/app/calendar?year=2042", open: ["放假与调休", "登记放假或调休"], send: /^保\s?存$/, day: true },
    { page: `/app/notices?programme=${noticed}`, open: ["缩短公示期"], send: "缩短公示期", day: true },
    { page: `/app/programmes/${drafted.id}`, open: [], send: "保存草稿", whole: "FORM" },
    { page: `/app/mutual-reviews?programme=${programme}`, open: [], send: /^准\s?备$/, whole: "FORM", choices: true },
    { page: `/app/joint-comments?programme=${programme}`, open: [/^点评：/], send: /^保\s?存$/ },
    { page: `/app/joint-comments?programme=${programme}`, open: ["确定纪要"], send: "确定纪要" },
  ]);
});

test("no form on the way of a batch to its commendation takes what nobody means", async ({ browser }) => {
  const direct = { reviewer: others.directReviewer, infoOfficer: others.directInfoOfficer, secretary: others.directSecretary };
  const reported = await aBatch(`误填复核（演示） ${Date.now()}`, direct);
  const received = await aReceipt(`误填审查（演示） ${Date.now()}`);
  const ended = await anEndedNotice(`误填表彰（演示） ${Date.now()}`);
  await call(await withoutPages(people.infoOfficer), "POST", "/api/suggestions", { id: crypto.randomUUID(), page: "/plans", text: `误填演练的建议 ${Date.now()}`, anonymous: false });
  const application = `/app/applications/${received.application}?programme=${received.programme}`;
  await walk(browser, people.office, [
    { page: `/app/batches?programme=${reported.programme}`, open: [/^复\s?核$/], send: /^复\s?核$/ },
    { page: application, open: ["不予受理"], send: "不予受理" },
    { page: application, open: ["要求补正"], send: "要求补正", day: true },
    { page: `/app/honours?programme=${ended.programme}`, open: ["印发表彰决定"], send: "印发表彰决定" },
    { page: "/app/suggestions", open: [/^答\s?复$/], send: /^答\s?复$/ },
  ]);
});

test("no form of the Party group takes what nobody means", async ({ browser }) => {
  const ranked = await aRanking(`误填表决（演示） ${Date.now()}`);
  const programme = await rehearsal("误填演练");
  const veto = await aVeto(programme);
  await walk(browser, people.partyGroup, [
    { page: `/app/selection?programme=${ranked.programme}`, open: ["登记表决"], send: "登记表决" },
    { page: `/app/vetoes/${veto.id}?programme=${programme}`, open: ["登记党组决定"], send: /^确\s?定$/ },
    { page: `/app/supervision?programme=${programme}`, open: ["提前告知天数"], send: /^确\s?定$/ },
  ]);
  await walk(browser, people.secretary, [{ page: `/app/vetoes/${veto.id}?programme=${programme}`, open: ["提交陈述"], send: "提交陈述" }]);
});

test("no form on site takes what nobody means", async ({ browser }) => {
  const { programme, school } = await anAdmission(`误填验收（演示） ${Date.now()}`);
  const visit = await aVisit(programme, school.organisationId);
  const page = `/app/inspections/${visit.id}?programme=${programme}`;
  await expect.poll(async () => (await call<{ items: object[] }>(visit.recorder, "GET", `/api/inspections/${visit.id}`)).items.length).toBe(1);
  await walk(browser, people.inspector, [
    { page, open: ["开始验收", "记一项加分或扣分"], send: /^确\s?定$/ },
    { page, open: ["开始验收", "成员缺席"], send: "成员缺席" },
    { page, open: ["开始验收", "未能现场评分"], send: "未能现场评分" },
  ]);
});

test("no form of a school takes what nobody means", async ({ browser }) => {
  const programme = await rehearsal("误填演练");
  const [plan, application] = await Promise.all([aPlan(programme), aDraft(programme)]);
  await walk(browser, people.secretary, [
    { page: `/app/plans/${plan.id}?programme=${programme}`, open: [], send: "提交审核", whole: "DRAFT" },
    { page: `/app/applications/${application.id}?programme=${programme}`, open: [], send: "签署提交", whole: "DRAFT" },
    { page: "/app/adoptions", open: ["登记借鉴"], send: "登记借鉴" },
    { page: `/app/applications?programme=${programme}`, open: ["新建申报"], send: "新建申报" },
    { page: `/app/nominations?programme=${programme}`, open: [/推荐/], send: /推荐/, day: true },
    { page: `/app/conflicts?programme=${programme}`, open: ["申报回避"], send: "申报回避", choices: true },
    { page: `/app/progress?programme=${programme}`, open: ["记一条活动"], send: /^保\s?存$/, day: true },
    { page: "/app/", open: ["提意见建议"], send: /^送\s?出$/ },
  ]);
});

test("no form of who screens takes what nobody means", async ({ browser }) => {
  const programme = await rehearsal("误填演练");
  const { id } = await aSubmission(programme);
  await walk(browser, people.reviewer, [
    { page: `/app/applications/${id}?programme=${programme}`, open: ["退回修改"], send: "退回修改" },
    { page: `/app/applications/${id}?programme=${programme}`, open: ["不推荐"], send: "不推荐" },
    { page: `/app/applications/${id}?programme=${programme}`, open: [/^推\s?荐$/], send: /^推\s?荐$/, choices: true },
  ]);
});

test("no form of discipline takes what nobody means", async ({ browser }) => {
  const programme = await rehearsal("误填演练");
  await walk(browser, people.discipline, [{ page: `/app/vetoes?programme=${programme}`, open: ["提请一票否决"], send: "提请一票否决" }]);
});

async function walk(browser: Browser, username: string, forms: Form[]) {
  const page = await signedIn(browser, username);
  page.setDefaultTimeout(30_000);
  page.on("dialog", async (dialog) => {
    if (dialog.type() === "beforeunload") {
      await dialog.accept(); // what is not saved is left
      return;
    }
    await dialog.dismiss();
    expect.soft(dialog.message(), "what was typed ran as a script").toBe("");
  });
  for (const form of forms) {
    await test.step(`${form.page} ${form.open.join(" ")}`, async () => {
      await page.goto(form.page);
      if (form.find !== undefined) {
        await page.getByRole("searchbox").fill(form.find);
      }
      for (const way of form.open) {
        await page.getByRole("button", { name: way }).or(page.getByRole("tab", { name: way })).first().click();
      }
      const sheet = form.whole === undefined ? page.getByRole("dialog").last() : page.getByRole("main");
      await expect(sheet.getByRole("button", { name: form.send }).last()).toBeVisible();
      await refused(page, sheet, form, () => emptied(sheet));
      if (form.choices !== true) {
        await refused(page, sheet, form, () => filled(sheet, absurd));
      }
      if (form.day === true) {
        await refused(page, sheet, form, () => filled(sheet, "请核对这一项。"));
      }
    });
  }
  await page.context().close();
}

/** Sends the form so, and sees that it is refused with reasons; or reads beside its button why it cannot be sent. */
async function refused(page: Page, sheet: Locator, form: Form, prepare: () => Promise<void>) {
  const wrong: string[] = [];
  const hear = (response: Response) => {
    const method = response.request().method();
    const kept = form.whole === "DRAFT" && method === "PUT";
    if (response.status() >= 500 || (response.ok() && method !== "GET" && !kept)) {
      wrong.push(`${method} ${response.url()}: ${response.status()}`);
    }
  };
  await prepare();
  page.on("response", hear);
  const send = sheet.getByRole("button", { name: form.send }).last();
  const impossible = await send.isDisabled();
  if (!impossible) {
    await send.click();
  }
  const reasons = sheet.locator(impossible ? ".ant-alert-warning" : ".ant-form-item-explain-error");
  await expect(reasons.first()).toBeVisible();
  for (const reason of await reasons.allInnerTexts()) {
    expect(reason).toMatch(/^[^a-z]*[\u4e00-\u9fff][^a-z]*$/);
  }
  await expect(sheet).toBeVisible();
  page.off("response", hear);
  expect(wrong).toEqual([]);
}

/** What is typed or counted in a form, and the days; what is chosen is looked for apart. */
const fields = (sheet: Locator) => sheet.locator("input:enabled:not([type=checkbox]):not([type=radio]):not([type=file]):not([role=combobox]), textarea:enabled").filter({ visible: true });

async function emptied(sheet: Locator) {
  for (const field of await fields(sheet).all()) {
    await field.fill("");
  }
}

const absurd = `<script>alert("甲")</script>${"甲".repeat(6_000)}`;

/** The first of every choice, a day long past, a number without end, and the same text everywhere. */
async function filled(sheet: Locator, text: string) {
  for (const choice of await sheet.getByRole("combobox").filter({ visible: true }).all()) {
    await choice.click();
    await choice.press("Enter");
    await choice.press("Tab");
  }
  for (const option of await sheet.getByRole("radiogroup").filter({ visible: true }).all()) {
    await option.locator("label").first().click();
  }
  for (const field of await fields(sheet).all()) {
    const kind = await field.evaluate((input) => (input.closest(".ant-picker") === null ? (input.closest(".ant-input-number") === null ? "text" : "number") : "day"));
    await field.fill({ text, number: "99999999999", day: "1900年1月1日" }[kind]);
    await field.press(kind === "day" ? "Enter" : "Tab");
  }
}
