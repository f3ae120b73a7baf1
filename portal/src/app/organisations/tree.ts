import type { Organisation } from "./queries";

export type Branch = { key: string; organisation: Organisation; children: Branch[] };

/** The flat rows as a tree; whoever's parent is not among the rows stands at the top. */
export function branchesOf(all: Organisation[]): Branch[] {
  const branches = new Map(all.map((organisation): [string, Branch] => [organisation.id, { key: organisation.id, organisation, children: [] }]));
  const tops: Branch[] = [];
  for (const branch of branches.values()) {
    const parent = branches.get(branch.organisation.parentId ?? "");
    (parent?.children ?? tops).push(branch);
  }
  return tops;
}

/** The rows whose name or code contains the words, and everything above them. */
export function matching(all: Organisation[], words: string): Organisation[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") {
    return all;
  }
  const byId = new Map(all.map((organisation) => [organisation.id, organisation]));
  const kept = new Set<string>();
  for (const organisation of all) {
    if (organisation.name.toLowerCase().includes(wanted) || organisation.code.toLowerCase().includes(wanted)) {
      for (let up: Organisation | undefined = organisation; up !== undefined && !kept.has(up.id); up = byId.get(up.parentId ?? "")) {
        kept.add(up.id);
      }
    }
  }
  return all.filter((organisation) => kept.has(organisation.id));
}
