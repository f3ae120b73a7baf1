import { describe, expect, it } from "vitest";
import { csv } from "./csv";

const table = (cell: string | number | null) => csv({ 名称: () => cell }, [{}]).slice(1);

describe("a table for a spreadsheet", () => {
  it("has the columns' names, then a line for each row, and says that it is UTF-8", () => {
    expect(csv({ 学校: (row: { school: string }) => row.school, 件数: () => 3 }, [{ school: "育英小学" }, { school: "凤鸣学校" }])).toBe("\uFEFF学校,件数\r\n育英小学,3\r\n凤鸣学校,3\r\n");
  });

  it("keeps commas, quotes and line ends within their cell", () => {
    expect(table('一,"二"\n三')).toBe('名称\r\n"一,""二""\n三"\r\n');
  });

  it.each(["=1+1", "+86", "-5", "@SUM(A1)"])("takes %s for a text, which somebody else may have typed", (typed) => {
    expect(table(typed)).toBe(`名称\r\n'${typed}\r\n`);
  });

  it("leaves a number a number, and nothing empty", () => {
    expect(table(-5)).toBe("名称\r\n-5\r\n");
    expect(table(null)).toBe("名称\r\n\r\n");
  });
});
