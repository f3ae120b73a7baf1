import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/http";
import type { statistics } from "../../texts/zh-CN.statistics";
import type { Category } from "../../texts/zh-CN.public";

type Words = typeof statistics;
export type ScoreSource = keyof Words["sources"];

/** What a unit's schools did; the bureau's own line comes first and has no unit. */
export type Participation = { unitId?: string | null; unitName: string } & Record<keyof Words["totals"], number>;

/** How scores by one indicator lie, in milli-points; `share` is the mean part of the full points, in thousandths. */
export type Indicator = {
  source: ScoreSource;
  category?: Category | null;
  code: string;
  name: string;
  scored: number;
  lowest: number;
  median: number;
  mean: number;
  highest: number;
  max: number;
  share: number;
};

/** A programme in numbers. `share` of a turnout is in thousandths, and absent where nobody was eligible. */
export type Report = {
  participation: Participation[];
  categories: { category: Category; submitted: number; recommended: number; notRecommended: number; received: number }[];
  indicators: Indicator[];
  findings: { source: ScoreSource; timeClass: keyof Words["timeClasses"]; opened: number; open: number; answered: number; closed: number; inTime: number; reopened: number }[];
  turnout: { electorate: keyof Words["electorates"]; appraisals: number; eligible: number; returned: number; valid: number; share?: number | null; advisory: number }[];
};

export type Part = keyof Words["parts"];

/** In milli-points. */
export type Spread = { heard: number; lowest: number; lowerQuartile: number; median: number; upperQuartile: number; highest: number };

/** A selection in numbers, in the order of the programme's categories. */
export type SelectionReport = {
  categories: {
    category: string;
    name: string;
    quota: number;
    candidates: number;
    ranked: number;
    selected: number;
    reserve: number;
    tied: number;
    empty: number;
    gates: Partial<Record<keyof Words["gateNames"], number>>;
    passedOver: Partial<Record<keyof Words["capNames"], number>>;
    scores: Partial<Record<Part, Spread>>;
  }[];
};

export type ObjectionCounts = Record<keyof Words["objectionCounts"], number>;

const statisticsKey = ["statistics"];

export function useReport(programme: string) {
  return useQuery({ queryKey: [...statisticsKey, programme], queryFn: () => api.get<Report>(`/api/statistics/${programme}`) });
}

export function useSelectionReport(selection: string | undefined) {
  return useQuery({
    queryKey: [...statisticsKey, "selection", selection],
    queryFn: () => api.get<SelectionReport>(`/api/selections/${selection}/statistics`),
    enabled: selection !== undefined,
  });
}

export function useObjectionCounts(programme: string) {
  return useQuery({ queryKey: [...statisticsKey, "objections", programme], queryFn: () => api.get<ObjectionCounts>("/api/objections/statistics", { programme }) });
}

export const workbookAddress = (programme: string) => `/api/statistics/${programme}/workbook.xlsx`;
