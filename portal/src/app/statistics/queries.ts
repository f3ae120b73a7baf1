import { useQuery } from "@tanstack/react-query";
import { api, type Answer } from "../../api/services";
import type { statistics } from "../../texts/zh-CN.statistics";

type Words = typeof statistics;
/** What a unit's schools did; the bureau's own line comes first and has no unit. */
export type Participation = { unitId?: string | null; unitName: string } & Record<keyof Words["totals"], number>;

/** How scores by one indicator lie, in milli-points; `share` is the mean part of the full points, in thousandths. */
export type Indicator = Report["indicators"][number];

/** A programme in numbers. `share` of a turnout is in thousandths, and absent where nobody was eligible. */
export type Report = Answer<"/api/statistics/{programme}">;

export type Part = keyof Words["parts"];

/** In milli-points. */
export type Spread = { heard: number; lowest: number; lowerQuartile: number; median: number; upperQuartile: number; highest: number };

/** A selection in numbers, in the order of the programme's categories. */
export type SelectionReport = Answer<"/api/selections/{id}/statistics">;

export type ObjectionCounts = Answer<"/api/objections/statistics">;

const statisticsKey = ["statistics"];

export function useReport(programme: string) {
  return useQuery({ queryKey: [...statisticsKey, programme], queryFn: () => api.get("/api/statistics/{programme}", { programme }) });
}

export function useSelectionReport(selection: string | undefined) {
  return useQuery({
    queryKey: [...statisticsKey, "selection", selection],
    queryFn: () => api.get("/api/selections/{id}/statistics", { id: selection ?? "" }),
    enabled: selection !== undefined,
  });
}

export function useObjectionCounts(programme: string) {
  return useQuery({ queryKey: [...statisticsKey, "objections", programme], queryFn: () => api.get("/api/objections/statistics", { programme }) });
}

export const workbookAddress = (programme: string) => `/api/statistics/${programme}/workbook.xlsx`;
