import { useQuery } from "@tanstack/react-query";
import { api, type Answer } from "../api/services";
import { asProblem, type Problem } from "../api/problem";
import { files as t } from "../texts/zh-CN.files";

export type Kind = keyof typeof t.kinds;

/** What the service keeps of a file: the receipt of whoever sent it. */
export type StoredFile = Answer<"/api/attachments/uploads/{id}/finish", "post">;

export type KindRule = { kind: Kind; name: string; /** In bytes. */ most: number; types: string[] };

/** What may be sent, as the service says it; it never changes while a page is open. */
export function useUploadRules() {
  return useQuery({
    queryKey: ["attachments", "rules"],
    queryFn: () => api.get("/api/attachments/rules"),
    staleTime: Infinity,
  });
}

export function useStoredFile(id: string) {
  return useQuery({
    queryKey: ["attachments", id],
    queryFn: () => api.get("/api/attachments/{id}/about", { id }),
    refetchInterval: (query) => (query.state.data?.file.scan === "WAITING" ? 5_000 : false),
  });
}

/** Why a chosen file would be refused, before a byte is sent; undefined when it seems right. The service judges by content. */
export function fileFault(file: Pick<File, "name" | "type" | "size">, rules: KindRule[]): string | undefined {
  if (file.size === 0) {
    return t.empty(file.name);
  }
  // Some machines know no type for office files; the service then looks for itself.
  const rule = rules.find((one) => one.types.includes(file.type));
  if (rule === undefined && file.type !== "") {
    return t.wrongType(file.name, rules.map((one) => one.name).join("、"));
  }
  const most = rule?.most ?? Math.max(...rules.map((one) => one.most));
  return file.size > most ? t.tooLarge(file.name, Math.round(most / 1024 / 1024)) : undefined;
}

/** What goes in one piece, in bytes: a broken line costs no more than this. */
export const piece = 4 * 1024 * 1024;

/**
 * Sends a file. A large one goes in pieces and goes on where the line broke; asked again with the
 * same id it goes on where it stands.
 */
export async function sendFile(id: string, schoolId: string, file: File, onProgress: (share: number) => void): Promise<StoredFile> {
  if (file.size <= piece) {
    return api.upload("post", "/api/attachments", { id, school: schoolId, name: file.name }, file, file.type || "application/octet-stream", onProgress);
  }
  let standing = await api.post("/api/attachments/uploads", { id, schoolId, name: file.name, size: file.size });
  let patience = 5;
  while (standing.received < file.size) {
    const from = standing.received;
    const next = file.slice(from, from + piece);
    try {
      standing = await api.upload("put", "/api/attachments/uploads/{id}", { id, from }, next, "application/octet-stream", (share) => onProgress((from + share * next.size) / file.size));
      patience = 5;
    } catch (error) {
      const problem = asProblem(error);
      if (!isPassing(problem) || patience-- === 0) {
        throw problem;
      }
      await new Promise((resolve) => setTimeout(resolve, 1000 * (5 - patience)));
      standing = await api.get("/api/attachments/uploads/{id}", { id }).catch(() => standing);
    }
  }
  return api.post("/api/attachments/uploads/{id}/finish", {}, { id });
}

/** A broken line, a busy service, or a piece that came after all: worth another try. */
function isPassing(problem: Problem) {
  return problem.status === 0 || problem.status >= 500 || problem.status === 429 || problem.code === "upload-stands-elsewhere";
}

/** Small, for lists; the picture itself is read when somebody opens it. */
export function thumbnailAddress(id: string) {
  return `/api/attachments/${id}/thumbnail`;
}

export function fileAddress(id: string) {
  return `/api/attachments/${id}`;
}
