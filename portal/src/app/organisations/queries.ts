import { useQuery } from "@tanstack/react-query";
import { api, type Answer, type Row } from "../../api/services";
import type { Role } from "../../texts/zh-CN";
import type { organisations } from "../../texts/zh-CN.organisation";
import { useRoles } from "../shell/session";

export type OrganisationKind = keyof typeof organisations.kinds;

/** One node of the tree. `unitId` is the street centre or direct unit that gates what the school hands in. */
export type Organisation = Row<"/api/organisations">;

/** Somewhere I act, and as what. */
export type Seat = Row<"/api/organisations/mine">;

export type ImportCount = Answer<"/api/organisations/import", "post">;
export type AccountCount = Answer<"/api/organisations/accounts">;

export const organisationsKey = ["organisations"];

export function useOrganisations() {
  return useQuery({
    queryKey: [...organisationsKey, "tree"],
    queryFn: () => api.get("/api/organisations"),
    staleTime: 5 * 60_000,
  });
}

/** What applies and is judged: a school of its own or a direct unit, which is one. */
export const isSchool = (one: Pick<Organisation, "kind">) => one.kind === "SCHOOL" || one.kind === "DIRECT_UNIT";

/** The schools to choose from. */
export function useSchools() {
  return (useOrganisations().data ?? []).filter(isSchool);
}

const everywhere = ["party-office", "party-group-member", "discipline", "archivist", "auditor"] as const;

/** The schools whose papers somebody reads: their own, their unit's, or all for who works at the bureau. */
export function useReadSchools() {
  const mine = new Set((useMySeats().data ?? []).map((seat) => seat.organisationId));
  const all = useSchools();
  const { has } = useRoles();
  return has(...everywhere) ? all : all.filter((one) => mine.has(one.id) || (one.unitId !== undefined && mine.has(one.unitId)));
}

export function useMySeats() {
  return useQuery({
    queryKey: [...organisationsKey, "mine"],
    queryFn: () => api.get("/api/organisations/mine"),
    staleTime: 5 * 60_000,
  });
}

/** How many accounts stand ready; asked again by itself while some are still waiting. */
export function useAccountCount() {
  return useQuery({
    queryKey: [...organisationsKey, "accounts"],
    queryFn: () => api.get("/api/organisations/accounts"),
    refetchInterval: (query) => ((query.state.data?.pending ?? 0) > 0 ? 3000 : false),
  });
}

/** Names for ids, for lists that carry ids only. */
export function useNames() {
  const all = useOrganisations().data ?? [];
  const names = new Map(all.map((organisation) => [organisation.id, organisation.name]));
  return (id: string | null | undefined) => (id ? (names.get(id) ?? "…") : "—");
}

export const templateAddress = "/api/organisations/template";
export const exportAddress = "/api/organisations/export";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function importWorkbook(file: File, dryRun: boolean) {
  return api.upload("post", "/api/organisations/import", { dryRun }, file, xlsx);
}

/** Somebody who may be given work: a subject and a name, nothing more. */
export type Person = Row<"/api/organisations/people">;

export function usePeople(role: Role) {
  return useQuery({
    queryKey: [...organisationsKey, "people", role],
    queryFn: () => api.get("/api/organisations/people", { role }),
    staleTime: 5 * 60_000,
  });
}
