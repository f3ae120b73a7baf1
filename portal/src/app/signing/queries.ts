import { useQueries } from "@tanstack/react-query";
import { applicationsKey, type ApplicationRow, type ApplicationState, missingOf, useApplications } from "../applications/queries";

/** In these a school's application lies with the school. */
const withTheSchool = ["DRAFT", "RETURNED", "CORRECTION"] as const satisfies ApplicationState[];

/** More than a school writes in a year. */
const most = 50;

/** A paper for the secretary: `missing` is how many answers it still lacks, unknown while that is being looked at. */
export type Paper = { application: ApplicationRow; missing?: number };

/** All that waits for the secretary's hand, what can be signed first. */
export function usePapers(programmeId: string) {
  const [drafts, returned, corrections] = [
    useApplications(programmeId, { state: withTheSchool[0] }, most),
    useApplications(programmeId, { state: withTheSchool[1] }, most),
    useApplications(programmeId, { state: withTheSchool[2] }, most),
  ];
  const all = [...(corrections.data ?? []), ...(returned.data ?? []), ...(drafts.data ?? [])];
  const looked = useQueries({
    queries: all.map(({ id, version }) => ({ queryKey: [...applicationsKey, id, "missing", version], queryFn: () => missingOf(id) })),
  });
  const papers = all.map((application, n): Paper => ({ application, missing: looked[n]?.data?.errors.length }));
  return {
    pending: drafts.isPending || returned.isPending || corrections.isPending,
    papers: [...papers.filter(isReady), ...papers.filter((paper) => !isReady(paper))],
  };
}

export const isReady = (paper: Paper) => paper.missing === 0;
