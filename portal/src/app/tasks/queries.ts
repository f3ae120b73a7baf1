import { useQueries } from "@tanstack/react-query";
import { api, type Row } from "../../api/services";
import type { tasks } from "../../texts/zh-CN";
import { usePresent } from "../shell/present";
import { newestFirst } from "./done";

export type Task = Row<`/api/tasks/${Source}`>;
export type Source = keyof typeof tasks.sources;

const sources: Source[] = ["submission", "review", "award"];

/** The three services' tasks in one list, shown at once and asked again every minute while somebody is at the page; a service that fails is named, and the others still count. */
export function useTasks() {
  const present = usePresent();
  return useQueries({
    queries: sources.map((source) => ({
      queryKey: ["tasks", source],
      queryFn: () => api.get(`/api/tasks/${source}`),
      refetchInterval: present ? 60_000 : (false as const),
    })),
    combine: (answers) => ({
      loading: answers.some((answer) => answer.isPending && answer.failureCount === 0),
      missing: sources.filter((_, index) => (answers[index]?.failureCount ?? 0) > 0),
      tasks: byDueDay(answers.flatMap((answer) => answer.data ?? [])),
      retry: () => answers.filter((answer) => answer.isError).forEach((answer) => void answer.refetch()),
    }),
  });
}

/** What I did of late at the three services, the newest first. */
export function useDone() {
  return useQueries({
    queries: sources.map((source) => ({ queryKey: ["tasks", source, "done"], queryFn: () => api.get(`/api/tasks/${source}/done`) })),
    combine: (answers) => ({ pending: answers.some((answer) => answer.isPending), done: newestFirst(answers.flatMap((answer) => answer.data ?? [])) }),
  });
}

/** The nearest due day first, what has none last. */
export function byDueDay(all: Task[]) {
  return all.toSorted((one, other) => (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999") || one.title.localeCompare(other.title, "zh-CN"));
}

/** A task's address as the workbench's router takes it: the path without the `/app` in front, and what is asked. */
export function taskTarget(link: string) {
  const { pathname, searchParams } = new URL(link, "http://workbench");
  return { to: pathname.replace(/^\/app(?=\/|$)/, "") || "/", search: Object.fromEntries(searchParams) };
}
