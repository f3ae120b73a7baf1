import { useQuery, useQueryClient } from "@tanstack/react-query";
import { courierOf, fieldKey } from "../field/field";
import { fieldStore, type OwnRecord } from "../field/store";
import { useMe } from "../shell/session";
import { type Body, Fieldbook, type FieldRecord, together } from "./fieldbook";
import { type Inspection, inspectionsKey, useRecords } from "./queries";

const aNewPage = () => ({ id: crypto.randomUUID(), at: new Date().toISOString() });

/**
 * The book of one visit as this device has it: what the service brought, and what was written here since. Writing
 * keeps the page on the device before anything else and leaves the way to the service to the courier.
 */
export function useBook(inspection: Pick<Inspection, "id">) {
  const queries = useQueryClient();
  const me = useMe().data?.subject ?? "";
  const brought = useRecords(inspection.id, true);
  const ownKey = [...fieldKey, "records", me, inspection.id];
  const own = useQuery({ queryKey: ownKey, queryFn: () => fieldStore.recordsOf(me, inspection.id), staleTime: Infinity });

  const bookNow = () => new Fieldbook(together(queries.getQueryData<FieldRecord[]>([...inspectionsKey, inspection.id, "records"]) ?? [], queries.getQueryData<OwnRecord[]>(ownKey) ?? []));

  const write = async (body: Body): Promise<void> => {
    const written = bookNow().write(me, body, aNewPage());
    if (written === undefined) {
      return;
    }
    const record = { ...written.record, owner: me, inspectionId: inspection.id };
    queries.setQueryData<OwnRecord[]>(ownKey, (before = []) => [...before.filter(({ id }) => id !== written.instead), record]);
    if (!(await fieldStore.write(record, written.instead))) {
      // it went out while this was written: say it once more, after it
      queries.setQueryData(ownKey, await fieldStore.recordsOf(me, inspection.id));
      return write(body);
    }
    // a delivery may have read the pages meanwhile
    void queries.invalidateQueries({ queryKey: ownKey });
    courierOf(me).wrote();
  };

  /** Takes away what the service refused. */
  const discardRefused = async () => {
    const refused = (await fieldStore.recordsOf(me, inspection.id)).filter(({ sending }) => sending === "REFUSED");
    await fieldStore.mark(
      refused.map(({ id }) => id),
      () => undefined,
    );
    const photos = (await fieldStore.photosOf(me)).filter((photo) => photo.inspectionId === inspection.id && photo.refusal !== undefined);
    await Promise.all(photos.map(({ id }) => fieldStore.deletePhoto(id)));
    await queries.invalidateQueries({ queryKey: fieldKey });
    courierOf(me).wrote();
  };

  return { me, brought, ready: brought.data !== undefined && own.data !== undefined, book: bookNow(), write, discardRefused };
}
