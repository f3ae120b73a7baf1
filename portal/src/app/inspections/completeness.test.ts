import { describe, expect, it } from "vitest";
import { membersOpen, missingMethods, missingPoints } from "./completeness";
import { type Body, Fieldbook, type Kept } from "./fieldbook";

const rubrics = [
  { category: "SCHOOL" as const, criteria: [{ code: "plan", part: "方案制订", name: "方案制订", maxPoints: 15_000 }] },
  { category: "RED_BASE" as const, criteria: [{ code: "lead", part: "组织领导", name: "组织领导", maxPoints: 15_000 }] },
];
const visit = { schoolId: "school", items: [{ applicationId: "a", category: "RED_BASE" as const, number: "1", title: "", summary: "", points: {} }] };
let made = 0;
const record = (author: string, body: Body): Kept => ({ id: String(++made), author, madeAt: "2027-12-01T02:00:00Z", replaces: [], body, sending: "SENT" });
const scored = (about: string, criterion: string, points: number) => record("me", { kind: "POINTS", about, criterion, points });
const used = (method: "DOCUMENT_REVIEW" | "SITE_VISIT" | "INTERVIEW" | "MASS_SURVEY", note = "查阅方案", count = 3) => record("other", { kind: "METHOD", method, note, count });

describe("a visit", () => {
  it("misses no score once everything has one, a zero included", () => {
    const book = new Fieldbook([scored("school", "plan", 0), scored("a", "lead", 14_000)]);
    expect(missingPoints(book, "me", visit, rubrics)).toBe(0);
    expect(missingPoints(book, "other", visit, rubrics)).toBe(2);
  });

  it("needs no score for what could not be judged on the spot", () => {
    const book = new Fieldbook([scored("school", "plan", 0), record("me", { kind: "EXCEPTION", about: "a", reason: "展厅施工" })]);
    expect(missingPoints(book, "me", visit, rubrics)).toBe(0);
  });

  it("needs all four methods, whoever of the team used them, each with a note and a count", () => {
    const book = new Fieldbook([used("DOCUMENT_REVIEW"), used("SITE_VISIT"), used("INTERVIEW", " "), used("MASS_SURVEY", "发放问卷", 0)]);
    expect(missingMethods(book)).toEqual(["INTERVIEW", "MASS_SURVEY"]);
  });

  it("waits for everybody who was there", () => {
    const book = new Fieldbook([record("a", { kind: "SCORES_LOCKED", sealed: ["1"] }), record("a", { kind: "ABSENCE", inspector: "b", reason: "因公出差" })]);
    expect(membersOpen(book, ["a", "b", "c"])).toEqual(["c"]);
  });
});
