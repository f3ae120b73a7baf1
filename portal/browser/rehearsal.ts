import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";
import { aRehearsal, call, request, withoutPages } from "./call";
import { others, people } from "./people";

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

const seatOf = async (person: APIRequestContext) => {
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

/**
 * A notice that waits for somebody else to look through it, of a rehearsal of one school with one application: all that
 * comes before it in a programme, in calls.
 */
export async function aNoticeDraft(title: string) {
  const { office, reviewer, group, approver } = await atDesks({ office: people.office, reviewer: people.reviewer, group: people.partyGroup, approver: others.secondMember });
  const programme = await aRehearsal(office, title, { mutualReview: 0, appraisal: 0, acceptance: 100, supervision: 0 });
  const { id, version: signed, school, title: entry } = await aSubmission(programme);
  const unit = await seatOf(reviewer);
  await call(reviewer, "POST", `/api/applications/${id}/recommend`, { version: signed, rank: 1 });
  const preview = await call<Preview>(reviewer, "GET", `/api/batches/preview?programme=${programme}&unit=${unit.organisationId}`);
  const reasons = Object.fromEntries(preview.schools.filter((one) => one.missing.length > 0).map((one) => [one.schoolId, "演练只报一项。"]));
  const batch = await call<Moved>(reviewer, "POST", "/api/batches", { id: crypto.randomUUID(), programmeId: programme, unitId: unit.organisationId, reasons });
  await call(office, "POST", `/api/batches/${batch.id}/receive`, { version: batch.version });
  await call(office, "POST", `/api/batches/${batch.id}/admit`, { waiting: 1 });
  await inspected(programme, school.organisationId);

  const selection = crypto.randomUUID();
  const opened = await heard<Moved>(office, "/api/selections", { id: selection, programmeId: programme });
  const standing = async () => (await call<Chosen>(office, "GET", `/api/selections/${selection}`)).categories.flatMap((one) => one.candidates.map(({ outcome }) => outcome));
  await expect.poll(standing).toContain("SELECTED");
  const frozen = await call<Moved>(office, "POST", `/api/selections/${selection}/freeze`, { version: opened.version });
  await call(group, "POST", `/api/selections/${selection}/vote`, { version: frozen.version, due: 5, present: 5, inFavour: 5, against: 0, abstained: 0, decision: "ADOPTED" });
  const version = async () => (await call<Moved>(office, "GET", `/api/selections/${selection}`)).version;
  await call(office, "POST", `/api/selections/${selection}/propose`, { version: await version() });
  const { selected, listHash } = await call<{ selected: number; listHash: string }>(approver, "GET", `/api/selections/${selection}/release`);
  await call(approver, "POST", `/api/selections/${selection}/release`, { version: await version(), selected, listHash });
  const notice = await call<Moved>(office, "POST", "/api/notices", { id: crypto.randomUUID(), selectionId: selection, title: `${title}公示`, opensOn: today() });
  return { programme, notice: notice.id, version: notice.version, application: id, school: school.name, entry };
}

/** The same, published: a list that the public may object to until its five working days are over. */
export async function aNotice(title: string) {
  const drafted = await aNoticeDraft(title);
  const group = await withoutPages(people.partyGroup);
  await call(group, "POST", `/api/notices/${drafted.notice}/publish`, { version: drafted.version, secrecyChecked: true, personalDataChecked: true });
  return drafted;
}

/** Asks a service that may hear of the programme a moment later. */
async function heard<T>(person: APIRequestContext, path: string, data: object): Promise<T> {
  let answer: APIResponse | undefined;
  await expect.poll(async () => (answer = await request(person, "POST", path, data)).status()).not.toBe(404);
  expect(answer?.ok(), `${path}: ${await answer?.text()}`).toBe(true);
  return (await answer?.json()) as T;
}

/** Whoever takes part, by what they are here. */
async function atDesks<K extends string>(names: Record<K, string>) {
  const desks: Partial<Record<K, APIRequestContext>> = {};
  await Promise.all(Object.entries<string>(names).map(async ([who, username]) => void (desks[who as K] = await withoutPages(username))));
  return desks as Record<K, APIRequestContext>;
}

/** The day in China. */
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** A visit of today to a school, which two inspectors have before them. */
export async function aVisit(programme: string, school: string) {
  const { office, recorder, other } = await atDesks({ office: people.office, recorder: people.inspector, other: others.secondInspector });
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
