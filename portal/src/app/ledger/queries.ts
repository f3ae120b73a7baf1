import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { api, type Answer, type Row } from "../../api/services";
import type { ledger } from "../../texts/zh-CN.ledger";

export type LedgerFilter = Exclude<keyof typeof ledger.filters, "ALL">;

/** One line of the ledger, chained to the one before by its hash. */
export type LedgerEntry = Row<"/api/ledger">;

/** Whether the chain holds; `firstBroken` is the first entry that does not fit, `head` the last one. */
export type ChainCheck = Answer<"/api/ledger/check">;

export function useLedger(programmeId: string, filter: LedgerFilter | undefined) {
  return useInfiniteQuery({
    queryKey: ["ledger", programmeId, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.get("/api/ledger", { programme: programmeId, filter, after: pageParam }),
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

export function useChainCheck() {
  return useMutation({ mutationFn: () => api.get("/api/ledger/check") });
}
