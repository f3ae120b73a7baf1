import { api as http } from "../../api/http";
import { api, type Answer } from "../../api/services";
import { asProblem, type Problem } from "../../api/problem";
import { isAway } from "../../shared/kept";
import { type Body, isWhole } from "../inspections/fieldbook";
import type { Me } from "../shell/session";
import { fieldStore, type KeptPhoto, type OwnRecord } from "./store";

/** What has not reached the service yet. */
export type Waiting = { records: number; photos: number; refused: number };

export type CourierState = {
  /** AWAY: no network, or no service. SIGNED_OUT: somebody has to sign in before anything can go. */
  phase: "IDLE" | "SENDING" | "AWAY" | "SIGNED_OUT";
  waiting: Waiting;
  /** When all that was there had been handed over, an instant. */
  deliveredAt?: string;
};

export type Synced = Answer<"/api/inspections/{id}/sync", "post">;

const atOnce = 500;
const soon = 2_000;
const again = 30_000;

/**
 * Hands over what the device keeps, whenever there is a way, in whatever order and as often as needed: what arrives
 * twice changes nothing. One window at a time does it.
 */
export class Courier {
  #state: CourierState = { phase: "IDLE", waiting: { records: 0, photos: 0, refused: 0 } };
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #delivered = new Set<(synced: Synced) => void>();

  /** @param owner the subject of whoever writes on this device now */
  constructor(readonly owner: string) {}

  /** Called with each visit that the service answered. Answers how to stop it. */
  onDelivered(listener: (synced: Synced) => void) {
    this.#delivered.add(listener);
    return () => void this.#delivered.delete(listener);
  }

  get state() {
    return this.#state;
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Goes at once, goes again when the network comes back, and every now and then. Answers how to stop it. */
  start() {
    const go = () => void this.send();
    addEventListener("online", go);
    document.addEventListener("visibilitychange", go);
    const rounds = setInterval(() => this.#state.waiting.records + this.#state.waiting.photos > 0 && go(), again);
    go();
    return () => {
      removeEventListener("online", go);
      document.removeEventListener("visibilitychange", go);
      clearInterval(rounds);
      clearTimeout(this.#timer);
    };
  }

  /** Something was written: it goes once the pen rests. */
  wrote() {
    void this.#count();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.send(), soon);
  }

  /** True when everything that was here has been handed over or refused. */
  async send(): Promise<boolean> {
    await navigator.locks.request("sihong-courier", { ifAvailable: true }, async (lock) => {
      if (lock !== null) {
        await this.#send();
      }
    });
    const { records, photos } = await this.#count();
    return records + photos === 0;
  }

  async #send() {
    const { records, photos } = await this.#count();
    if (records + photos === 0) {
      return;
    }
    this.#become({ phase: "SENDING" });
    try {
      // whoever brings a record has written it: it must be the one who did
      const me = await http.get<Me>("/api/me");
      if (!me.signedIn || me.subject !== this.owner) {
        this.#become({ phase: "SIGNED_OUT" });
        return;
      }
      await this.#sendPhotos();
      await this.#sendRecords();
      this.#become({ phase: "IDLE", deliveredAt: new Date().toISOString() });
    } catch (error) {
      this.#become({ phase: asProblem(error).status === 401 ? "SIGNED_OUT" : "AWAY" });
    }
  }

  async #sendPhotos() {
    for (const photo of (await fieldStore.photosOf(this.owner)).filter(isUnsent)) {
      try {
        await api.upload("put", "/api/inspections/{id}/photos/{photo}", { id: photo.inspectionId, photo: photo.id }, photo.picture, "image/jpeg");
        await fieldStore.putPhoto({ ...photo, sent: true });
      } catch (error) {
        await fieldStore.putPhoto({ ...photo, refusal: refusalOf(error).message });
      }
      await this.#count();
    }
  }

  async #sendRecords() {
    const byVisit = Map.groupBy((await fieldStore.allRecords(this.owner)).filter(waits), ({ inspectionId }) => inspectionId);
    for (const [visit, records] of byVisit) {
      for (let from = 0; from < records.length; from += atOnce) {
        await this.#sync(visit, records.slice(from, from + atOnce));
        await this.#count();
      }
    }
  }

  async #sync(visit: string, records: OwnRecord[]) {
    const ids = records.map(({ id }) => id);
    // from here on somebody else may have them, even if we never hear of it
    await fieldStore.mark(ids, (record) => ({ ...record, sending: "TRIED" }));
    try {
      const synced = await api.post("/api/inspections/{id}/sync", {
        records: records.map(({ id, madeAt, replaces, body }) => ({ id, madeAt, replaces, body: whole(body) })),
      }, { id: visit });
      const refusals = new Map(synced.refused.map(({ id, message }) => [id, message]));
      await fieldStore.keepAnswer(`/api/inspections/${visit}`, synced.visit);
      await fieldStore.keepAnswer(`/api/inspections/${visit}/records`, synced.records);
      await fieldStore.mark(ids, (record) => (refusals.has(record.id) ? { ...record, sending: "REFUSED", refusal: refusals.get(record.id) } : undefined));
      this.#delivered.forEach((listener) => listener(synced));
    } catch (error) {
      const { message } = refusalOf(error);
      if (records.length > 1) {
        // one of them is to blame, and only that one shall stay
        for (const record of records) {
          await this.#sync(visit, [record]);
        }
        return;
      }
      await fieldStore.mark(ids, (record) => ({ ...record, sending: "REFUSED", refusal: message }));
    }
  }

  async #count(): Promise<Waiting> {
    const [records, photos] = await Promise.all([fieldStore.allRecords(this.owner), fieldStore.photosOf(this.owner)]);
    const refused = records.filter(({ sending }) => sending === "REFUSED").length + photos.filter(({ refusal }) => refusal !== undefined).length;
    const waiting = { records: records.filter(waits).length, photos: photos.filter(isUnsent).length, refused };
    this.#become({ waiting });
    return waiting;
  }

  #become(change: Partial<CourierState>) {
    this.#state = { ...this.#state, ...change };
    this.#listeners.forEach((listener) => listener());
  }
}

const waits = ({ sending, body }: OwnRecord) => (sending === "WAITING" || sending === "TRIED") && isWhole(body);
const isUnsent = ({ sent, refusal }: KeptPhoto) => !sent && refusal === undefined;

/** What the service says no to for good; anything that passes with time is thrown on. */
function refusalOf(error: unknown): Problem {
  const problem = asProblem(error);
  if (isAway(problem) || problem.status === 401 || problem.status === 429) {
    throw problem;
  }
  return problem;
}

/** Devices leave out what is empty. */
function whole(body: Body) {
  return body.kind === "METHOD" ? { ...body, counts: body.counts ?? {}, photos: body.photos ?? [] } : body;
}
