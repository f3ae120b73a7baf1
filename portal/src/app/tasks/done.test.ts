import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { deeds } from "../../texts/zh-CN.deeds";
import { newestFirst, pageOf } from "./done";

const services = ["submission-service", "review-service", "award-service"];

/** Every name under which a service writes something into its trail: whole, or the second half behind a first one that its class adds. */
function written() {
  const sources = services
    .map((service) => join("..", service, "src/main/java"))
    .flatMap((root) => readdirSync(root, { recursive: true, encoding: "utf8" }).map((file) => join(root, file)))
    .filter((file) => file.endsWith(".java"))
    .map((file) => readFileSync(file, "utf8"));
  const whole = /(?:Deed\.of|new Deed|deed|audit|record|keep)\((?:[^;"]|"[^".]*")*?"([a-z-]+\.[a-z-]+)"/g;
  const half = /(?:audit|record|keep)\((?:[^;"])*?"([a-z-]+)"/g;
  return sources.flatMap((source) => {
    const first = /Deed\.of\(\s*"([a-z-]+)\." \+ action/.exec(source)?.[1];
    const halves = first === undefined ? [] : [...source.matchAll(half)].map(([, second]) => `${first}.${second}`);
    return source.includes("platform.audit.Audit") ? [...[...source.matchAll(whole)].map(([, name]) => name), ...halves] : [];
  });
}

describe("what somebody did", () => {
  it("has words, whatever a service writes into its trail", () => {
    const names = new Set(written());
    expect(names.size).toBeGreaterThan(80);
    expect([...names].filter((name) => name !== undefined && !(name in deeds))).toEqual([]);
  });

  it("leads to its page, if it has one", () => {
    expect(pageOf({ about: "plan", aboutId: "7" })).toBe("/plans/7");
    expect(pageOf({ about: "calendar", aboutId: "2026-11-28" })).toBeUndefined();
  });

  it("stands by time, whichever service tells it", () => {
    const order = newestFirst([{ at: "2026-11-01T00:00:00Z" }, { at: "2026-11-03T00:00:00Z" }, { at: "2026-11-02T00:00:00Z" }]);
    expect(order.map(({ at }) => at.slice(8, 10))).toEqual(["03", "02", "01"]);
  });
});
