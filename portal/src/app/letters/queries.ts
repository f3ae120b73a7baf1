import { useQuery } from "@tanstack/react-query";
import { mostRows, whole } from "../../api/pages";
import { api, type Answer, type Body, type Row } from "../../api/services";

export type Outcome = Letter["outcome"];
export type AppealKind = Body<"/api/objections/appeals">["kind"];

export type Heading = Row<"/api/letters">;

/** Points are in milli-points; what was never given is null, which is not zero. */
export type Letter = Answer<"/api/letters/{applicationId}">;
export type Line = Letter["strongest"][number];

export const lettersKey = ["letters"];

export function useLetters(programmeId: string) {
  return useQuery({
    queryKey: [...lettersKey, "of", programmeId],
    queryFn: () => whole((after) => api.get("/api/letters", { programme: programmeId, after, limit: mostRows })),
  });
}

export function useLetter(applicationId: string) {
  return useQuery({ queryKey: [...lettersKey, applicationId], queryFn: () => api.get("/api/letters/{applicationId}", { applicationId }) });
}

export function appeal(said: { id: string; programmeId: string; applicationId: string; kind: AppealKind; facts: string }) {
  return api.post("/api/objections/appeals", said);
}
