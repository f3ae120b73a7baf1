import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Kept } from "../inspections/fieldbook";

/** A photograph or a drawn signature; the picture stays here after it was sent, to be seen without a network. */
export type KeptPhoto = { id: string; owner: string; inspectionId: string; picture: Blob; sent: boolean; refusal?: string };

export type OwnRecord = Kept & { owner: string; inspectionId: string };

interface Field extends DBSchema {
  /** What the services last answered, by address: what pages show when there is no network. */
  answers: { key: string; value: unknown };
  records: { key: string; value: OwnRecord; indexes: { visit: [string, string]; owner: string } };
  photos: { key: string; value: KeptPhoto; indexes: { visit: [string, string]; owner: string } };
}

let opened: Promise<IDBPDatabase<Field>> | undefined;

const database = () =>
  (opened ??= openDB<Field>("sihong-field", 1, {
    upgrade(db) {
      db.createObjectStore("answers");
      for (const name of ["records", "photos"] as const) {
        const kept = db.createObjectStore(name, { keyPath: "id" });
        kept.createIndex("visit", ["owner", "inspectionId"]);
        kept.createIndex("owner", "owner");
      }
    },
  }));

/**
 * What an inspector's device keeps while it has no network. Records belong to whoever wrote them: somebody else who
 * signs in on the same device neither sees nor sends them.
 */
export const fieldStore = {
  keepAnswer: async (address: string, answer: unknown) => void (await (await database()).put("answers", answer, address)),
  answer: async <T>(address: string) => (await (await database()).get("answers", address)) as T | undefined,

  recordsOf: async (owner: string, inspectionId: string): Promise<OwnRecord[]> => (await database()).getAllFromIndex("records", "visit", [owner, inspectionId]),
  allRecords: async (owner: string): Promise<OwnRecord[]> => (await database()).getAllFromIndex("records", "owner", owner),

  /** One page more, one page less: both or neither. */
  async write(record: OwnRecord, instead: string | undefined) {
    const transaction = (await database()).transaction("records", "readwrite");
    if (instead !== undefined) {
      const before = await transaction.store.get(instead);
      if (before !== undefined && before.sending !== "WAITING") {
        transaction.abort();
        await transaction.done.catch(() => undefined);
        return false;
      }
      await transaction.store.delete(instead);
    }
    await transaction.store.put(record);
    await transaction.done;
    return true;
  },

  /** Changes how far records are; one that is gone meanwhile stays gone. */
  async mark(ids: string[], change: (record: OwnRecord) => OwnRecord | undefined) {
    const transaction = (await database()).transaction("records", "readwrite");
    for (const id of ids) {
      const record = await transaction.store.get(id);
      const changed = record === undefined ? undefined : change(record);
      await (changed === undefined ? transaction.store.delete(id) : transaction.store.put(changed));
    }
    await transaction.done;
  },

  putPhoto: async (photo: KeptPhoto) => void (await (await database()).put("photos", photo)),
  photo: async (id: string) => (await database()).get("photos", id),
  photosOf: async (owner: string): Promise<KeptPhoto[]> => (await database()).getAllFromIndex("photos", "owner", owner),
  deletePhoto: async (id: string) => (await database()).delete("photos", id),

  /** At sign-out nothing of theirs is left: neither what was read nor what was written. */
  async clear(owner: string) {
    const db = await database();
    await db.clear("answers");
    for (const name of ["records", "photos"] as const) {
      const transaction = db.transaction(name, "readwrite");
      for (const key of await transaction.store.index("owner").getAllKeys(owner)) {
        await transaction.store.delete(key);
      }
      await transaction.done;
    }
  },
};
