import { describe, expect, it } from "vitest";
import { criteriaOf, type Field, type FormDefinition, inWords, isAsked } from "./form";

const words = { yes: "是", no: "否", day: (iso: string) => `${iso}日`, month: (iso: string) => `${iso}月` };
const common = { key: "a", label: "甲", optional: false };

describe("a question that depends on another", () => {
  it("is always put when it depends on none", () => {
    expect(isAsked({}, {})).toBe(true);
  });

  it("is put at the answers it names, whatever their kind", () => {
    const when = { field: "audience", is: ["STUDENT"] };
    expect(isAsked({ when }, {})).toBe(false);
    expect(isAsked({ when }, { audience: "TEACHER" })).toBe(false);
    expect(isAsked({ when }, { audience: "STUDENT" })).toBe(true);
    expect(isAsked({ when }, { audience: ["TEACHER", "STUDENT"] })).toBe(true);
    expect(isAsked({ when: { field: "reviewed", is: ["false"] } }, { reviewed: false })).toBe(true);
  });

  it("is put at any answer when it names none", () => {
    expect(isAsked({ when: { field: "media" } }, { media: "" })).toBe(false);
    expect(isAsked({ when: { field: "media" } }, { media: "网址" })).toBe(true);
  });
});

describe("an answer in words", () => {
  it("says what was chosen, with units and days", () => {
    const choice: Field = { ...common, kind: "choice", several: true, options: [{ value: "A", label: "展厅" }, { value: "B", label: "教室" }] };
    expect(inWords(choice, ["B", "A"], words)).toBe("教室、展厅");
    expect(inWords({ ...common, kind: "amount", min: 0, max: 9, unit: "年" }, 0, words)).toBe("0 年");
    expect(inWords({ ...common, kind: "yesNo" }, false, words)).toBe("否");
    expect(inWords({ ...common, kind: "day" }, "2026-09-01", words)).toBe("2026-09-01日");
    expect(inWords({ ...common, kind: "text", max: 9, rows: 1 }, undefined, words)).toBeUndefined();
  });
});

describe("the criteria of a form", () => {
  it("are those it scores", () => {
    const criteria = [{ code: "aims", part: "设计", name: "目标", maxPoints: 8000 }];
    const form: FormDefinition = { category: "RED_CLASSROOM", version: 1, minutes: 20, undertaking: "真实", sections: [{ title: "自评", fields: [{ ...common, kind: "scores", criteria }] }] };
    expect(criteriaOf(form)).toEqual(criteria);
  });
});
