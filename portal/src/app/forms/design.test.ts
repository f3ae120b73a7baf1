import { describe, expect, it } from "vitest";
import type { Field, FormDefinition } from "../applications/form";
import { answersTo, askedBefore, carried, freshField, nextOf, stepFrom, withCriteria, withField, withoutField } from "./design";

const text = (key: string): Field => ({ kind: "text", key, label: key, optional: false, max: 20, rows: 1 });
const form: FormDefinition = {
  category: "RED_BASE",
  version: 1,
  minutes: 30,
  undertaking: "真实",
  sections: [
    { title: "一", fields: [text("a"), text("b")] },
    { title: "二", fields: [text("c")] },
  ],
};
const keys = (one: FormDefinition) => one.sections.map((section) => section.fields.map((field) => field.key).join(""));

describe("a form that is designed", () => {
  it("begins as the version before it, which stays what it was", () => {
    const next = withField(nextOf(form), { section: 0, at: 0 }, text("x"));
    expect(next.version).toBe(2);
    expect(keys(next)).toEqual(["xb", "c"]);
    expect(keys(form)).toEqual(["ab", "c"]);
  });

  it("moves a question step by step, over the edge of its section, and no further than the form", () => {
    expect(stepFrom(form, { section: 0, at: 0 }, -1)).toBeUndefined();
    expect(stepFrom(form, { section: 1, at: 0 }, 1)).toBeUndefined();
    const over = stepFrom(form, { section: 0, at: 1 }, 1);
    expect(over).toEqual({ section: 1, at: 0 });
    expect(keys(carried(form, { section: 0, at: 1 }, over ?? { section: 0, at: 0 }))).toEqual(["a", "bc"]);
    const back = stepFrom(form, { section: 1, at: 0 }, -1);
    expect(keys(carried(form, { section: 1, at: 0 }, back ?? { section: 0, at: 0 }))).toEqual(["abc", ""]);
  });

  it("swaps neighbours in one section", () => {
    expect(keys(carried(form, { section: 0, at: 0 }, { section: 0, at: 1 }))).toEqual(["ba", "c"]);
    expect(keys(withoutField(form, { section: 0, at: 0 }))).toEqual(["b", "c"]);
  });

  it("lets a question depend only on what is asked before it", () => {
    expect(askedBefore(form, { section: 1, at: 0 }).map(({ key }) => key)).toEqual(["a", "b"]);
    expect(askedBefore(form, { section: 0, at: 0 })).toEqual([]);
    expect(answersTo({ ...freshField("yesNo", "有无") }, { yes: "是", no: "否" }).map(({ value }) => value)).toEqual(["true", "false"]);
  });

  it("gives every new question a name of its own that the service takes", () => {
    const made = [freshField("text", "甲"), freshField("text", "甲")].map(({ key }) => key);
    expect(new Set(made).size).toBe(2);
    expect(made.every((key) => /^[a-z][A-Za-z0-9]{0,39}$/.test(key))).toBe(true);
  });

  it("takes the criteria of a rubric, and lets no evidence speak for what is gone", () => {
    const criteria = [{ code: "new", part: "新", name: "新", maxPoints: 1000 }];
    const judged = { ...form, sections: [{ title: "自评", fields: [{ ...freshField("scores", "自评"), criteria: [] } as Field, { ...freshField("evidence", "佐证"), criteria: ["old", "new"] } as Field] }] };
    expect(withCriteria(judged, criteria).sections[0]?.fields).toMatchObject([{ criteria }, { criteria: ["new"] }]);
  });
});
