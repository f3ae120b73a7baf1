import { describe, expect, it } from "vitest";
import { signs, withinLimit } from "./limits";

const words = { required: "请填写。", tooShort: (least: number) => `至少${least}字。`, tooLong: (limit: number, over: number) => `不超过${limit}字，现多${over}字。` };

describe("the signs of a text", () => {
  it("are what a person counts, rare characters included", () => {
    expect(signs("红色园丁")).toBe(4);
    expect(signs("𠮷老师")).toBe(3);
    expect(signs("  两 字 ")).toBe(3);
    expect(signs(undefined)).toBe(0);
  });
});

describe("a limited text", () => {
  it("may fill its limit exactly", async () => {
    await expect(withinLimit(3, words, true).validator(undefined, "𠮷老师")).resolves.toBeUndefined();
  });

  it("says by how much it is too long", async () => {
    await expect(withinLimit(2, words, true).validator(undefined, "红书屋")).rejects.toThrow("不超过2字，现多1字。");
  });

  it("has as many signs as are asked for at least", async () => {
    await expect(withinLimit(9, words, true, 4).validator(undefined, " 红书屋 ")).rejects.toThrow("至少4字。");
    await expect(withinLimit(9, words, true, 4).validator(undefined, "红色书屋")).resolves.toBeUndefined();
  });

  it("is asked for only when it is required", async () => {
    await expect(withinLimit(2, words, true).validator(undefined, "  ")).rejects.toThrow("请填写。");
    await expect(withinLimit(2, words, false).validator(undefined, "")).resolves.toBeUndefined();
  });
});
