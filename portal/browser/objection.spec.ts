import { expect, type Page } from "@playwright/test";
import { request } from "./call";
import { aNotice } from "./rehearsal";
import { forEverybody, nameOf, people, signedIn } from "./people";
import { picture } from "./picture";
import { test } from "./story";

const field = (page: Page, name: string) => page.locator(".field", { has: page.getByLabel(name) });

test("somebody of the public objects to a notice, and reads the answer with nothing but a receipt", async ({ browser }) => {
  const now = Date.now();
  const { programme, school, entry } = await aNotice(`异议演练（演示） ${now}`);
  const objector = `石敢当${now % 1000}`;
  const unit = `清风社区居委会${now % 1000}`;
  const mail = `shi${now}@example.org`;
  const speaker = [objector, unit, mail];

  // nobody is signed in here
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto("/notices");
  await visitor.getByRole("link", { name: new RegExp(`${now}公示`) }).click();
  await expect(visitor.getByText("公示中")).toBeVisible();
  await visitor.getByRole("button", { name: "提交异议" }).click();
  await expect(field(visitor, "反映谁")).toContainText("请选择反映的对象。");
  await expect(field(visitor, "反映的事实")).toContainText("请写明反映的事实。");
  await visitor.getByLabel("反映谁").selectOption({ label: `红色课堂：${entry}（${school.name}）` });
  await visitor.getByLabel("以什么名义").selectOption("单位");
  await visitor.getByLabel("真实姓名").fill("石");
  await visitor.getByLabel("联系方式").fill(mail);
  await visitor.getByLabel("反映的事实").fill("不实。");
  await visitor.getByRole("button", { name: "提交异议" }).click();
  await expect(field(visitor, "真实姓名")).toContainText("2 至 50 个字");
  await visitor.getByLabel("真实姓名").fill(objector);
  await visitor.getByRole("button", { name: "提交异议" }).click();
  await expect(field(visitor, "单位名称")).toContainText("请填写单位全称");
  await visitor.getByLabel("单位名称").fill(unit);
  await visitor.getByRole("button", { name: "提交异议" }).click();
  await expect(field(visitor, "反映的事实")).toContainText("至少填写 20 个字");
  await expect(field(visitor, "单位名称")).toContainText("与公章一致。");
  await forEverybody(visitor);
  await visitor.getByLabel("反映的事实").fill(`${unit}${objector}反映：课堂记录中有两次活动的日期写在寒假，请核实。邮箱 ${mail}。`);
  await visitor.getByRole("button", { name: "提交异议" }).click();
  const given = (name: string) => visitor.locator("dt", { hasText: name }).locator("+ dd").innerText();
  const receipt = await given("受理编号");
  const code = await given("查询码");

  // the paper with the unit's seal: a text is none, a picture is
  const seal = visitor.getByLabel("上传盖章扫描件");
  await seal.setInputFiles({ name: "盖章件.pdf", mimeType: "application/pdf", buffer: Buffer.from("这不是扫描件") });
  await expect(visitor.getByRole("alert")).toContainText("PDF");
  await seal.setInputFiles({ name: "盖章件.png", mimeType: "image/png", buffer: picture });
  await expect(visitor.getByText("盖章扫描件已收到。")).toBeVisible();

  // what shows it: a text is none either, and one who stops may go on with the receipt
  const evidence = visitor.getByLabel("上传证据材料（选填）");
  await evidence.setInputFiles({ name: "证据.pdf", mimeType: "application/pdf", buffer: Buffer.from("这不是扫描件") });
  await expect(visitor.getByRole("alert").last()).toContainText("PDF");
  await evidence.setInputFiles(["课表", "照片"].map((name) => ({ name: `${name}.png`, mimeType: "image/png", buffer: picture })));
  await expect(visitor.getByText("已收到证据材料 2 份。")).toBeVisible();

  // whoever guesses learns nothing
  await look(visitor, receipt, "0000-0000-0000-0000");
  await expect(visitor.getByRole("alert")).toBeVisible();
  await look(visitor, receipt, code);
  await expect(visitor.getByText("已登记")).toBeVisible();
  await expect(visitor.getByText("已收到证据材料 2 份。")).toBeVisible();

  // discipline reads it without the speaker; a confirmed confidant may see who it is
  const discipline = await signedIn(browser, people.discipline);
  const group = await signedIn(browser, people.partyGroup);
  await confided(discipline, group, programme);
  await discipline.goto(`/app/objections?programme=${programme}`);
  await discipline.getByRole("link", { name: entry }).click();
  const address = new URL(discipline.url()).pathname;
  await says(discipline, "两次活动的日期写在寒假", speaker);
  await discipline.getByRole("button", { name: "查看反映人" }).click();
  const named = discipline.locator(".ant-modal-confirm");
  await expect(named).toContainText(mail);
  const piece = (await named.getByRole("link", { name: "下载证据材料 2" }).getAttribute("href")) ?? "";
  expect((await discipline.request.get(piece)).headers()["content-type"]).toBe("image/png");
  await named.getByRole("button").last().click();
  await discipline.getByRole("button", { name: /^受\s?理$/ }).click();
  // what would betray the speaker is not let through
  const accepting = discipline.getByRole("dialog");
  const redacted = await accepting.getByLabel("给被反映单位看的内容").inputValue();
  await accepting.getByLabel("给被反映单位看的内容").fill(`${objector}反映：${redacted}`);
  await accepting.getByRole("button", { name: /^受\s?理$/ }).click();
  await expect(accepting.locator(".ant-form-item-explain-error")).toContainText("仍有可能暴露反映人身份");
  await accepting.getByLabel("给被反映单位看的内容").fill(redacted);
  await accepting.getByRole("button", { name: /^受\s?理$/ }).click();
  await discipline.getByRole("button", { name: "参加核查" }).click();

  // the office takes part, and learns nothing of who it was; nor does the school
  const office = await signedIn(browser, people.office);
  await office.goto(address);
  await says(office, "两次活动的日期写在寒假", speaker);
  await expect(office.getByRole("button", { name: "查看反映人" })).toHaveCount(0);
  for (const secret of [`/api${address.slice(4)}/objector`, `/api${address.slice(4)}/seal`, piece]) {
    expect((await request(office, "GET", secret)).status()).toBe(403);
  }
  await office.getByRole("button", { name: "参加核查" }).click();
  const secretary = await signedIn(browser, people.secretary);
  await secretary.goto(`/app/objections?programme=${programme}`);
  await secretary.getByRole("link", { name: entry }).click();
  await says(secretary, "两次活动的日期写在寒假", speaker);
  await look(visitor, receipt, code);
  await expect(visitor.getByText("核查期限")).toBeVisible();

  await discipline.reload();
  await discipline.getByRole("button", { name: "提交核查报告" }).click();
  const report = discipline.getByRole("dialog");
  await report.getByRole("button", { name: "提交核查报告" }).click();
  await expect(report.locator(".ant-form-item-explain-error")).toHaveCount(2);
  await report.getByLabel("核查情况").fill("调阅了课堂记录和值班表，两次活动均在学期内。");
  await report.getByText("不属实", { exact: true }).click();
  await report.getByRole("button", { name: "提交核查报告" }).click();
  await expect(report).toBeHidden();

  await group.goto(address);
  await group.getByRole("button", { name: "作出决定" }).click();
  const deciding = group.getByRole("dialog");
  await deciding.getByText("不予认定", { exact: true }).click();
  await deciding.getByLabel("答复").fill("经两人核查，两次活动均在学期内，反映的问题不成立，名单不变。");
  await deciding.getByRole("button", { name: "作出决定" }).click();
  await expect(deciding).toBeHidden();

  await look(visitor, receipt, code);
  await expect(visitor.getByText("反映的问题不成立，名单不变")).toBeVisible();
  await forEverybody(visitor);
  await secretary.reload();
  await says(secretary, "名单不变", [...speaker, "调阅了课堂记录"]);
});

/** Discipline offers, the Party group confirms; who is confirmed stays so. */
async function confided(discipline: Page, group: Page, programme: string) {
  await discipline.goto(`/app/objections?programme=${programme}`);
  const offer = discipline.getByRole("button", { name: "由我担任" });
  await expect(offer.or(discipline.locator(".ant-card", { hasText: "指定的两名纪检人员" }).getByText(await nameOf(discipline)))).toBeVisible();
  if (await offer.isVisible()) {
    await offer.click();
  }
  await expect(offer).toBeHidden();
  await group.goto(`/app/objections?programme=${programme}`);
  await expect(group.getByRole("button", { name: /^(确\s?认|解\s?除)$/ }).first()).toBeVisible();
  const confirm = group.getByRole("button", { name: /^确\s?认$/ });
  if (await confirm.first().isVisible()) {
    await confirm.first().click();
  }
  await expect(confirm).toHaveCount(0);
}

/** The page says this, and none of those words anywhere. */
async function says(page: Page, what: string, never: string[]) {
  await expect(page.getByText(what)).toBeVisible();
  const all = await page.locator("body").innerText();
  for (const word of never) {
    expect(all).not.toContain(word);
  }
}

async function look(page: Page, receipt: string, code: string) {
  await page.goto("/objections");
  await page.getByLabel("受理编号").fill(receipt);
  await page.getByLabel("查询码").fill(code);
  await page.getByRole("button", { name: "查询" }).click();
}
