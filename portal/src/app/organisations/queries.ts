import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";
import type { Role } from "../../texts/zh-CN";
import type { organisations } from "../../texts/zh-CN.organisation";

export type OrganisationKind = keyof typeof organisations.kinds;

/** One node of the tree. `unitId` is the street centre or direct unit that gates what the school hands in. */
export type Organisation = {
  id: string;
  code: string;
  name: string;
  kind: OrganisationKind;
  phase: keyof typeof organisations.phases | null;
  parentId: string | null;
  unitId: string | null;
  /** The school it was merged into. */
  successorId?: string | null;
  version: number;
};

/** Somewhere I act, and as what. */
export type Seat = { organisationId: string; name: string; kind: OrganisationKind; role: Role };

export type ImportCount = { organisations: number; people: number; dryRun: boolean };
export type AccountCount = { pending: number; ready: number; failed: number };

export const organisationsKey = ["organisations"];

export function useOrganisations() {
  return useQuery({
    queryKey: [...organisationsKey, "tree"],
    queryFn: async () => itemsOf(await api.get<Page<Organisation> | Organisation[]>("/api/organisations")),
    staleTime: 5 * 60_000,
  });
}

/** What applies and is judged: a school of its own or a direct unit, which is one. */
export const isSchool = (one: Pick<Organisation, "kind">) => one.kind === "SCHOOL" || one.kind === "DIRECT_UNIT";

/** The schools to choose from. */
export function useSchools() {
  return (useOrganisations().data ?? []).filter(isSchool);
}

export function useMySeats() {
  return useQuery({
    queryKey: [...organisationsKey, "mine"],
    queryFn: async () => itemsOf(await api.get<Page<Seat> | Seat[]>("/api/organisations/mine")),
    staleTime: 5 * 60_000,
  });
}

/** How many accounts stand ready; asked again by itself while some are still waiting. */
export function useAccountCount() {
  return useQuery({
    queryKey: [...organisationsKey, "accounts"],
    queryFn: () => api.get<AccountCount>("/api/organisations/accounts"),
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
  return api.upload<ImportCount>(`/api/organisations/import?dryRun=${dryRun}`, file, xlsx);
}

/** Somebody who may be given work: a subject and a name, nothing more. */
export type Person = { subject: string; name: string };

export function usePeople(role: Role) {
  return useQuery({
    queryKey: [...organisationsKey, "people", role],
    queryFn: async () => itemsOf(await api.get<Page<Person> | Person[]>("/api/organisations/people", { role })),
    staleTime: 5 * 60_000,
  });
}
