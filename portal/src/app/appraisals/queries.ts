import { useQuery } from "@tanstack/react-query";
import { api, csrfToken } from "../../api/http";
import { problemFrom } from "../../api/problem";
import type { appraisals, marks } from "../../texts/zh-CN.appraisals";

export type Electorate = keyof typeof appraisals.electorates;
export type AppraisalState = keyof typeof appraisals.states;
/** Paper knows one mark more than the screen: what cannot be read. */
export type Mark = keyof typeof marks | "INVALID";

/** One electorate of one school. While people vote, `returned` is as of yesterday. */
export type Appraisal = {
  id: string;
  programmeId: string;
  schoolId: string;
  school: string;
  electorate: Electorate;
  opensOn: string;
  closesOn: string;
  state: AppraisalState;
  version: number;
  eligible?: number;
  withoutAccount?: number;
  returned?: number;
  advisory?: boolean;
};

export type Voter = { id: string; name: string; username?: string };
export type RollCount = { people: number; withAccount: number };

/** In thousandths of a point of 100; `to` equal to `from` is exact. */
export type Rate = { from: number; to: number };

export type Protocol = {
  eligible: number;
  issued: number;
  returned: number;
  advisory: boolean;
  subjects: {
    applicationId?: string;
    name: string;
    invalid: number;
    abstained: number;
    shown: { grades: Partial<Record<Mark, number>>; valid: number; satisfaction?: Rate; excellence?: Rate };
  }[];
};

export type Planning = { programmeId: string; opensOn: string; closesOn: string; appraisals: { id: string; schoolId: string; electorate: Electorate }[] };

/** The ballot paper, as anybody may see it. */
export type Paper = { appraisalId: string; school: string; electorate: string; subjects: string[]; opensOn: string; closesOn: string };

export const appraisalsKey = ["appraisals"];

export function useAppraisals(programme: string) {
  return useQuery({ queryKey: [...appraisalsKey, "of", programme], queryFn: () => api.get<Appraisal[]>("/api/appraisals", { programme }) });
}

export function useRoll(appraisal: string) {
  return useQuery({ queryKey: [...appraisalsKey, appraisal, "roll"], queryFn: () => api.get<Voter[]>(`/api/appraisals/${appraisal}/roll`) });
}

export function useProtocol(appraisal: string) {
  return useQuery({ queryKey: [...appraisalsKey, appraisal, "protocol"], queryFn: () => api.get<Protocol>(`/api/appraisals/${appraisal}/protocol`) });
}

export function usePaper(appraisal: string) {
  return useQuery({ queryKey: [...appraisalsKey, appraisal, "paper"], queryFn: () => api.get<Paper>(`/api/public/ballots/${appraisal}`) });
}

export function useMyBallots() {
  return useQuery({ queryKey: [...appraisalsKey, "mine"], queryFn: () => api.get<Paper[]>("/api/ballots/mine") });
}

export const rollTemplate = "/api/appraisals/roll-template";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Seen = Pick<Appraisal, "id" | "version">;
const at = (one: Seen) => `/api/appraisals/${one.id}`;

export const appraisalCalls = {
  plan: (planning: Planning) => api.post<Appraisal[]>("/api/appraisals", planning),
  importRoll: (one: Seen, file: File, dryRun: boolean) => api.upload<RollCount>(`${at(one)}/roll/import?version=${one.version}&dryRun=${dryRun}`, file, xlsx),
  setParents: (one: Seen, count: number) => api.put(`${at(one)}/parents`, { version: one.version, count }),
  rehearse: (one: Seen) => api.post(`${at(one)}/rehearse`, { version: one.version }),
  wipe: (one: Seen) => api.post(`${at(one)}/wipe`, { version: one.version }),
  open: (one: Seen) => api.post(`${at(one)}/open`, { version: one.version }),
  handOut: (one: Seen, entries: string[], unnamed: number) => api.post(`${at(one)}/paper`, { entries, unnamed }),
  read: (one: Seen, sheets: Mark[][]) => api.put<{ readers: number; agreed: boolean; differences: number[] }>(`${at(one)}/paper`, { sheets }),
  count: (one: Seen, lowTurnout?: "ADVISORY" | "REPEAT") => api.post(`${at(one)}/count`, { version: one.version, lowTurnout }),
};

/** The codes are told once, in this file. */
export async function printCodes(one: Seen, count: number, anew: boolean): Promise<Blob> {
  const response = await fetch(`${at(one)}/codes`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/pdf, application/problem+json", "x-xsrf-token": csrfToken() },
    body: JSON.stringify({ count, anew }),
  });
  if (!response.ok) {
    throw problemFrom(response.status, await response.json().catch(() => undefined));
  }
  return response.blob();
}
