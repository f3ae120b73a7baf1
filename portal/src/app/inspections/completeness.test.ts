import { describe, expect, it } from "vitest";
import { allHaveScored, type Draft, missingIn, recordsOf } from "./completeness";

const rubrics = [
  { category: "SCHOOL" as const, criteria: [{ code: "plan", part: "方案制订", name: "方案制订", maxPoints: 15_000 }] },
  { category: "RED_BASE" as const, criteria: [{ code: "lead", part: "组织领导", name: "组织领导", maxPoints: 15_000 }] },
];
const items = [{ applicationId: "a", category: "RED_BASE" as const }];
const record = { note: "查阅方案和活动记录", count: 3 };
const whole: Draft = {
  methods: { DOCUMENT_REVIEW: record, SITE_VISIT: record, INTERVIEW: record, MASS_SURVEY: record },
  schoolPoints: { plan: 0 },
  items: { a: { lead: 14_000 } },
};

describe("a visit", () => {
  it("can be signed with all four methods and every score, a zero included", () => {
    expect(missingIn(whole, rubrics, items).complete).toBe(true);
  });

  it("needs a note and a count for each method", () => {
    const draft = { ...whole, methods: { ...whole.methods, INTERVIEW: { note: " ", count: 4 }, MASS_SURVEY: { note: "发放问卷", count: null } } };
    expect(missingIn(draft, rubrics, items).missingMethods).toEqual(["INTERVIEW", "MASS_SURVEY"]);
  });

  it("counts what was not scored, for the school and for each item", () => {
    expect(missingIn({ ...whole, schoolPoints: {}, items: {} }, rubrics, items).missingPoints).toBe(2);
  });
});

describe("a team", () => {
  it("signs once everybody has locked their scores or was absent", () => {
    expect(allHaveScored([{ inspector: "a", status: "LOCKED" }, { inspector: "b", status: "ABSENT" }])).toBe(true);
    expect(allHaveScored([{ inspector: "a", status: "LOCKED" }, { inspector: "b", status: "OPEN" }])).toBe(false);
  });
});

describe("what is kept of a draft", () => {
  it("leaves out a method that is only half recorded, and scores not given", () => {
    const records = recordsOf({ methods: { INTERVIEW: { note: "座谈", count: null }, SITE_VISIT: record }, schoolPoints: { plan: null }, items: { a: { lead: 0 } } });
    expect(records.methods).toEqual({ SITE_VISIT: record });
    expect(records.schoolPoints).toEqual({});
    expect(records.items).toEqual([{ applicationId: "a", points: { lead: 0 } }]);
  });
});
