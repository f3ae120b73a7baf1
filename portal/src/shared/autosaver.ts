import { asProblem, type Problem } from "../api/problem";

/** Where the typed text stands. `problem` says why it could not be kept, `savedAt` when it last was (an instant). */
export type SaveState = {
  phase: "SAVED" | "UNSAVED" | "SAVING" | "FAILED" | "CONFLICT";
  savedAt?: string;
  problem?: Problem;
};

/** How long after the last key, and at most how long after the first unsaved one, a draft is sent (ms). */
const quietFor = 1500;
const atMost = 4000;

/**
 * Keeps a draft at the server while somebody types: one save at a time, the newest content last, never more than
 * a few seconds lost. A stale version stops it, because going on would overwrite somebody else's words.
 */
export class Autosaver<T> {
  #state: SaveState = { phase: "SAVED" };
  #pending: { content: T } | undefined;
  #unsavedSince = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<boolean> | undefined;
  readonly #listeners = new Set<() => void>();

  /** @param save sends the content with the version it was based on and answers the new version */
  constructor(
    readonly save: (content: T, version: number) => Promise<number>,
    public version: number,
  ) {}

  get state() {
    return this.#state;
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  typed(content: T) {
    if (this.#pending === undefined) {
      this.#unsavedSince = Date.now();
    }
    this.#pending = { content };
    if (this.#state.phase === "CONFLICT") {
      return;
    }
    if (this.#state.phase !== "SAVING") {
      this.#become({ ...this.#state, phase: "UNSAVED" });
    }
    this.#sendSoon();
  }

  /** Sends what is unsaved now; true when everything typed is kept. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    await this.#running;
    if (this.#pending === undefined) {
      return this.#state.phase === "SAVED";
    }
    if (this.#state.phase === "CONFLICT") {
      return false;
    }
    this.#running = this.#send(this.#pending.content);
    return this.#running;
  }

  async #send(content: T): Promise<boolean> {
    this.#pending = undefined;
    this.#become({ ...this.#state, phase: "SAVING" });
    try {
      this.version = await this.save(content, this.version);
    } catch (error) {
      const problem = asProblem(error);
      this.#pending ??= { content };
      this.#become({ ...this.#state, phase: problem.code === "stale-version" ? "CONFLICT" : "FAILED", problem });
      return false;
    }
    const typedMeanwhile = this.#pending !== undefined;
    this.#become({ phase: typedMeanwhile ? "UNSAVED" : "SAVED", savedAt: new Date().toISOString() });
    if (typedMeanwhile) {
      this.#unsavedSince = Date.now();
      this.#sendSoon();
    }
    return !typedMeanwhile;
  }

  #sendSoon() {
    clearTimeout(this.#timer);
    const leftAtMost = Math.max(0, this.#unsavedSince + atMost - Date.now());
    this.#timer = setTimeout(() => void this.flush(), Math.min(quietFor, leftAtMost));
  }

  #become(state: SaveState) {
    this.#state = state;
    this.#listeners.forEach((listener) => listener());
  }
}
