import { describe, expect, it } from "vitest";
import type { Role } from "../../texts/zh-CN";
import { hasPage, menuFor } from "./menu";

const pathsFor = (...roles: Role[]) => menuFor(roles).flatMap((group) => group.entries.map((entry) => entry.path));

describe("the menu", () => {
  it("always offers one's own tasks and ballots", () => {
    expect(pathsFor()).toEqual(["/", "/ballots"]);
    expect(pathsFor("sec-admin")).toEqual(["/", "/ballots"]);
  });

  it("gives a school what schools write, and nothing that judges them", () => {
    const paths = pathsFor("school-secretary");
    expect(paths).toContain("/plans");
    expect(paths).toContain("/applications");
    expect(paths).toContain("/adoptions");
    expect(paths).not.toContain("/screening");
    expect(paths).not.toContain("/score-sheets");
    expect(paths).not.toContain("/ledger");
  });

  it("gives a street reviewer the screening desk and the batches", () => {
    const paths = pathsFor("street-reviewer");
    expect(paths).toContain("/screening");
    expect(paths).toContain("/batches");
    expect(paths).not.toContain("/selection");
  });

  it("shows an inspector nothing but the inspections, and what was found there, beside them", () => {
    expect(pathsFor("inspector")).toEqual(["/", "/ballots", "/inspections", "/findings"]);
  });

  it("joins the menus of several roles without repeating an entry", () => {
    const paths = pathsFor("school-secretary", "info-officer", "peer-reviewer");
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain("/score-sheets");
  });
});

describe("a page", () => {
  it("is there for those in whose menu it stands", () => {
    expect(hasPage("/screening", ["street-reviewer"])).toBe(true);
    expect(hasPage("/screening", ["school-secretary"])).toBe(false);
    expect(hasPage("/findings/4711", ["inspector"])).toBe(true);
    expect(hasPage("/plans/4711", ["inspector"])).toBe(false);
  });

  it("on which a form or a rubric is written is the party office's, and the one to read is everybody's", () => {
    expect(hasPage("/forms/RED_BASE/1/next", ["school-secretary"])).toBe(false);
    expect(hasPage("/rubrics/RED_BASE/next", ["party-office"])).toBe(true);
    expect(hasPage("/forms/RED_BASE/1", ["school-secretary"])).toBe(true);
  });

  it("is there for everybody when it stands in nobody's menu", () => {
    expect(hasPage("/notifications", ["sec-admin"])).toBe(true);
    expect(hasPage("/no-such-page", ["sec-admin"])).toBe(true);
  });
});
