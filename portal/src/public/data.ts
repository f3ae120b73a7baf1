import { api, type Answer, type Body, type Row } from "../api/services";

export type NoticeRow = Row<"/api/public/notices">;

/** `withdrawn`: it fell out of the list after the notice was published. */
export type NoticeEntry = PublicNotice["entries"][number];

export type PublicNotice = Answer<"/api/public/notices/{id}">;

export type CertificateCheck = Answer<"/api/public/certificates/{number}">;

export async function publicNotices() {
  return (await api.get("/api/public/notices")).items;
}

export function publicNotice(id: string) {
  return api.get("/api/public/notices/{id}", { id });
}

export function checkCertificate(number: string, code: string) {
  return api.get("/api/public/certificates/{number}", { number, code });
}

export type Objecting = Body<"/api/public/objections">;

export type ObjectionReceipt = Answer<"/api/public/objections", "post">;

export type ObjectionStatus = Answer<"/api/public/objections/{receipt}">;

export function object(said: Objecting) {
  return api.post("/api/public/objections", said);
}

export function objectionStatus(receipt: string, code: string) {
  return api.get("/api/public/objections/{receipt}", { receipt, code });
}

/** The sealed paper of a unit, as it was scanned. */
export function sendSeal(receipt: string, code: string, scan: File) {
  return api.upload("put", "/api/public/objections/{receipt}/seal", { receipt, code }, scan, scan.type);
}

/** A paper or picture that shows what was said; the same piece may be sent again. */
export function sendEvidence(receipt: string, code: string, piece: string, file: File) {
  return api.upload("put", "/api/public/objections/{receipt}/evidence/{piece}", { receipt, piece, code }, file, file.type);
}

export type ProgrammeRow = Row<"/api/public/programmes">;

export type PublicProgramme = Answer<"/api/public/programmes/{id}">;

export async function publicProgrammes() {
  return (await api.get("/api/public/programmes")).items;
}

export function publicProgramme(id: string) {
  return api.get("/api/public/programmes/{id}", { id });
}
