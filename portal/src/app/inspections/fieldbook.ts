import type { Points } from "../rubrics/sums";
import type { Method } from "./queries";

/** What is written down at a school, as it travels. */
export type Body =
  | { kind: "METHOD"; method: Method; note: string; count: number; counts?: Partial<Record<Count, number>>; photos?: string[] }
  | { kind: "POINTS"; about: string; criterion: string; /** Milli-points; none takes back what was given. */ points?: number | null }
  | { kind: "EXCEPTION"; about: string; reason: string }
  | { kind: "ADJUSTMENT"; rule: string; times: number; reason: string; evidence: string }
  | { kind: "ABSENCE"; inspector: string; reason: string }
  | { kind: "SCORES_LOCKED"; sealed: string[] }
  | { kind: "SIGNATURE"; summary: string; schoolSignatory: string; sealed: string[]; schoolDrawing?: string; teamDrawing?: string };

/** What the number of an interview or a survey is made of. */
export type Count = "PARTY_MEMBERS" | "STAFF" | "PARENTS" | "STUDENTS" | "ISSUED" | "RETURNED" | "VALID" | "SATISFIED";

/** A record never changes once somebody else may have it; a later one replaces it by naming it. */
export type FieldRecord = { id: string; author: string; madeAt: string; replaces: string[]; body: Body };

/**
 * How far a record of this device is: WAITING nobody has it but us, TRIED it went out and no answer came,
 * SENT the service has it, REFUSED the service will not take it and said why.
 */
export type Sending = "WAITING" | "TRIED" | "SENT" | "REFUSED";

export type Kept = FieldRecord & { sending: Sending; refusal?: string };

/** What records about the same thing have in common; those of one slot replace one another. */
export function slotOf(author: string, body: Body): string {
  switch (body.kind) {
    case "METHOD":
      return `method/${author}/${body.method}`;
    case "POINTS":
      return `points/${author}/${body.about}/${body.criterion}`;
    case "EXCEPTION":
      return `exception/${author}/${body.about}`;
    case "ADJUSTMENT":
      return `adjustment/${body.rule}`;
    case "ABSENCE":
      return `absence/${body.inspector}`;
    case "SCORES_LOCKED":
      return `lock/${author}`;
    case "SIGNATURE":
      return "signature";
  }
}

/**
 * All records of one visit that this device has. It says the same as the service's book of the same records:
 * where two of a slot do not know each other both stand, and nobody's word is overwritten.
 */
export class Fieldbook {
  readonly #standing = new Map<string, Kept[]>();

  constructor(readonly records: Kept[]) {
    const taken = records.filter((record) => record.sending !== "REFUSED");
    const slots = new Map(taken.map((record) => [record.id, slotOf(record.author, record.body)]));
    const replaced = new Set(taken.flatMap((later) => later.replaces.filter((id) => slots.get(id) === slots.get(later.id))));
    for (const record of taken.filter(({ id }) => !replaced.has(id))) {
      const slot = slotOf(record.author, record.body);
      this.#standing.set(slot, [...(this.#standing.get(slot) ?? []), record]);
    }
  }

  standing(slot: string): Kept[] {
    return this.#standing.get(slot) ?? [];
  }

  /** What stands, of all kinds. */
  all(): Kept[] {
    return [...this.#standing.values()].flat();
  }

  /** The one thing said in a slot; undefined where nothing is, or where two records stand against each other. */
  said<K extends Body["kind"]>(slot: string, kind: K): Extract<Body, { kind: K }> | undefined {
    const [first, ...others] = this.standing(slot).map(({ body }) => body);
    return first?.kind === kind && others.every((other) => same(first, other)) ? (first as Extract<Body, { kind: K }>) : undefined;
  }

  pointsOf(author: string, about: string): Points {
    const points: Points = {};
    for (const { author: by, body } of this.all()) {
      if (by === author && body.kind === "POINTS" && body.about === about) {
        points[body.criterion] = this.said(slotOf(author, body), "POINTS")?.points ?? null;
      }
    }
    return points;
  }

  isLocked(author: string) {
    return this.standing(`lock/${author}`).length > 0;
  }

  isAbsent(inspector: string) {
    return this.standing(`absence/${inspector}`).length > 0;
  }

  /** The scores that a lock made now would seal. */
  lockable(author: string) {
    return this.all()
      .filter((record) => record.author === author && (record.body.kind === "POINTS" || record.body.kind === "EXCEPTION"))
      .map(({ id }) => id);
  }

  /** What a signature made now would sign. */
  signable() {
    const signed = new Set<Body["kind"]>(["METHOD", "ADJUSTMENT", "ABSENCE", "SCORES_LOCKED"]);
    return this.all()
      .filter(({ body }) => signed.has(body.kind) && isWhole(body))
      .map(({ id }) => id);
  }

  /** Slots in which records say different things. Two locks may differ in what they seal and agree all the same. */
  conflicts(): [string, Kept[]][] {
    return [...this.#standing].filter(([, [first, ...others]]) => first !== undefined && first.body.kind !== "SCORES_LOCKED" && others.some((other) => !same(first.body, other.body)));
  }

  /**
   * The page to add, and the page to tear out: what nobody else can have seen yet is written anew, so that typing
   * leaves one record and not twenty. Undefined where the book says just this already.
   */
  write(author: string, body: Body, made: { id: string; at: string }): { record: Kept; instead: string | undefined } | undefined {
    const before = this.standing(slotOf(author, body));
    const only = before.length === 1 ? before[0] : undefined;
    if (only !== undefined && same(only.body, body)) {
      return undefined;
    }
    const ours = only?.author === author && only.sending === "WAITING" ? only : undefined;
    return {
      record: { id: made.id, author, madeAt: made.at, replaces: ours?.replaces ?? before.map(({ id }) => id), body, sending: "WAITING" },
      instead: ours?.id,
    };
  }
}

/** What may be handed over. A method of which only half is written waits here until it has its count and its note. */
export function isWhole(body: Body) {
  return body.kind !== "METHOD" || (body.note.trim() !== "" && body.count >= 1);
}

/** Whether two records say the same, however their fields are ordered; what is absent, null or empty says nothing. */
export function same(one: Body, other: Body) {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, part]) => part !== undefined && part !== null && !(typeof part === "object" && Object.keys(part).length === 0))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, part]) => [key, plain(part)]),
    );
  }
  return value;
}

/** What the service brought and what this device wrote, each once; the service's word on a record is the last. */
export function together(brought: FieldRecord[], own: Kept[]): Kept[] {
  const sent: Kept[] = brought.map((record) => ({ ...record, sending: "SENT" }));
  const known = new Set(sent.map(({ id }) => id));
  return [...sent, ...own.filter(({ id }) => !known.has(id))];
}
