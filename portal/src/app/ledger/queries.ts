import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { mostRows, whole } from "../../api/pages";
import { api, type Answer, type Row } from "../../api/services";
import type { ledger } from "../../texts/zh-CN.ledger";

export type LedgerFilter = Exclude<keyof typeof ledger.filters, "ALL">;

/** One line of the ledger, chained to the one before by its hash. */
export type LedgerEntry = Row<"/api/ledger">;

/** Whether the chain holds; `firstBroken` is the first entry that does not fit, `head` the last one. */
export type ChainCheck = Answer<"/api/ledger/check">;

const pageOf = (programme: string, filter: LedgerFilter | undefined, after: string | undefined, limit?: number) => api.get("/api/ledger", { programme, filter, after, limit });

/** All of it at once, to be taken along. */
export const wholeLedger = (programme: string, filter: LedgerFilter | undefined, soFar: (rows: number) => void) => whole((after) => pageOf(programme, filter, after, mostRows), soFar);

export function useLedger(programmeId: string, filter: LedgerFilter | undefined) {
  return useInfiniteQuery({
    queryKey: ["ledger", programmeId, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => pageOf(programmeId, filter, pageParam),
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

export function useChainCheck() {
  return useMutation({ mutationFn: () => api.get("/api/ledger/check") });
}
