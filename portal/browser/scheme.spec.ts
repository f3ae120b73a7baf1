import { expect, type Page } from "@playwright/test";
import { call } from "./call";
import { locksScores, locksVisit, looksThroughAndPublishes, method, scores, signs } from "./deeds";
import { aDayIn, choose, confirm, forEverybody, mySchool, nameOf, others, people, signedIn, takesUp, together, writesDay } from "./people";
import { picture } from "./picture";
import { test } from "./story";

/**
 * The whole scheme: a bureau's office, a school's info officer and secretary, the reviewer of its street, inspectors and
 * members of the Party group take turns on their own pages, and each finds what the one before left to them. It is a
 * rehearsal of its own, in a year long past; so its public notice may be cut short, which no other's may.
 */
test("the whole scheme, from the programme to the certificate, by those who act in it", async ({ browser }) => {
  test.slow();
  const now = Date.now();
  const title = `全程演练（演示） ${now}`;
  const lesson = `一张借条的故事 ${now % 100_000}`;
  const { office, clerk, secretary, reviewer, inspector, member, secondInspector, secondMember } = await together((one) => signedIn(browser, one), {
    office: people.office,
    clerk: people.infoOfficer,
    secretary: people.secretary,
    reviewer: people.reviewer,
    inspector: people.inspector,
    member: people.partyGroup,
    // two go to a school, and whoever recorded the vote releases nothing: two posts are held by two people
    secondInspector: others.secondInspector,
    secondMember: others.secondMember,
  });
  const school = await mySchool(secretary);
  let programme = "";

  await test.step("the office writes the programme and issues it", async () => {
    await office.goto("/app/programmes");
    await office.getByRole("button", { name: "新建方案" }).click();
    const dialog = office.getByRole("dialog");
    await dialog.getByLabel("年度").fill("2021");
    await dialog.getByText("演示方案", { exact: true }).click();
    await dialog.getByRole("button", { name: "新建方案" }).click();
    await expect(office.getByRole("heading", { level: 1 })).toContainText("2021年度");
    await fillIn(office, { 方案名称: title, 批准文号: "演教党〔2021〕1号", 批准机关: "演示机关", 所属清单事项: "演示项目" });
    await writesDay(office.getByLabel("批准日期", { exact: true }), aDayIn(-30));
    for (const stage of await office.locator(".days").all()) {
      for (const [end, days] of [["first", -30], ["last", 60]] as const) {
        await writesDay(stage.locator("input")[end](), aDayIn(days));
      }
    }
    const weights = office.locator(".ant-card", { hasText: "计分权重" });
    for (const [part, percent] of [["互查互评", "0"], ["群众评议", "0"], ["现场验收", "100"], ["督查整改", "0"]] as const) {
      await weights.getByLabel(part).fill(percent);
    }
    await office.getByRole("button", { name: "保存草稿" }).click();
    await expect(office.getByText("已保存", { exact: true })).toBeVisible();
    await office.getByRole("button", { name: "发布方案" }).click();
    await confirm(office, "发布方案");
    await expect(office.getByText("已发布", { exact: true })).toBeVisible();
    programme = new URL(office.url()).pathname.split("/").at(-1) ?? "";
  });

  await test.step("the school reads it, and says that it did", async () => {
    await takesUp(secretary, programme, `研读《${title}》`);
    await secretary.getByRole("button", { name: "已研读，确认" }).click();
    await expect(secretary.getByText(/确认研读现行版/)).toBeVisible();
  });

  await test.step("the info officer writes the school's plan", async () => {
    await clerk.goto("/app/plans");
    await clerk.getByLabel("选择方案").selectOption({ label: title });
    await clerk.getByRole("button", { name: "开始填写" }).click();
    await fillIn(clerk, plan);
    await clerk.getByLabel("姓名").first().fill("王红");
    await clerk.getByLabel("分工").first().fill("组长，负总责");
    await writesDay(clerk.getByLabel("完成日期", { exact: true }), aDayIn(200));
    await expect(clerk.getByText(/已保存/)).toBeVisible();
    await expect(clerk.getByText("提交由书记办理")).toBeVisible();
  });

  await test.step("the secretary submits the plan, the street passes it on, and the office files it", async () => {
    await takesUp(secretary, programme, "1 份实施方案草稿");
    await secretary.getByRole("link", { name: school }).click();
    await secretary.getByRole("button", { name: "提交审核" }).click();
    await confirm(secretary, "提交审核");
    await expect(secretary.getByText("待审核", { exact: true })).toBeVisible();

    await takesUp(reviewer, programme, "1 份实施方案待审核把关");
    await reviewer.getByRole("link", { name: school }).click();
    await expect(reviewer.getByText("红烛映童心").first()).toBeVisible();
    await reviewer.getByRole("button", { name: "审核通过" }).click();
    await expect(reviewer.getByText("审核通过", { exact: true })).toBeVisible();
    await takesUp(reviewer, programme, "待统一报送");
    await reviewer.getByRole("button", { name: "统一报送" }).click();
    await confirm(reviewer, "统一报送");
    await expect(reviewer.getByText("已报送", { exact: true })).toBeVisible();

    await takesUp(office, programme, "1 份实施方案待备案");
    await office.getByRole("button", { name: "备案 1 份" }).click();
    await confirm(office, "备案 1 份");
    await expect(office.getByText("已备案", { exact: true }).last()).toBeVisible();
  });

  await test.step("the info officer fills in the application", async () => {
    await goes(clerk, "申报");
    await clerk.getByRole("button", { name: "新建申报" }).first().click();
    const dialog = clerk.getByRole("dialog");
    await dialog.getByText("红色课堂", { exact: true }).click();
    await dialog.getByLabel("名称").fill(lesson);
    await dialog.getByRole("button", { name: "新建申报" }).click();
    await expect(clerk.getByRole("heading", { level: 1, name: "红色课堂申报表" })).toBeVisible();
    for (const choice of ["推荐（本校已有，择优推荐）", "学生", "党史进课堂"]) {
      await clerk.getByText(choice, { exact: true }).click();
    }
    await fillIn(clerk, application);
    await writesDay(clerk.getByLabel("讲授日期", { exact: true }), aDayIn(-40));
    await clerk.getByRole("button", { name: "添加：所结合的教育教学工作" }).click();
    await clerk.getByLabel("课程、班会或工作名称").fill("道德与法治课");
    await clerk.getByText("课堂教学", { exact: true }).click();
    for (const score of await clerk.getByRole("group", { name: "对照评分细则自评" }).getByRole("spinbutton").all()) {
      await score.fill("4");
    }
    await clerk.locator("input[type=file]").setInputFiles({ name: "课堂.png", mimeType: "image/png", buffer: picture });
    await clerk.getByLabel("佐证 1 的说明").fill("讲课现场");
    await writesDay(clerk.getByLabel("公示开始", { exact: true }), aDayIn(-21));
    await writesDay(clerk.getByLabel("公示结束", { exact: true }), aDayIn(-2));
    await clerk.getByText("公示无异议").click();
    for (const consent of await clerk.getByRole("checkbox", { name: /^同意/ }).all()) {
      await consent.check();
    }
    await expect(clerk.getByText(/已保存/)).toBeVisible();
  });

  await test.step("the secretary signs it", async () => {
    await takesUp(secretary, programme, "1 份申报草稿");
    await secretary.getByRole("link", { name: lesson }).click();
    await signs(secretary);
    await expect(secretary.getByText("待审核")).toBeVisible();
  });

  await test.step("the street's reviewer recommends it, and reports for all schools at once", async () => {
    await takesUp(reviewer, programme, "1 份申报待审核筛选");
    await reviewer.getByRole("link", { name: lesson }).click();
    await expect(reviewer.getByText(application.概要)).toBeVisible();
    await reviewer.getByRole("button", { name: /^推\s?荐$/ }).click();
    await reviewer.getByRole("dialog").getByRole("button", { name: /^推\s?荐$/ }).click();
    await expect(reviewer.getByText("审核单位推荐，排序第 1")).toBeVisible();
    await takesUp(reviewer, programme, "已推荐 1 份申报，待统一报送");
    await expect(reviewer.getByRole("button", { name: "统一报送" })).toBeVisible();
    for (const reason of await reviewer.getByLabel(/未达最低数的原因$/).all()) {
      await reason.fill("演练只报一项。");
    }
    await reviewer.getByRole("button", { name: "统一报送" }).click();
    await expect(reviewer.locator(".ant-modal-confirm")).toContainText(lesson);
    await confirm(reviewer, "统一报送");
    await expect(reviewer.getByText("已报送，待接收")).toBeVisible();
  });

  await test.step("the office receives what was reported, and admits it", async () => {
    await takesUp(office, programme, "1 个单位的报送批次待受理");
    await office.getByRole("button", { name: /^接\s?收$/ }).click();
    await confirm(office, /^接\s?收$/);
    await office.getByRole("button", { name: "受理其余 1 项" }).click();
    await confirm(office, "受理其余 1 项");
    await expect(office.getByText("已受理 1")).toBeVisible();
  });

  await test.step("the inspectors see the school in four ways, score apart, and sign with it", async () => {
    await takesUp(office, programme, "安排现场考核验收：还有 1 所学校");
    await expect(office.getByText("还没有安排验收")).toBeVisible();
    await office.getByRole("button", { name: "安排验收" }).click();
    await choose(office, "学校", school);
    await writesDay(office.getByLabel("验收日期"), aDayIn(0));
    for (const one of [inspector, secondInspector]) {
      await choose(office, "验收组成员", await nameOf(one));
    }
    await office.getByRole("button", { name: "安排 1 所" }).click();
    const planned = office.getByRole("link", { name: school });
    await expect(planned).toBeVisible();
    const visit = (await planned.getAttribute("href"))?.split(/[/?]/).at(3) ?? "";
    await takesUp(inspector, visit, `到“${school}”开展现场考核验收`);
    await inspector.getByRole("button", { name: "开始验收" }).click();
    for (const [name, count, n, note] of methods) {
      await method(inspector, name, count, n, note);
    }
    await scores(inspector);
    await locksScores(inspector);
    await expect(inspector.getByText("已全部上传")).toBeVisible();

    await takesUp(secondInspector, visit, school);
    await scores(secondInspector);
    await locksScores(secondInspector);
    await expect(secondInspector.getByText("已全部上传")).toBeVisible();

    await inspector.reload();
    await inspector.getByRole("button", { name: "双方签字" }).click();
    await inspector.getByLabel("反馈小结").fill("课堂生动，史实有据，同意通过验收。");
    await inspector.getByLabel("学校签字人", { exact: true }).fill("王校长");
    await inspector.getByRole("dialog").getByRole("button", { name: "双方签字" }).click();
    await locksVisit(inspector);
    await expect(inspector.getByText("已定案").first()).toBeVisible();
  });

  await test.step("the office ranks, the Party group votes, and another of its members releases", async () => {
    await goes(office, "评选");
    await office.getByRole("button", { name: "开始评选" }).click();
    await expect(async () => {
      await office.reload();
      await office.getByRole("tab", { name: "红色课堂" }).click();
      await expect(office.getByRole("row", { name: new RegExp(`${lesson}.*入选`) })).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
    await office.getByRole("button", { name: "计算并封存" }).click();
    await confirm(office, "计算并封存");
    await expect(office.getByText("算分包校验值")).toBeVisible();

    await takesUp(member, programme, `登记“${title}”评选结果的会议表决`);
    await member.getByRole("button", { name: "登记表决" }).click();
    await fillIn(member, { 应到: "5", 实到: "5", 赞成: "5", 反对: "0", 弃权: "0" });
    await member.getByRole("dialog").getByRole("button", { name: "登记表决" }).click();
    await expect(member.getByText("表决通过").last()).toBeVisible();

    await takesUp(office, programme, `提出“${title}”的拟表彰名单`);
    await office.getByRole("button", { name: "确定拟表彰名单" }).click();
    await confirm(office, "确定拟表彰名单");

    await takesUp(secondMember, programme, `核对并发布“${title}”的评选决定`);
    await secondMember.getByRole("button", { name: "发布评选决定" }).click();
    await expect(secondMember.locator(".ant-modal-confirm")).toContainText(lesson);
    await confirm(secondMember, "发布评选决定");
  });

  await test.step("the school reads how it was judged", async () => {
    await goes(secretary, "结果告知书");
    await secretary.getByRole("button", { name: lesson }).click();
    await expect(secretary.getByText("综合得分 100 分").first()).toBeVisible();
    await secretary.keyboard.press("Escape");
  });

  const visitor = await (await browser.newContext()).newPage();
  await test.step("the office writes the notice, the Party group publishes it, and anybody reads it", async () => {
    await takesUp(office, programme, `拟写“${title}”的公示`);
    await office.getByRole("button", { name: "拟写公示" }).click();
    await office.getByRole("dialog").getByRole("button", { name: "拟写公示" }).click();
    await expect(office.getByText("待审核", { exact: true })).toBeVisible();
    await takesUp(member, programme, `核对并发布“${title}”的公示`);
    await looksThroughAndPublishes(member);
    await visitor.goto("/notices");
    await visitor.getByRole("link", { name: title }).click();
    await expect(visitor.getByText(school).first()).toBeVisible();
  });

  await test.step("nobody objects; the notice ends, and the office issues the commendation", async () => {
    await takesUp(office, programme, `“${title}”的公示期满后办结公示`);
    await office.getByRole("button", { name: "缩短公示期" }).click();
    await office.getByRole("dialog").getByLabel("理由").fill("演练当天走完全程。");
    await office.getByRole("dialog").getByRole("button", { name: "缩短公示期" }).click();
    await expect(office.getByRole("dialog")).toBeHidden();
    await office.getByRole("button", { name: "结束公示" }).click();
    await confirm(office, "结束公示");
    await takesUp(office, programme, `印发“${title}”的表彰决定`);
    await office.getByRole("button", { name: "印发表彰决定" }).click();
    await office.getByRole("dialog").getByLabel("发文字号").fill(`演教党〔2021〕${now % 100_000}号`);
    await office.getByRole("dialog").getByRole("button", { name: "印发表彰决定" }).click();
    await expect(office.locator("li.row", { hasText: lesson })).toContainText("有效");
  });

  await test.step("the school has its certificate, and whoever is shown it finds that it is true", async () => {
    await goes(secretary, "表彰与证书");
    const row = secretary.locator("li.row", { hasText: lesson });
    const download = secretary.waitForEvent("download");
    await row.getByRole("link", { name: "下载证书" }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
    // what stands on the paper
    const { items } = await call<{ items: { certificateNumber: string; code: string }[] }>(office, "GET", `/api/honours?programme=${programme}`);
    await visitor.goto("/");
    await visitor.getByLabel("证书编号").fill(items[0]?.certificateNumber ?? "");
    await visitor.getByLabel("查验码").fill(items[0]?.code ?? "");
    await visitor.getByRole("button", { name: "查验" }).click();
    await expect(visitor.getByText("这张证书真实有效")).toBeVisible();
    await expect(visitor.getByText(lesson).first()).toBeVisible();
    await forEverybody(visitor);
  });
});

/** By the menu, which keeps the programme that was chosen. */
const goes = (page: Page, entry: string) => page.getByRole("navigation").first().getByRole("link", { name: entry, exact: true }).click();

/** What is written or counted, each by the name of its field. */
async function fillIn(page: Page, answers: Record<string, string>) {
  for (const [field, answer] of Object.entries(answers)) {
    await page.getByLabel(field, { exact: true }).fill(answer);
  }
}

const plan = {
  思想建设: "每周一次理论学习，党员轮流领读，联系课堂谈体会。",
  组织建设: "两个党小组按年级组设立，组织生活按月开展。",
  制度建设: "三会一课、谈心谈话、民主评议都有制度，有人检查。",
  队伍建设: "三名青年教师递交入党申请书，由骨干党员结对培养。",
  党风廉政建设: "招生、采购、职称评审全部公开，全年无信访。",
  亮点与特色: "每周一讲，人人会讲；家长和社区一起听。",
  品牌名称: "红烛映童心",
  品牌内涵: "教师是烛，照亮学生走过的路。",
  品牌载体: "校史馆和每周的红色故事课。",
  创建方法: "先讲身边的人，再讲身后的事。",
  预期成效: "全校学生都能讲一个家乡的红色故事。",
  目标: "全年讲红色故事三十六次",
  完成标准: "有课表、有教案、有学生讲述的记录",
};

const application = {
  概要: "用一张真实的借条讲清为什么群众跟着党走，本学期已讲十二次。",
  主讲人: "王红",
  地点: "三年级教室",
  时长: "40",
  听课人数: "120",
  教学设计: "导入：出示借条；展开：小组讨论三个问题；小结：回家讲给家里人听。",
  史实来源: "《中国共产党简史》，人民出版社、中共党史出版社，2021 年。",
  本学期计划讲的周数: "18",
  已讲的周数: "12",
  应讲党员: "20",
  已讲党员: "15",
  主要做法: "教研组集体备课，每课一件实物，每周一讲，学生轮流复述。",
  成效: "三年级一百二十名学生人人会讲，家长反馈表满意率百分之九十八。",
  与教育教学结合: "与道德与法治课第三单元结合，占用课堂时间，不另设活动。",
  长效机制: "由德育处负责，每学期更新一次课目，经费列入年度预算。",
  公示地点: "校务公开栏",
};

const methods = [
  ["查阅资料", "查阅份数", "12", "教案和听课记录齐全"],
  ["实地考察", "考察处数", "2", "听了一节课，看了校史馆"],
  ["走访座谈", "座谈人数", "8", "与教师和家长座谈"],
  ["群众测评", "测评人数", "40", "当场发放并收回问卷"],
] as const;
