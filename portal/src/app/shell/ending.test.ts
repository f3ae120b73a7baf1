import { describe, expect, it } from "vitest";
import { endingAt, known, mustAsk, nextLook } from "./ending";

const minute = 60_000;
const hour = known(3600, 0);

describe("the end of a session", () => {
  it("is counted from when the gateway spoke, by this machine's clock", () => {
    expect(known(90, 5_000).endsAt).toBe(95_000);
  });

  it("is warned of two minutes before, and not earlier", () => {
    expect(endingAt(58 * minute - 1, hour)).toBe("CALM");
    expect(endingAt(58 * minute, hour)).toBe("SOON");
    expect(endingAt(60 * minute - 1, hour)).toBe("SOON");
    expect(endingAt(60 * minute, hour)).toBe("OVER");
  });

  it("is asked about before anybody is warned, because another window may have been at work", () => {
    expect(mustAsk(57 * minute, hour)).toBe(false);
    expect(mustAsk(58 * minute, hour)).toBe(true);
    expect(mustAsk(58 * minute + 500, known(120, 58 * minute))).toBe(false);
  });

  it("is asked about once more when it has come", () => {
    const lastMinute = known(60, 59 * minute);
    expect(mustAsk(60 * minute, lastMinute)).toBe(true);
    expect(mustAsk(60 * minute + 1, known(0, 60 * minute))).toBe(false);
  });

  it("is looked at when something changes, by the second at the last, and soon after a machine woke up", () => {
    expect(nextLook(0, hour)).toBe(30_000);
    expect(nextLook(58 * minute - 700, hour)).toBe(700);
    expect(nextLook(59 * minute, hour)).toBe(1000);
    expect(nextLook(60 * minute - 200, hour)).toBe(200);
    expect(nextLook(61 * minute, hour)).toBe(30_000);
  });
});
