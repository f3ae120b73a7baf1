import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";
import type { batches } from "../../texts/zh-CN.batches";
import type { Category } from "../../texts/zh-CN.public";

export type Batch = {
  id: string;
  programmeId: string;
  unitId: string;
  state: keyof typeof batches.states;
  version: number;
  recommended: number;
  notRecommended: number;
  submittedAt?: string | null;
  /** After the window, within a recorded extension. */
  late: boolean;
  /** A direct unit's, not yet looked at by the bureau a second time. */
  needsSecondCheck: boolean;
  /** How the bureau's formal check of its applications stands, once received. */
  formalCheck?: { waiting: number; inCorrection: number; admitted: number; notAdmitted: number } | null;
};

/** How one school stands against the minimum, recommended and built together. */
export type SchoolCount = { schoolId: string; counts: Partial<Record<Category, number>>; missing: Category[] };

export type BatchItem = { applicationId: string; schoolId: string; category: Category; title: string; rank?: number | null; reason?: string | null };

/** What a unit would report now. */
export type BatchPreview = { schools: SchoolCount[]; recommended: BatchItem[]; notRecommended: BatchItem[]; undecided: number };

export const batchesKey = ["batches"];

export function useBatches(programmeId: string) {
  return useQuery({
    queryKey: [...batchesKey, "of", programmeId],
    queryFn: async () => itemsOf(await api.get<Page<Batch> | Batch[]>("/api/batches", { programme: programmeId, limit: 200 })),
  });
}

export function useBatchPreview(programmeId: string, unitId: string | undefined) {
  return useQuery({
    queryKey: [...batchesKey, "preview", programmeId, unitId],
    queryFn: () => api.get<BatchPreview>("/api/batches/preview", { programme: programmeId, unit: unitId }),
    enabled: unitId !== undefined,
  });
}

export const batchCalls = {
  submit: (batch: { id: string; programmeId: string; unitId: string; reasons: Record<string, string> }) => api.post<Batch>("/api/batches", batch),
  check: (batch: Pick<Batch, "id" | "version">, said: { complete: boolean; eligible: boolean; integrity: boolean; opinion: string }) => api.post<Batch>(`/api/batches/${batch.id}/second-check`, { version: batch.version, ...said }),
  admit: (batch: Pick<Batch, "id">, waiting: number) => api.post<Batch>(`/api/batches/${batch.id}/admit`, { waiting }),
  receive: (batch: Pick<Batch, "id" | "version">) => api.post<Batch>(`/api/batches/${batch.id}/receive`, { version: batch.version }),
};
