import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";
import type { letters } from "../../texts/zh-CN.decisions";

export type Outcome = keyof typeof letters.outcomes;
export type AppealKind = keyof typeof letters.kinds;

export type Heading = { applicationId: string; schoolId: string; number: string; categoryName: string; title: string; outcome: Outcome; sentAt: string };

/** Points are in milli-points; what was never given is null, which is not zero. */
export type Letter = {
  applicationId: string;
  number: string;
  categoryName: string;
  title: string;
  schoolName: string;
  outcome: Outcome;
  result: string;
  checks: { text: string; passed: boolean }[];
  composite?: number | null;
  band?: string | null;
  parts: { part: string; weight: number; points?: number | null }[];
  strongest: Line[];
  weakest: Line[];
  comments: string[];
  appeal: { text: string; until: string };
};
export type Line = { source: string; name: string; points: number; max: number };

export const lettersKey = ["letters"];

export function useLetters(programmeId: string) {
  return useQuery({
    queryKey: [...lettersKey, "of", programmeId],
    queryFn: async () => itemsOf(await api.get<Page<Heading>>("/api/letters", { programme: programmeId, limit: 200 })),
  });
}

export function useLetter(applicationId: string) {
  return useQuery({ queryKey: [...lettersKey, applicationId], queryFn: () => api.get<Letter>(`/api/letters/${applicationId}`) });
}

export function appeal(said: { id: string; programmeId: string; applicationId: string; kind: AppealKind; facts: string }) {
  return api.post<{ receipt: string }>("/api/objections/appeals", said);
}
