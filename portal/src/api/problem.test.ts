import { describe, expect, it } from "vitest";
import { asProblem, fieldPath, Problem, problemFrom, sortFieldErrors } from "./problem";

describe("a refusal", () => {
  it("keeps the service's code, sentence and field errors", () => {
    const problem = problemFrom(422, {
      code: "invalid-input",
      detail: "请改正标出的字段。",
      errors: [{ field: "content.title", message: "名称不超过25字。" }],
    });
    expect(problem.code).toBe("invalid-input");
    expect(problem.message).toBe("请改正标出的字段。");
    expect(problem.errors).toEqual([{ field: "content.title", message: "名称不超过25字。" }]);
  });

  it("speaks Chinese when a proxy answered without a document", () => {
    expect(problemFrom(503, undefined).code).toBe("unavailable");
    expect(problemFrom(503, undefined).message).toContain("稍后重试");
    expect(problemFrom(418, "<html>").code).toBe("unknown");
  });

  it("knows an ended session by its status alone", () => {
    expect(problemFrom(401, undefined).code).toBe("not-signed-in");
  });

  it("calls a lost connection unreachable and leaves a refusal as it is", () => {
    expect(asProblem(new TypeError("fetch failed")).code).toBe("unreachable");
    const refusal = new Problem(409, "window-closed", "已截止。");
    expect(asProblem(refusal)).toBe(refusal);
  });

  it("survives errors that are not a list of objects", () => {
    expect(problemFrom(422, { errors: ["x", null, { field: 3 }] }).errors).toEqual([{ field: "", message: "" }]);
  });
});

describe("a field's path", () => {
  it("is split at dots and brackets, with numbers for positions", () => {
    expect(fieldPath("windows[2].opensOn")).toEqual(["windows", 2, "opensOn"]);
    expect(fieldPath("content.photos.0")).toEqual(["content", "photos", 0]);
  });
});

describe("field errors", () => {
  const problem = new Problem(422, "invalid-input", "请改正。", [
    { field: "content.title", message: "太长" },
    { field: "weights", message: "合计须为100" },
  ]);

  it("go beside the field even when the form starts deeper than the request", () => {
    const { beside } = sortFieldErrors(problem, [["title"], ["summary"]]);
    expect(beside).toEqual([{ name: ["title"], errors: ["太长"] }]);
  });

  it("that have no field are kept to be said elsewhere", () => {
    const { elsewhere } = sortFieldErrors(problem, [["title"]]);
    expect(elsewhere.map((error) => error.field)).toEqual(["weights"]);
  });

  it("are not put beside a field that only ends alike", () => {
    const { beside } = sortFieldErrors(problem, [["subtitle"]]);
    expect(beside).toEqual([]);
  });
});
