import { useQuery } from "@tanstack/react-query";
import { api, type Answer, type Row } from "../../api/services";

export type Batch = Row<"/api/batches">;

/** How one school stands against the minimum, recommended and built together. */
export type SchoolCount = BatchPreview["schools"][number];

export type BatchItem = BatchPreview["recommended"][number];

/** What a unit would report now. */
export type BatchPreview = Answer<"/api/batches/preview">;

export const batchesKey = ["batches"];

export function useBatches(programmeId: string) {
  return useQuery({
    queryKey: [...batchesKey, "of", programmeId],
    queryFn: () => api.get("/api/batches", { programme: programmeId }),
  });
}

export function useBatchPreview(programmeId: string, unitId: string | undefined) {
  return useQuery({
    queryKey: [...batchesKey, "preview", programmeId, unitId],
    queryFn: () => api.get("/api/batches/preview", { programme: programmeId, unit: unitId ?? "" }),
    enabled: unitId !== undefined,
  });
}

export const batchCalls = {
  submit: (batch: { id: string; programmeId: string; unitId: string; reasons: Record<string, string> }) => api.post("/api/batches", batch),
  check: (batch: Pick<Batch, "id" | "version">, said: { complete: boolean; eligible: boolean; integrity: boolean; opinion: string }) => api.post("/api/batches/{id}/second-check", { version: batch.version, ...said }, { id: batch.id }),
  admit: (batch: Pick<Batch, "id">, waiting: number) => api.post("/api/batches/{id}/admit", { waiting }, { id: batch.id }),
  receive: (batch: Pick<Batch, "id" | "version">) => api.post("/api/batches/{id}/receive", { version: batch.version }, { id: batch.id }),
};
