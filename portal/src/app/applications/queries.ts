import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, type Page } from "../../api/http";
import type { FieldError } from "../../api/problem";
import type { Role } from "../../texts/zh-CN";
import type { applications } from "../../texts/zh-CN.applications";
import type { Category } from "../../texts/zh-CN.public";
import type { Answer, Content } from "./form";

export type ApplicationState = keyof typeof applications.states;
export type Origin = keyof typeof applications.originsShort;

export type Application = {
  id: string;
  programmeId: string;
  schoolId: string;
  unitId: string;
  category: Category;
  /** The version of the category's form on which it is written. */
  formVersion: number;
  state: ApplicationState;
  version: number;
  content: Content;
  /** The secretary's, given when it was submitted. */
  opinion?: string | null;
  reason?: string | null;
  /** The last day to submit again what was sent back. */
  dueOn?: string | null;
  rank?: number | null;
  number?: string | null;
  /** The certificate's number, once commended. */
  certificate?: string | null;
  /** The last day to put formal faults right, while the bureau waits for that. */
  correctBy?: string | null;
  /** How often the unit sent it back. */
  returns: number;
};

/** One step of an application's way: when, in which role, what. */
export type Step = { at: string; role: Role; action: string };

/** What a list shows of an application. */
export type ApplicationRow = Pick<Application, "id" | "programmeId" | "schoolId" | "unitId" | "category" | "state" | "version" | "rank" | "number"> & {
  schoolName: string;
  title: string;
  changedAt: string;
};

export type ApplicationFilter = { category?: Category; state?: ApplicationState };

/** Longest texts in signs of what no form definition says. */
export const longest = { title: 25, opinion: 200, place: 50, caption: 20 };

/** How often a unit may send one application back; after that it decides. */
export const mostReturns = 2;

export const applicationsKey = ["applications"];

/** The list page by page: each page names the cursor of the next. */
export function useApplications(programmeId: string, filter: ApplicationFilter = {}, limit = 50) {
  return useInfiniteQuery({
    queryKey: [...applicationsKey, "of", programmeId, filter, limit],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.get<Page<ApplicationRow>>("/api/applications", { programme: programmeId, ...filter, after: pageParam, limit }),
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

export function useApplication(id: string) {
  return useQuery({ queryKey: [...applicationsKey, id], queryFn: () => api.get<Application>(`/api/applications/${id}`) });
}

export function useWay(id: string) {
  return useQuery({ queryKey: [...applicationsKey, id, "way"], queryFn: () => api.get<Step[]>(`/api/applications/${id}/way`) });
}

type Draft = { id: string; programmeId: string; schoolId: string; category: Category; content: Content };
type Seen = { id: string; version: number };

const move = (seen: Seen, deed: string, more: object = {}) => api.post<Application>(`/api/applications/${seen.id}/${deed}`, { version: seen.version, ...more });

export const applicationCalls = {
  create: (draft: Draft) => api.post<Application>("/api/applications", draft),
  save: (id: string, content: Content, version: number) => api.put<Application>(`/api/applications/${id}`, { version, content }),
  submit: (seen: Seen, secretaryOpinion: string, undertaking: boolean) => move(seen, "submit", { secretaryOpinion, undertaking }),
  withdraw: (seen: Seen) => move(seen, "withdraw"),
  return: (seen: Seen, reason: string) => move(seen, "return", { reason }),
  recommend: (seen: Seen, rank: number) => move(seen, "recommend", { rank }),
  decline: (seen: Seen, reason: string) => move(seen, "decline", { reason }),
  admit: (seen: Seen) => move(seen, "formal-check/admit"),
  askCorrection: (seen: Seen, reason: string, dueOn: string) => move(seen, "formal-check/correction", { reason, dueOn }),
  refuseAdmission: (seen: Seen, reason: string) => move(seen, "formal-check/refuse", { reason }),
};

/** An answer the platform knows already, and from where. */
export type Known = { key: string; answer: Answer; source: keyof typeof applications.sources };

/** What is known for an application of this category at this school before anybody types. */
export function useKnown(application: Application) {
  return useQuery({
    queryKey: [...applicationsKey, application.id, "known"],
    queryFn: () => api.get<Known[]>("/api/applications/known", { programme: application.programmeId, school: application.schoolId, category: application.category }),
  });
}

/** What the service says is still missing, each fault beside its field. */
export function missingOf(id: string) {
  return api.get<{ errors: FieldError[] }>(`/api/applications/${id}/missing`);
}

/** The name people know it by, once it has one. */
export function titleOf(application: Pick<Application, "content">) {
  const { title } = application.content;
  return typeof title === "string" ? title : "";
}
