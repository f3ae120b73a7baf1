import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";
import { aRehearsal, call, type Person, request, withoutPages } from "./call";
import { together, others, people } from "./people";

type Moved = { id: string; version: number };
type Listed<T> = { items: T[] };
type Mine = { organisationId: string; name: string };
type Entry = { content: Record<string, unknown> };
type Visit = Moved & { items: { applicationId: string; category: string }[] };
type Rubric = { category: string; criteria: { code: string; maxPoints: number }[] };
type Preview = { schools: { schoolId: string; missing: string[] }[] };
type Chosen = Moved & { categories: { candidates: { outcome: string }[] }[] };

const CATEGORY = "RED_CLASSROOM";

const methods = ["DOCUMENT_REVIEW", "SITE_VISIT", "INTERVIEW", "MASS_SURVEY"];

/** Who speaks for a school: its info officer writes, its secretary signs. */
type School = { infoOfficer: string; secretary: string };

/** Where somebody sits. */
const seatOf = async (person: Person) => {
  const [seat] = await call<Mine[]>(person, "GET", "/api/organisations/mine");
  if (seat === undefined) {
    throw new Error("nobody has a seat");
  }
  return seat;
};

/** An application as the info officer leaves it to the secretary: what the school said this year, said again. */
export async function aDraft(programme: string, school: School = people) {
  const writer = await withoutPages(school.infoOfficer);
  const standing = (state: string) => call<Listed<Moved>>(writer, "GET", `/api/applications?limit=1&category=${CATEGORY}&state=${state}`);
  const [told] = [...(await standing("HONOURED")).items, ...(await standing("FORMALLY_OK")).items];
  const { content } = await call<Entry>(writer, "GET", `/api/applications/${told?.id}`);
  const seat = await seatOf(writer);
  const drafted = await call<Moved>(writer, "POST", "/api/applications", { id: crypto.randomUUID(), programmeId: programme, schoolId: seat.organisationId, category: CATEGORY, content });
  return { ...drafted, school: seat, title: String(content.title) };
}

/** The same, signed. */
export async function aSubmission(programme: string, school: School = people) {
  const [drafted, secretary] = await Promise.all([aDraft(programme, school), withoutPages(school.secretary)]);
  const signed = await call<Moved>(secretary, "POST", `/api/applications/${drafted.id}/submit`, { version: drafted.version, secretaryOpinion: "同意申报。", undertaking: true });
  return { ...drafted, ...signed };
}

/** A plan as the info officer finds it: what the platform knows, and nothing else. */
export async function aPlan(programme: string) {
  const writer = await withoutPages(people.infoOfficer);
  const { organisationId: schoolId } = await seatOf(writer);
  const content = await call<object>(writer, "GET", `/api/plans/known?programme=${programme}&school=${schoolId}`);
  return call<Moved>(writer, "POST", "/api/plans", { id: crypto.randomUUID(), programmeId: programme, schoolId, content });
}

/** What a unit reported in one piece, of a rehearsal of one school with one application: it waits for the office. */
export async function aBatch(title: string, unit: School & { reviewer: string } = people) {
  const { office, reviewer } = await together(withoutPages, { office: people.office, reviewer: unit.reviewer });
  const programme = await aRehearsal(office, title, { mutualReview: 0, appraisal: 0, acceptance: 100, supervision: 0 });
  const { id, version, school, title: entry } = await aSubmission(programme, unit);
  const { organisationId } = await seatOf(reviewer);
  await call(reviewer, "POST", `/api/applications/${id}/recommend`, { version, rank: 1 });
  const preview = await call<Preview>(reviewer, "GET", `/api/batches/preview?programme=${programme}&unit=${organisationId}`);
  const reasons = Object.fromEntries(preview.schools.filter((one) => one.missing.length > 0).map((one) => [one.schoolId, "演练只报一项。"]));
  const batch = await call<Moved>(reviewer, "POST", "/api/batches", { id: crypto.randomUUID(), programmeId: programme, unitId: organisationId, reasons });
  return { programme, batch, application: id, school, entry };
}

/** The same, received: it waits for the formal check. */
export async function aReceipt(title: string) {
  const reported = await aBatch(title);
  await call(await withoutPages(people.office), "POST", `/api/batches/${reported.batch.id}/receive`, { version: reported.batch.version });
  return reported;
}

/** The same, admitted: it waits for the inspectors. */
export async function anAdmission(title: string) {
  const received = await aReceipt(title);
  await call(await withoutPages(people.office), "POST", `/api/batches/${received.batch.id}/admit`, { waiting: 1 });
  return received;
}

/** The same, seen and ranked: it waits for the Party group's vote. */
export async function aRanking(title: string) {
  const admitted = await anAdmission(title);
  await inspected(admitted.programme, admitted.school.organisationId);
  const office = await withoutPages(people.office);
  const selection = crypto.randomUUID();
  const opened = await heard<Moved>(office, "/api/selections", { id: selection, programmeId: admitted.programme });
  const standing = async () => (await call<Chosen>(office, "GET", `/api/selections/${selection}`)).categories.flatMap((one) => one.candidates.map(({ outcome }) => outcome));
  await expect.poll(standing).toContain("SELECTED");
  return { ...admitted, selection: await call<Moved>(office, "POST", `/api/selections/${selection}/freeze`, { version: opened.version }) };
}

/** The same, decided: its notice waits for somebody else to look through it. */
export async function aNoticeDraft(title: string) {
  const { selection, ...ranked } = await aRanking(title);
  const { office, group, approver } = await together(withoutPages, { office: people.office, group: people.partyGroup, approver: others.secondMember });
  const path = `/api/selections/${selection.id}`;
  await call(group, "POST", `${path}/vote`, { version: selection.version, due: 5, present: 5, inFavour: 5, against: 0, abstained: 0, decision: "ADOPTED" });
  const version = async () => (await call<Moved>(office, "GET", path)).version;
  await call(office, "POST", `${path}/propose`, { version: await version() });
  const { selected, listHash } = await call<{ selected: number; listHash: string }>(approver, "GET", `${path}/release`);
  await call(approver, "POST", `${path}/release`, { version: await version(), selected, listHash });
  return { ...ranked, notice: await call<Moved>(office, "POST", "/api/notices", { id: crypto.randomUUID(), selectionId: selection.id, title: `${title}公示`, opensOn: today() }) };
}

/** The same, published: a list that the public may object to until its five working days are over. */
export async function aNotice(title: string) {
  const drafted = await aNoticeDraft(title);
  const group = await withoutPages(people.partyGroup);
  const path = `/api/notices/${drafted.notice.id}/publish`;
  return { ...drafted, notice: await call<Moved>(group, "POST", path, { version: drafted.notice.version, secrecyChecked: true, personalDataChecked: true }) };
}

/** The same, over, which no other notice is on its first day: it waits for the commendation. */
export async function anEndedNotice(title: string) {
  const { notice, ...published } = await aNotice(title);
  const office = await withoutPages(people.office);
  const shortened = await call<Moved>(office, "POST", `/api/notices/${notice.id}/shorten`, { version: notice.version, closesOn: today(), reason: "演练当天结束。" });
  await call(office, "POST", `/api/notices/${notice.id}/close`, { version: shortened.version });
  return published;
}

/** A school that discipline would rule out: it waits for the Party group. */
export async function aVeto(programme: string) {
  const { discipline, secretary } = await together(withoutPages, { discipline: people.discipline, secretary: people.secretary });
  const { organisationId: schoolId } = await seatOf(secretary);
  let grounds: { code: string }[] = [];
  await expect.poll(async () => (grounds = (await call<{ vetoes: { code: string }[] }>(discipline, "GET", `/api/rubrics/adjusting?programme=${programme}`)).vetoes)).not.toEqual([]);
  return heard<Moved>(discipline, "/api/vetoes", { id: crypto.randomUUID(), programmeId: programme, schoolId, ground: grounds[0]?.code, fact: "演练：材料与其他学校雷同。", evidence: "比对记录一份" });
}

/** A session of joint comments that was held, and of which nothing is written yet. */
export async function aSession(programme: string) {
  const { office, secretary } = await together(withoutPages, { office: people.office, secretary: people.secretary });
  const { organisationId: schoolId } = await seatOf(secretary);
  const planned = await heard<Moved>(office, "/api/joint-comments", { id: crypto.randomUUID(), programmeId: programme, on: today(), venue: "局三楼会议室", agenda: [{ schoolId, minutes: 5 }] });
  return call<Moved>(office, "POST", `/api/joint-comments/${planned.id}/hold`, { version: planned.version });
}

/** Asks a service that may hear of the programme a moment later. */
async function heard<T>(person: APIRequestContext, path: string, data: object): Promise<T> {
  let answer: APIResponse | undefined;
  await expect.poll(async () => (answer = await request(person, "POST", path, data)).status()).not.toBe(404);
  expect(answer?.ok(), `${path}: ${await answer?.text()}`).toBe(true);
  return (await answer?.json()) as T;
}

/** The day in China. */
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Says of today that people work, where it is a day off. */
export async function aWorkingDay(office: APIRequestContext) {
  const weekday = new Date(`${today()}T00:00:00Z`).getUTCDay();
  const [declared] = await call<{ workday: boolean }[]>(office, "GET", `/api/calendar?from=${today()}&to=${today()}`);
  if (!(declared?.workday ?? (weekday > 0 && weekday < 6))) {
    await call(office, "PUT", `/api/calendar/days/${today()}`, { workday: true, name: "演练调休上班" });
  }
}

/** A visit of today to a school, which two inspectors have before them. */
export async function aVisit(programme: string, school: string) {
  const { office, recorder, other } = await together(withoutPages, { office: people.office, recorder: people.inspector, other: others.secondInspector });
  const inspectors = await Promise.all([recorder, other].map(async (one) => (await call<{ subject: string }>(one, "GET", "/api/me")).subject));
  const id = crypto.randomUUID();
  await heard(office, "/api/inspections", { programmeId: programme, visits: [{ id, schoolId: school, on: today(), inspectors }] });
  return { id, recorder, other };
}

/** Two inspectors see the school and find nothing wanting. */
async function inspected(programme: string, school: string) {
  const { id, recorder, other } = await aVisit(programme, school);
  const path = `/api/inspections/${id}`;
  const visit = () => call<Visit>(recorder, "GET", path);
  await expect.poll(async () => (await visit()).items.length).toBe(1);
  const rubrics = await call<Rubric[]>(recorder, "GET", `/api/rubrics?programme=${programme}`);
  const full = (category: string) => Object.fromEntries(rubrics.find((one) => one.category === category)?.criteria.map((one) => [one.code, one.maxPoints]) ?? []);
  await call(recorder, "POST", `${path}/start`, { version: (await visit()).version });
  for (const inspector of [recorder, other]) {
    const { version, items } = await visit();
    await call(inspector, "PUT", `${path}/records`, {
      version,
      methods: inspector === recorder ? Object.fromEntries(methods.map((method) => [method, { note: "真实、完整。", count: 12 }])) : {},
      schoolPoints: full("SCHOOL"),
      items: items.map(({ applicationId, category }) => ({ applicationId, points: full(category) })),
    });
    await call(inspector, "POST", `${path}/lock-scores`, { version: (await visit()).version });
  }
  await call(recorder, "POST", `${path}/sign`, { version: (await visit()).version, summary: "创建扎实，同意通过验收。", schoolSignatory: "王校长" });
  await call(recorder, "POST", `${path}/lock`, { version: (await visit()).version });
}
