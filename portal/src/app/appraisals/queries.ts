import { useQuery } from "@tanstack/react-query";
import { csrfToken } from "../../api/http";
import { api, type Answer, type Body, type Row } from "../../api/services";
import { problemFrom } from "../../api/problem";
import type { marks } from "../../texts/zh-CN.appraisals";

export type Electorate = Appraisal["electorate"];
export type AppraisalState = Appraisal["state"];
/** Paper knows one mark more than the screen: what cannot be read. */
export type Mark = keyof typeof marks | "INVALID";

/** One electorate of one school. While people vote, `returned` is as of yesterday. */
export type Appraisal = Row<"/api/appraisals">;

export type Voter = Row<"/api/appraisals/{id}/roll">;
export type RollCount = Answer<"/api/appraisals/{id}/roll/import", "post">;

/** In thousandths of a point of 100; `to` equal to `from` is exact. */
export type Rate = { from: number; to: number };

export type Protocol = Answer<"/api/appraisals/{id}/protocol">;

export type Planning = Body<"/api/appraisals">;

/** The ballot paper, as anybody may see it. */
export type Paper = Answer<"/api/public/ballots/{id}">;

export const appraisalsKey = ["appraisals"];

export function useAppraisals(programme: string) {
  return useQuery({ queryKey: [...appraisalsKey, "of", programme], queryFn: () => api.get("/api/appraisals", { programme }) });
}

export function useRoll(appraisal: string) {
  return useQuery({ queryKey: [...appraisalsKey, appraisal, "roll"], queryFn: () => api.get("/api/appraisals/{id}/roll", { id: appraisal }) });
}

export function useProtocol(appraisal: string) {
  return useQuery({ queryKey: [...appraisalsKey, appraisal, "protocol"], queryFn: () => api.get("/api/appraisals/{id}/protocol", { id: appraisal }) });
}

export function usePaper(appraisal: string) {
  return useQuery({ queryKey: [...appraisalsKey, appraisal, "paper"], queryFn: () => api.get("/api/public/ballots/{id}", { id: appraisal }) });
}

export function useMyBallots() {
  return useQuery({ queryKey: [...appraisalsKey, "mine"], queryFn: () => api.get("/api/ballots/mine") });
}

export const rollTemplate = "/api/appraisals/roll-template";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Seen = Pick<Appraisal, "id" | "version">;

export const appraisalCalls = {
  plan: (planning: Planning) => api.post("/api/appraisals", planning),
  importRoll: (one: Seen, file: File, dryRun: boolean) => api.upload("post", "/api/appraisals/{id}/roll/import", { id: one.id, version: one.version, dryRun }, file, xlsx),
  setParents: (one: Seen, count: number) => api.put("/api/appraisals/{id}/parents", { version: one.version, count }, { id: one.id }),
  rehearse: (one: Seen) => api.post("/api/appraisals/{id}/rehearse", { version: one.version }, { id: one.id }),
  wipe: (one: Seen) => api.post("/api/appraisals/{id}/wipe", { version: one.version }, { id: one.id }),
  open: (one: Seen) => api.post("/api/appraisals/{id}/open", { version: one.version }, { id: one.id }),
  handOut: (one: Seen, entries: string[], unnamed: number) => api.post("/api/appraisals/{id}/paper", { entries, unnamed }, { id: one.id }),
  read: (one: Seen, sheets: Mark[][]) => api.put("/api/appraisals/{id}/paper", { sheets }, { id: one.id }),
  count: (one: Seen, lowTurnout?: "ADVISORY" | "REPEAT") => api.post("/api/appraisals/{id}/count", { version: one.version, lowTurnout }, { id: one.id }),
};

/** The codes are told once, in this file. */
export async function printCodes(one: Seen, count: number, anew: boolean): Promise<Blob> {
  const response = await fetch(`/api/appraisals/${one.id}/codes`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/pdf, application/problem+json", "x-xsrf-token": csrfToken() },
    body: JSON.stringify({ count, anew }),
  });
  if (!response.ok) {
    throw problemFrom(response.status, await response.json().catch(() => undefined));
  }
  return response.blob();
}
