import { expect, type Page } from "@playwright/test";
import { aRehearsal, call, request } from "./call";
import { locksScores, locksVisit, method, scores } from "./deeds";
import { forEverybody, others, people, signedIn } from "./people";
import { test } from "./story";

type Organisation = { id: string; name: string; kind: string };

test("two inspectors work in a school without a network, and all that they wrote arrives once", async ({ browser }) => {
  const office = await signedIn(browser, people.office);
  const anna = await signedIn(browser, people.inspector);
  const boris = await signedIn(browser, others.secondInspector);
  const { visit, programme, school } = await aVisit(office, [anna, boris]);

  // what is needed is on the device before anybody goes
  await anna.goto(`/app/inspections?programme=${programme}`);
  await expect(anna.getByText("1 / 1 次验收已存到本机，没有网络也能打开。")).toBeVisible();
  await anna.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expect.poll(() => keptFiles(anna)).toBeGreaterThan(20);

  // no network: the page is opened anew, and is there
  await offline(anna);
  await anna.goto(`/app/inspections?programme=${programme}`);
  await anna.getByRole("link", { name: school }).click();
  await anna.getByRole("button", { name: "开始验收" }).click();
  await method(anna, "查阅资料", "查阅份数", "12", "查阅了方案、台账和活动记录");
  await anna.locator("input[type=file]").first().setInputFiles({ name: "展厅.png", mimeType: "image/png", buffer: await picture(anna) });
  await expect(anna.getByRole("img", { name: "现场照片 1" })).toBeVisible();
  await method(anna, "实地考察", "考察处数", "3", "看了书屋、展厅和国旗台");
  await scores(anna, "2");
  await expect(anna.getByText(/没有网络：\d+ 条记录、1 张图片存在本机/)).toBeVisible();
  await forEverybody(anna);

  // the device is switched off and on again, days later, still without a network
  await anna.reload();
  await expect(anna.getByLabel("查阅份数")).toHaveValue("12");
  await expect(anna.getByRole("img", { name: "现场照片 1" })).toBeVisible();
  await locksScores(anna);
  await expect(anna.getByText("已锁定评分")).toBeVisible();

  // signing out would lose it: that is said, and nothing is lost
  await anna.locator("header").getByRole("button").last().click();
  await anna.getByRole("button", { name: "退出登录" }).click();
  await expect(anna.getByText(/只存在这台设备上/)).toBeVisible();
  await anna.getByRole("button", { name: "先不退出" }).click();

  // the other one had a network all the time
  await boris.goto(`/app/inspections/${visit}?programme=${programme}`);
  await boris.getByRole("button", { name: "开始验收" }).click();
  await method(boris, "走访座谈", "座谈人数", "6", "与教师和家长座谈");
  await method(boris, "群众测评", "测评人数", "40", "发放问卷四十份");
  await scores(boris, "1.5");
  await expect(boris.getByText("已全部上传")).toBeVisible();
  await locksScores(boris);
  await expect(boris.getByText("已锁定评分")).toBeVisible();
  await expect(boris.getByText("已全部上传")).toBeVisible();

  // back on the street: everything goes by itself, and what the other wrote comes
  await online(anna);
  await expect(anna.getByText("已全部上传")).toBeVisible();
  await expect(anna.getByText("还缺")).toBeHidden();
  const records = await call<{ body: { kind: string; photos?: string[] } }[]>(office, "GET", `/api/inspections/${visit}/records`);
  const photos = records.flatMap(({ body }) => body.photos ?? []);
  expect(photos).toHaveLength(1);
  expect((await office.request.get(`/api/inspections/${visit}/photos/${photos[0]}`)).status()).toBe(200);

  // both sides sign, again without a network, and it counts once it has arrived
  await offline(anna);
  await anna.getByRole("button", { name: "双方签字" }).click();
  const signing = anna.getByRole("dialog");
  await signing.getByRole("button", { name: "双方签字" }).click();
  await expect(signing.locator(".ant-form-item-explain-error").first()).toBeVisible();
  await signing.getByLabel("反馈小结").fill("组织有力，台账完整；展厅说明牌需要更新。");
  await signing.getByLabel("学校签字人", { exact: true }).fill("王校长");
  await draws(anna, "学校签字人手写签名");
  await signing.getByRole("button", { name: "双方签字" }).click();
  await expect(anna.getByText("签字已存在本机，上传后生效。")).toBeVisible();
  await online(anna);
  await expect(anna.getByText("王校长")).toBeVisible();
  await expect(anna.getByRole("img", { name: "学校签字人手写签名" })).toBeVisible();
  await locksVisit(anna);
  await expect(anna.getByText("已定案").first()).toBeVisible();

  await office.goto(`/app/inspections/${visit}?programme=${programme}`);
  await expect(office.getByText("查阅了方案、台账和活动记录")).toBeVisible();
  await forEverybody(office);
});

test("what two devices of one inspector say differently is shown, and the inspector chooses", async ({ browser }) => {
  const office = await signedIn(browser, people.office);
  const phone = await signedIn(browser, people.inspector);
  const tablet = await signedIn(browser, people.inspector);
  const { visit, programme } = await aVisit(office, [phone]);
  for (const device of [phone, tablet]) {
    await device.goto(`/app/inspections/${visit}?programme=${programme}`);
    await device.getByRole("button", { name: "开始验收" }).click();
  }
  await offline(phone);
  await offline(tablet);
  await method(phone, "查阅资料", "查阅份数", "5", "在手机上记的");
  await method(tablet, "查阅资料", "查阅份数", "7", "在平板上记的");
  await online(phone);
  await expect(phone.getByText("已全部上传")).toBeVisible();
  await online(tablet);
  await expect(tablet.getByText("有两份不同的记录，请选定一份")).toBeVisible();
  await tablet.locator("li", { hasText: "在手机上记的" }).getByRole("button", { name: "采用这一份" }).click();
  await expect(tablet.getByText("有两份不同的记录，请选定一份")).toBeHidden();
  await expect(tablet.getByLabel("查阅份数")).toHaveValue("5");
  await expect(tablet.getByText("已全部上传")).toBeVisible();
  const seen = await call<{ methods: Record<string, { count: number }> }>(office, "GET", `/api/inspections/${visit}`);
  expect(seen.methods.DOCUMENT_REVIEW?.count).toBe(5);
});

/** A visit of today at a school that nobody visits otherwise. */
async function aVisit(office: Page, team: Page[]) {
  const programme = await aRehearsal(office, `离线验收（演示） ${Date.now()}`);
  const all = await call<Organisation[]>(office, "GET", "/api/organisations");
  const schools = all.filter(({ kind }) => kind === "SCHOOL");
  const inspectors = await Promise.all(team.map(async (page) => (await call<{ subject: string }>(page, "GET", "/api/me")).subject));
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  for (const school of schools.toReversed()) {
    const id = crypto.randomUUID();
    // the review learns of the programme a moment later, and one of the team may be tied to a school
    for (let tries = 0; tries < 5; tries++) {
      const answer = await request(office, "POST", "/api/inspections", { programmeId: programme, visits: [{ id, schoolId: school.id, on: today, inspectors }] });
      if (answer.ok()) {
        return { visit: id, programme, school: school.name };
      }
      if (answer.status() !== 404) {
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
  throw new Error("no school can be visited today");
}

async function draws(page: Page, label: string) {
  const frame = await page.getByLabel(label, { exact: true }).boundingBox();
  if (frame === null) {
    throw new Error(`nowhere to draw: ${label}`);
  }
  await page.mouse.move(frame.x + 30, frame.y + 60);
  await page.mouse.down();
  for (let step = 1; step <= 10; step++) {
    await page.mouse.move(frame.x + 30 + step * 15, frame.y + 60 + (step % 2 === 0 ? 20 : -20));
  }
  await page.mouse.up();
}

const offline = (page: Page) => page.context().setOffline(true);
const online = (page: Page) => page.context().setOffline(false);

async function picture(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 800;
    canvas.height = 600;
    const pen = canvas.getContext("2d");
    if (pen !== null) {
      pen.fillStyle = "#8c1f1f";
      pen.fillRect(0, 0, 800, 600);
    }
    return canvas.toDataURL("image/png").split(",")[1] ?? "";
  });
  return Buffer.from(drawn, "base64");
}

const keptFiles = (page: Page) =>
  page.evaluate(async () => {
    const name = (await caches.keys()).find((key) => key.startsWith("sihong-"));
    return name === undefined ? 0 : (await (await caches.open(name)).keys()).length;
  });
