import { api, itemsOf, type Page } from "../api/http";

export type NoticeRow = {
  id: string;
  title: string;
  opensOn: string;
  closesOn: string;
  state: "OPEN" | "CLOSED" | "WITHDRAWN";
  demonstration?: boolean;
};

/** `withdrawn`: it fell out of the list after the notice was published. */
export type NoticeEntry = { applicationId: string; categoryName: string; title: string; schoolName: string; summary?: string | null; withdrawn: boolean };

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
  categoryName?: string;
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

export type Objecting = { id: string; noticeId: string; applicationId: string; voice: "PERSON" | "UNIT"; name: string; unitName: string | null; contact: string; facts: string };

export type ObjectionReceipt = { receipt: string; code: string; acceptBy: string; sealMissing: boolean };

export type ObjectionStatus = {
  receipt: string;
  state: string;
  stateName: string;
  receivedOn: string;
  acceptBy: string;
  sealMissing: boolean;
  investigateBy?: string | null;
  answer?: string | null;
};

export function object(said: Objecting) {
  return api.post<ObjectionReceipt>("/api/public/objections", said);
}

export function objectionStatus(receipt: string, code: string) {
  return api.get<ObjectionStatus>(`/api/public/objections/${encodeURIComponent(receipt)}`, { code });
}

/** The sealed paper of a unit, as it was scanned. */
export function sendSeal(receipt: string, code: string, scan: File) {
  return api.upload<ObjectionStatus>(`/api/public/objections/${encodeURIComponent(receipt)}/seal?code=${encodeURIComponent(code)}`, scan, scan.type, undefined, "PUT");
}
