import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sampleOf } from "./sample";

const list = ["0b1d7e0a-0000-4000-8000-000000000001", "0b1d7e0a-0000-4000-8000-000000000002", "0b1d7e0a-0000-4000-8000-000000000003", "0b1d7e0a-0000-4000-8000-000000000004"];

/** The same by the command line's way. */
const ordered = (seed: string) =>
  list
    .map((id) => `${createHash("sha256").update(`${seed}\n${id}`).digest("hex")} ${id}`)
    .toSorted()
    .map((line) => line.split(" ")[1]);

describe("the sample of a second look", () => {
  it("is what another program makes of list and seed", async () => {
    expect(await sampleOf(list, 2, "05 12 19 23")).toEqual(ordered("05 12 19 23").slice(0, 2));
    expect(await sampleOf(list, 4, "七")).toEqual(ordered("七"));
  });

  it("changes with the seed and not with the order of the list", async () => {
    expect(await sampleOf(list.toReversed(), 3, "1")).toEqual(await sampleOf(list, 3, "1"));
    const samples = await Promise.all(["1", "2", "3", "4", "5", "6"].map(async (seed) => (await sampleOf(list, 4, seed)).join(" ")));
    expect(new Set(samples).size).toBeGreaterThan(1);
  });
});
