import type { Mark } from "./queries";

const places: Mark[] = ["EXCELLENT", "QUALIFIED", "BARELY_QUALIFIED", "UNQUALIFIED", "NO_KNOWLEDGE", "ABSTAINED", "INVALID"];

/** Ballots on paper as they are typed, a line each, a number for each subject; or the first line that is wrong. */
export function sheetsOf(typed: string, subjects: number): { sheets: Mark[][] } | { wrong: number } {
  const lines = typed.split("\n").map((line) => line.trim());
  while (lines.at(-1) === "") {
    lines.pop();
  }
  const sheets: Mark[][] = [];
  for (const [n, line] of lines.entries()) {
    const marks = line.split(/[\s,，、]+/).map((number) => places[Number(number) - 1]);
    if (marks.length !== subjects || marks.includes(undefined as never)) {
      return { wrong: n + 1 };
    }
    sheets.push(marks as Mark[]);
  }
  return { sheets };
}
