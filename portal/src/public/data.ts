import { api, itemsOf, type Page } from "../api/http";
import type { Category } from "../texts/zh-CN.public";

export type NoticeRow = {
  id: string;
  title: string;
  opensOn: string;
  closesOn: string;
  state: "OPEN" | "CLOSED";
  demonstration?: boolean;
};

export type NoticeEntry = { category: Category; title: string; schoolName: string; summary?: string };

export type PublicNotice = NoticeRow & {
  /** Whether somebody may object today. */
  objecting?: boolean;
  /** The notice's wording; gone once its last day is over. */
  text?: string | null;
  shortenedReason?: string | null;
  packageHash?: string | null;
  entries: NoticeEntry[];
};

export type CertificateCheck = {
  status: "VALID" | "REVOKED" | "EXPIRED" | "UNKNOWN";
  number?: string;
  schoolName?: string;
  category?: Category;
  title?: string;
  programmeTitle?: string;
  documentNumber?: string;
  issuer?: string;
  issuedOn?: string;
  validUntil?: string;
  demonstration?: boolean;
};

export async function publicNotices() {
  return itemsOf(await api.get<Page<NoticeRow> | NoticeRow[]>("/api/public/notices"));
}

export function publicNotice(id: string) {
  return api.get<PublicNotice>(`/api/public/notices/${encodeURIComponent(id)}`);
}

export function checkCertificate(number: string, code: string) {
  return api.get<CertificateCheck>(`/api/public/certificates/${encodeURIComponent(number)}`, { code });
}
