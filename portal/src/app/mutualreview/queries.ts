import { useQuery } from "@tanstack/react-query";
import { mostRows, whole } from "../../api/pages";
import { api, type Answer, type Body, type Row } from "../../api/services";

export type RoundState = Round["state"];

/** The one mutual review of a programme. */
export type Round = Row<"/api/mutual-reviews">;

export type SheetState = Sheet["state"];

/** A sheet of my school's: whom it judges, how many items it has and how many are scored. A blind one has an alias and no school. */
export type SheetRow = Row<"/api/score-sheets">;

/** What is judged on a sheet: the application as its judges may see it, and what was given so far. */
export type SheetItem = Sheet["items"][number];

/** A whole sheet; `comment` is about the school as a whole. */
export type Sheet = Answer<"/api/score-sheets/{id}">;

export type SheetScores = Omit<Body<"/api/score-sheets/{id}", "put">, "version">;

export const roundsKey = ["mutual-reviews"];
export const sheetsKey = ["score-sheets"];

export function useRounds(programmeId: string) {
  return useQuery({
    queryKey: [...roundsKey, programmeId],
    queryFn: () => api.get("/api/mutual-reviews", { programme: programmeId }),
  });
}

export function useSheets(programmeId: string) {
  return useQuery({
    queryKey: [...sheetsKey, "of", programmeId],
    queryFn: async () => (await api.get("/api/score-sheets", { programme: programmeId })).items,
  });
}

/** Every sheet of the programme, page after page; only discipline may read them all. */
export function useAllSheets(programme: string) {
  return useQuery({
    queryKey: [...sheetsKey, "all", programme],
    queryFn: () => whole((after) => api.get("/api/score-sheets", { programme, limit: mostRows, after })),
  });
}

export function useSheet(id: string) {
  return useQuery({ queryKey: [...sheetsKey, id], queryFn: () => api.get("/api/score-sheets/{id}", { id }) });
}

type Seen = { id: string; version: number };

export const roundCalls = {
  prepare: (round: { id: string; programmeId: string; k: number }) => api.post("/api/mutual-reviews", round),
  commit: (round: Seen, seedSource: string) => api.post("/api/mutual-reviews/{id}/commit", { version: round.version, seedSource }, { id: round.id }),
  witness: (round: Seen, seed: string, dice: string) => api.post("/api/mutual-reviews/{id}/witness", { seed, dice }, { id: round.id }),
  draw: (round: Seen) => api.post("/api/mutual-reviews/{id}/draw", { version: round.version }, { id: round.id }),
  inspect: (round: Seen, note: string) => api.post("/api/mutual-reviews/{id}/inspect", { version: round.version, note }, { id: round.id }),
  release: (round: Seen) => api.post("/api/mutual-reviews/{id}/release", { version: round.version }, { id: round.id }),
  close: (round: Seen) => api.post("/api/mutual-reviews/{id}/close", { version: round.version }, { id: round.id }),
  correct: (roundId: string, slip: { sheetId: string; version: number; reason: string }) => api.post("/api/mutual-reviews/{id}/corrections", slip, { id: roundId }),
};

export function drawSheetAddress(roundId: string) {
  return `/api/mutual-reviews/${roundId}/draw-sheet`;
}

export const sheetCalls = {
  save: (id: string, scores: SheetScores, version: number) => api.put("/api/score-sheets/{id}", { version, ...scores }, { id }),
  lock: (sheet: Seen) => api.post("/api/score-sheets/{id}/lock", { version: sheet.version }, { id: sheet.id }),
};
