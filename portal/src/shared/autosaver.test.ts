import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "../api/problem";
import { Autosaver } from "./autosaver";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function saverThat(answer: (content: string, version: number) => Promise<number>) {
  const save = vi.fn(answer);
  return { save, saver: new Autosaver<string>(save, 1) };
}

const accepts = async (_: string, version: number) => version + 1;

describe("a draft that is typed", () => {
  it("is sent once the keys are quiet, with the version it was based on", async () => {
    const { save, saver } = saverThat(accepts);
    saver.typed("四");
    saver.typed("四红");
    expect(saver.state.phase).toBe("UNSAVED");
    await vi.advanceTimersByTimeAsync(1500);
    expect(save.mock.calls).toEqual([["四红", 1]]);
    expect(saver.state.phase).toBe("SAVED");
    expect(saver.version).toBe(2);
  });

  it("is sent within four seconds even when the keys never rest", async () => {
    const { save, saver } = saverThat(accepts);
    for (let second = 0; second < 5; second++) {
      saver.typed(`字${second}`);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(save).toHaveBeenCalledOnce();
  });

  it("is sent again when more was typed while it was on its way", async () => {
    const onTheirWay: (() => void)[] = [];
    const { save, saver } = saverThat((_, version) => new Promise((resolve) => void onTheirWay.push(() => resolve(version + 1))));
    saver.typed("一");
    await vi.advanceTimersByTimeAsync(1500);
    saver.typed("一二");
    expect(saver.state.phase).toBe("SAVING");
    onTheirWay.shift()?.();
    await vi.advanceTimersByTimeAsync(1500);
    onTheirWay.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(save.mock.calls).toEqual([
      ["一", 1],
      ["一二", 2],
    ]);
    expect(saver.state.phase).toBe("SAVED");
  });
});

describe("a draft that could not be kept", () => {
  it("says why and is sent again when asked", async () => {
    let down = true;
    const { saver } = saverThat(async (_, version) => {
      if (down) {
        throw new Problem(503, "unavailable", "服务暂时不可用");
      }
      return version + 1;
    });
    saver.typed("文");
    await vi.advanceTimersByTimeAsync(1500);
    expect(saver.state.phase).toBe("FAILED");
    expect(saver.state.problem?.code).toBe("unavailable");
    down = false;
    expect(await saver.flush()).toBe(true);
    expect(saver.state.phase).toBe("SAVED");
  });

  it("never overwrites what somebody else saved meanwhile", async () => {
    const { save, saver } = saverThat(async () => {
      throw new Problem(409, "stale-version", "已被他人更新");
    });
    saver.typed("我的");
    await vi.advanceTimersByTimeAsync(1500);
    expect(saver.state.phase).toBe("CONFLICT");
    saver.typed("我的新稿");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(save).toHaveBeenCalledOnce();
    expect(await saver.flush()).toBe(false);
  });
});

describe("leaving the page", () => {
  it("first sends what is unsaved", async () => {
    const { save, saver } = saverThat(accepts);
    saver.typed("最后一句");
    expect(await saver.flush()).toBe(true);
    expect(save).toHaveBeenCalledOnce();
  });

  it("has nothing to do when all is saved", async () => {
    const { save, saver } = saverThat(accepts);
    expect(await saver.flush()).toBe(true);
    expect(save).not.toHaveBeenCalled();
  });
});
