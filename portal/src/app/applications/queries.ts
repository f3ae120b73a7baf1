import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { mostRows, whole } from "../../api/pages";
import { api, type Answer, type Row } from "../../api/services";
import type { applications } from "../../texts/zh-CN.applications";
import type { Category } from "../../texts/zh-CN.public";
import type { Content } from "./form";

export type ApplicationState = Application["state"];
export type Origin = keyof typeof applications.originsShort;

/** An application; its answers have the shape its form says. */
export type Application = Omit<Answer<"/api/applications/{id}">, "content"> & { content: Content };

/** One step of an application's way: when, in which role, what. */
export type Step = Row<"/api/applications/{id}/way">;

/** What a list shows of an application. */
export type ApplicationRow = Row<"/api/applications">;

/** `words` are looked for in the name, the number and the school's name. */
export type ApplicationFilter = { category?: Category; state?: ApplicationState; words?: string };

/** Longest texts in signs of what no form definition says. */
export const longest = { title: 25, opinion: 200, place: 50, caption: 20 };

/** How often a unit may send one application back; after that it decides. */
export const mostReturns = 2;

export const applicationsKey = ["applications"];

/** The list page by page: each page names the cursor of the next. */
export function useApplications(programmeId: string, filter: ApplicationFilter = {}) {
  return useInfiniteQuery({
    queryKey: [...applicationsKey, "of", programmeId, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => pageOf(programmeId, filter, pageParam, 50),
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

/** All of a list at once, for who ranks and compares; a unit or a school has some hundreds. */
export function useAllApplications(programmeId: string, filter: ApplicationFilter = {}) {
  return useQuery({ queryKey: [...applicationsKey, "all of", programmeId, filter], queryFn: () => wholeApplications(programmeId, filter) });
}

/** The schools with an application that the bureau took in. */
export function useSchoolsThatEntered(programmeId: string) {
  return useQuery({
    queryKey: [...applicationsKey, "schools of", programmeId],
    queryFn: async () => new Set((await wholeApplications(programmeId, { state: "FORMALLY_OK" })).map((one) => one.schoolId)),
  });
}

const pageOf = (programme: string, filter: ApplicationFilter, after: string | undefined, limit: number) => api.get("/api/applications", { programme, ...filter, after, limit });

/** All of them at once. */
export const wholeApplications = (programme: string, filter: ApplicationFilter, soFar?: (rows: number) => void) => whole((after) => pageOf(programme, filter, after, mostRows), soFar);

export function useApplication(id: string) {
  return useQuery({ queryKey: [...applicationsKey, id], queryFn: async () => (await api.get("/api/applications/{id}", { id })) as Application });
}

export function useWay(id: string) {
  return useQuery({ queryKey: [...applicationsKey, id, "way"], queryFn: () => api.get("/api/applications/{id}/way", { id }) });
}

type Draft = { id: string; programmeId: string; schoolId: string; category: Category; content: Content };
type Seen = { id: string; version: number };

export const applicationCalls = {
  create: (draft: Draft) => api.post("/api/applications", draft),
  save: (id: string, content: Content, version: number) => api.put("/api/applications/{id}", { version, content }, { id }),
  submit: (seen: Seen, secretaryOpinion: string, undertaking: boolean) => api.post("/api/applications/{id}/submit", { version: seen.version, secretaryOpinion, undertaking }, { id: seen.id }),
  withdraw: (seen: Seen) => api.post("/api/applications/{id}/withdraw", { version: seen.version }, { id: seen.id }),
  return: (seen: Seen, reason: string) => api.post("/api/applications/{id}/return", { version: seen.version, reason }, { id: seen.id }),
  recommend: (seen: Seen, rank: number) => api.post("/api/applications/{id}/recommend", { version: seen.version, rank }, { id: seen.id }),
  decline: (seen: Seen, reason: string) => api.post("/api/applications/{id}/decline", { version: seen.version, reason }, { id: seen.id }),
  admit: (seen: Seen) => api.post("/api/applications/{id}/formal-check/admit", { version: seen.version }, { id: seen.id }),
  askCorrection: (seen: Seen, reason: string, dueOn: string) => api.post("/api/applications/{id}/formal-check/correction", { version: seen.version, reason, dueOn }, { id: seen.id }),
  refuseAdmission: (seen: Seen, reason: string) => api.post("/api/applications/{id}/formal-check/refuse", { version: seen.version, reason }, { id: seen.id }),
};

/** An answer the platform knows already, and from where. */
export type Known = Omit<Row<"/api/applications/known">, "answer"> & { answer: Content[string] };

/** What is known for an application of this category at this school before anybody types. */
export function useKnown(application: Application) {
  return useQuery({
    queryKey: [...applicationsKey, application.id, "known"],
    queryFn: async () => (await api.get("/api/applications/known", { programme: application.programmeId, school: application.schoolId, category: application.category })) as Known[],
  });
}

/** What the service says is still missing, each fault beside its field. */
export function missingOf(id: string) {
  return api.get("/api/applications/{id}/missing", { id });
}

/** The name people know it by, once it has one. */
export function titleOf(application: Pick<Application, "content">) {
  const { title } = application.content;
  return typeof title === "string" ? title : "";
}
