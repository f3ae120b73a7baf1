import { describe, expect, it } from "vitest";
import { byDueDay, type Task, taskTarget } from "./queries";

const task = (title: string, dueOn?: string): Task => ({ kind: "x", title, programmeId: "p", subjectId: title, link: "/app", dueOn });

describe("tasks from all services", () => {
  it("stand by due day, those without one last", () => {
    const order = byDueDay([task("丙"), task("乙", "2027-11-02"), task("甲", "2027-11-01")]);
    expect(order.map((one) => one.title)).toEqual(["甲", "乙", "丙"]);
  });
});

describe("a task's link", () => {
  it("leads within the workbench, with what it asks for", () => {
    expect(taskTarget("/app/applications?programme=p1&state=DRAFT")).toEqual({ to: "/applications", search: { programme: "p1", state: "DRAFT" } });
    expect(taskTarget("/app")).toEqual({ to: "/", search: {} });
  });
});
