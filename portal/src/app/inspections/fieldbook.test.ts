import { describe, expect, it } from "vitest";
import { type Body, Fieldbook, type Kept, together } from "./fieldbook";

const anna = "anna";
const boris = "boris";
const points = (milli: number | null): Body => ({ kind: "POINTS", about: "school", criterion: "plan", points: milli });
const method = (note: string): Body => ({ kind: "METHOD", method: "INTERVIEW", note, count: 3 });
const record = (id: string, body: Body, more: Partial<Kept> = {}): Kept => ({ id, author: anna, madeAt: "2027-12-01T02:00:00Z", replaces: [], body, sending: "SENT", ...more });
const now = { id: "new", at: "2027-12-01T03:00:00Z" };

describe("a field book", () => {
  it("says what was written last by somebody who knew what was there", () => {
    const book = new Fieldbook([record("2", points(2000), { replaces: ["1"] }), record("1", points(1000))]);
    expect(book.pointsOf(anna, "school")).toEqual({ plan: 2000 });
    expect(book.conflicts()).toEqual([]);
  });

  it("keeps both words where two devices did not know each other, and has no answer until one is chosen", () => {
    const both = [record("1", points(1000)), record("2", points(2000))];
    const book = new Fieldbook(both);
    expect(book.conflicts().map(([slot]) => slot)).toEqual(["points/anna/school/plan"]);
    expect(book.pointsOf(anna, "school")).toEqual({ plan: null });
    const chosen = book.write(anna, points(2000), now);
    expect(chosen?.record.replaces).toEqual(["1", "2"]);
    expect(new Fieldbook([...both, ...(chosen === undefined ? [] : [chosen.record])]).pointsOf(anna, "school")).toEqual({ plan: 2000 });
  });

  it("writes a page anew while nobody else can have seen it", () => {
    const book = new Fieldbook([record("0", method("到校")), record("1", method("到校座谈"), { replaces: ["0"], sending: "WAITING" })]);
    expect(book.write(anna, method("到校座谈三人"), now)).toEqual({ record: expect.objectContaining({ id: "new", replaces: ["0"] }) as Kept, instead: "1" });
  });

  it("never tears out a page that went out, even if no answer came", () => {
    const book = new Fieldbook([record("1", method("到校"), { sending: "TRIED" })]);
    expect(book.write(anna, method("到校座谈"), now)).toEqual({ record: expect.objectContaining({ replaces: ["1"] }) as Kept, instead: undefined });
  });

  it("never tears out the page of somebody else", () => {
    const said: Body = { kind: "ADJUSTMENT", rule: "late", times: 1, reason: "迟交材料", evidence: "收件记录" };
    const book = new Fieldbook([record("1", said, { author: boris, sending: "WAITING" })]);
    expect(book.write(anna, { ...said, times: 2 }, now)?.instead).toBeUndefined();
  });

  it("writes nothing where it says so already", () => {
    const book = new Fieldbook([record("1", { kind: "POINTS", points: 0, criterion: "plan", about: "school" })]);
    expect(book.write(anna, points(0), now)).toBeUndefined();
  });

  it("leaves out what the service refused", () => {
    const book = new Fieldbook([record("1", points(1000)), record("2", points(999), { replaces: ["1"], sending: "REFUSED", refusal: "分值不对" })]);
    expect(book.pointsOf(anna, "school")).toEqual({ plan: 1000 });
  });

  it("seals one's own scores, and signs what the team has in common with everybody's locks", () => {
    const book = new Fieldbook([
      record("1", points(1000)),
      record("2", points(500), { author: boris }),
      record("3", method("座谈")),
      record("4", { kind: "SCORES_LOCKED", sealed: ["2"] }, { author: boris }),
    ]);
    expect(book.lockable(anna)).toEqual(["1"]);
    expect(book.signable()).toEqual(["3", "4"]);
    expect(book.isLocked(boris)).toBe(true);
    expect(book.isLocked(anna)).toBe(false);
  });
});

describe("what comes from the service", () => {
  it("settles how far our own records are", () => {
    const all = together([record("1", points(1000))], [record("1", points(1000), { sending: "TRIED" }), record("2", method("座谈"), { sending: "WAITING" })]);
    expect(all.map(({ id, sending }) => `${id} ${sending}`)).toEqual(["1 SENT", "2 WAITING"]);
  });
});
