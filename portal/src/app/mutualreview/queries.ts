import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";
import type { mutualReviews, scoreSheets } from "../../texts/zh-CN.mutualreview";
import type { Category } from "../../texts/zh-CN.public";
import type { Origin } from "../applications/queries";

export type RoundState = keyof typeof mutualReviews.states;

/** The one mutual review of a programme. */
export type Round = {
  id: string;
  programmeId: string;
  state: RoundState;
  version: number;
  k: number;
  schools?: number | null;
  seedSource?: string | null;
  commitment?: string | null;
  seed?: string | null;
  witnesses?: string[] | null;
  pairs?: number | null;
  sheetHash?: string | null;
  sheets?: number | null;
  locked?: number | null;
  /** Draws that were taken back before anything was scored. */
  undone?: { run: number; reason: string; sheetHash: string }[];
};

export type SheetState = keyof typeof scoreSheets.states;

/** A sheet of my school's: whom it judges, how many items it has and how many are scored. A blind one has an alias and no school. */
export type SheetRow = {
  id: string;
  programmeId: string;
  kind: "SITE" | "PAPER";
  alias?: string | null;
  schoolId?: string | null;
  schoolName?: string | null;
  reviewingSchoolName?: string | null;
  state: SheetState;
  version: number;
  items: number;
  scored: number;
  dueOn?: string | null;
};

/** What is judged on a sheet: the application as its judges may see it, and what was given so far. */
export type SheetItem = {
  applicationId: string;
  category: Category;
  number: string;
  title: string;
  summary: string;
  origin: Origin;
  points: Record<string, number>;
  comment: string;
};

/** A whole sheet; `comment` is about the school as a whole. */
export type Sheet = Omit<SheetRow, "items" | "scored" | "reviewingSchoolName"> & { thirdLook: boolean; comment: string; items: SheetItem[] };

export type SheetScores = { comment: string; items: { applicationId: string; points: Record<string, number>; comment: string }[] };

export const roundsKey = ["mutual-reviews"];
export const sheetsKey = ["score-sheets"];

export function useRounds(programmeId: string) {
  return useQuery({
    queryKey: [...roundsKey, programmeId],
    queryFn: async () => itemsOf(await api.get<Page<Round> | Round[]>("/api/mutual-reviews", { programme: programmeId })),
  });
}

export function useSheets(programmeId: string) {
  return useQuery({
    queryKey: [...sheetsKey, "of", programmeId],
    queryFn: async () => itemsOf(await api.get<Page<SheetRow> | SheetRow[]>("/api/score-sheets", { programme: programmeId })),
  });
}

/** Every sheet of the programme, page after page; only discipline may read them all. */
export function useAllSheets(programme: string) {
  return useQuery({
    queryKey: [...sheetsKey, "all", programme],
    queryFn: async () => {
      const sheets: SheetRow[] = [];
      let after: string | null | undefined;
      do {
        const page: Page<SheetRow> = await api.get<Page<SheetRow>>("/api/score-sheets", { programme, limit: 100, after: after ?? undefined });
        sheets.push(...page.items);
        after = page.next;
      } while (after);
      return sheets;
    },
  });
}

export function useSheet(id: string) {
  return useQuery({ queryKey: [...sheetsKey, id], queryFn: () => api.get<Sheet>(`/api/score-sheets/${id}`) });
}

type Seen = { id: string; version: number };

const move = (round: Seen, deed: string, more: object = {}) => api.post<Round>(`/api/mutual-reviews/${round.id}/${deed}`, { version: round.version, ...more });

export const roundCalls = {
  prepare: (round: { id: string; programmeId: string; k: number }) => api.post<Round>("/api/mutual-reviews", round),
  commit: (round: Seen, seedSource: string) => move(round, "commit", { seedSource }),
  witness: (round: Seen, seed: string, dice: string) => api.post<Round>(`/api/mutual-reviews/${round.id}/witness`, { seed, dice }),
  draw: (round: Seen) => move(round, "draw"),
  inspect: (round: Seen, note: string) => move(round, "inspect", { note }),
  release: (round: Seen) => move(round, "release"),
  close: (round: Seen) => move(round, "close"),
  correct: (roundId: string, slip: { sheetId: string; version: number; reason: string }) => api.post<Round>(`/api/mutual-reviews/${roundId}/corrections`, slip),
};

export function drawSheetAddress(roundId: string) {
  return `/api/mutual-reviews/${roundId}/draw-sheet`;
}

export const sheetCalls = {
  save: (id: string, scores: SheetScores, version: number) => api.put<Sheet>(`/api/score-sheets/${id}`, { version, ...scores }),
  lock: (sheet: Seen) => api.post<Sheet>(`/api/score-sheets/${sheet.id}/lock`, { version: sheet.version }),
};
