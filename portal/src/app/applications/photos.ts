import { api } from "../../api/http";
import { applications as t } from "../../texts/zh-CN";

export type Attachment = { id: string; name: string; type: string; size: number; sha256: string };

/** Biggest photo in bytes. */
export const biggestPhoto = 10 * 1024 * 1024;

/** Why a chosen file cannot be a photo, before a byte is sent; undefined when it can. */
export function photoFault(file: Pick<File, "name" | "type" | "size">): string | undefined {
  if (file.type !== "image/jpeg" && file.type !== "image/png") {
    return t.photoWrongType(file.name);
  }
  return file.size > biggestPhoto ? t.photoTooLarge(file.name) : undefined;
}

export function sendPhoto(schoolId: string, file: File, onProgress: (share: number) => void) {
  const asked = new URLSearchParams({ id: crypto.randomUUID(), school: schoolId, name: file.name });
  return api.upload<Attachment>(`/api/attachments?${asked}`, file, file.type, onProgress);
}

/** Small, for lists; the photo itself is read when somebody opens it. */
export function thumbnailAddress(id: string) {
  return `/api/attachments/${id}/thumbnail`;
}

export function photoAddress(id: string) {
  return `/api/attachments/${id}`;
}
