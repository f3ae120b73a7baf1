import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { api, type Page } from "../../api/http";
import type { Role } from "../../texts/zh-CN";
import type { ledger } from "../../texts/zh-CN.ledger";

export type LedgerFilter = Exclude<keyof typeof ledger.filters, "ALL">;

/** One line of the ledger, chained to the one before by its hash. */
export type LedgerEntry = { sequence: number; eventId: string; type: string; at: string; role: Role | "system"; sentence: string; hash: string };

/** Whether the chain holds; `firstBroken` is the first entry that does not fit, `head` the last one. */
export type ChainCheck = { entries: number; intact: boolean; firstBroken?: number | null; head: { sequence: number; hash: string } };

export function useLedger(programmeId: string, filter: LedgerFilter | undefined) {
  return useInfiniteQuery({
    queryKey: ["ledger", programmeId, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.get<Page<LedgerEntry>>("/api/ledger", { programme: programmeId, filter, after: pageParam }),
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

export function useChainCheck() {
  return useMutation({ mutationFn: () => api.get<ChainCheck>("/api/ledger/check") });
}
