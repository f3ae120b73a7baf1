import type { Role } from "../../texts/zh-CN";

/** Every page of the workbench that stands in the menu, by the group it belongs to and the roles that see it. */
type Entry = { path: string; name: MenuName; roles: Role[] | "everyone" };

const school: Role[] = ["school-secretary", "info-officer"];
const unit: Role[] = ["street-reviewer", "direct-unit-reviewer"];
const bureau: Role[] = ["party-office", "party-group-member", "discipline"];
const watchers: Role[] = [...bureau, "auditor", "archivist"];

const groups = [
  {
    name: "work",
    entries: [
      { path: "/", name: "tasks", roles: "everyone" },
      { path: "/signing", name: "signing", roles: ["school-secretary"] },
      { path: "/calendar", name: "calendar", roles: [...watchers, ...school, ...unit] },
      { path: "/ballots", name: "ballots", roles: "everyone" },
    ],
  },
  {
    name: "prepare",
    entries: [
      { path: "/programmes", name: "programmes", roles: [...watchers, ...unit, ...school] },
      { path: "/organisations", name: "organisations", roles: ["party-office", "sys-admin", "school-secretary", ...unit] },
      { path: "/plans", name: "plans", roles: [...school, ...unit, ...bureau] },
      { path: "/progress", name: "progress", roles: [...school, ...unit, ...watchers] },
    ],
  },
  {
    name: "apply",
    entries: [
      { path: "/applications", name: "applications", roles: [...school, ...unit, ...watchers] },
      { path: "/readings", name: "readings", roles: school },
      { path: "/screening", name: "screening", roles: unit },
      { path: "/batches", name: "batches", roles: [...unit, "party-office"] },
    ],
  },
  {
    name: "judge",
    entries: [
      { path: "/mutual-reviews", name: "mutualReviews", roles: [...bureau, ...unit, ...school] },
      { path: "/conflicts", name: "conflicts", roles: ["peer-reviewer", "school-secretary", "discipline"] },
      { path: "/score-sheets", name: "scoreSheets", roles: ["peer-reviewer"] },
      { path: "/joint-comments", name: "jointComments", roles: [...bureau, ...school] },
      { path: "/appraisals", name: "appraisals", roles: [...bureau, "auditor", ...school] },
      { path: "/inspections", name: "inspections", roles: ["inspector", ...bureau] },
    ],
  },
  {
    name: "decide",
    entries: [
      { path: "/nominations", name: "nominations", roles: [...school, ...unit, ...watchers] },
      { path: "/selection", name: "selection", roles: watchers },
      { path: "/letters", name: "letters", roles: [...watchers, ...school, ...unit] },
      { path: "/notices", name: "notices", roles: watchers },
      { path: "/objections", name: "objections", roles: ["party-office", "party-group-member", "discipline", "auditor", ...school, ...unit] },
      { path: "/honours", name: "honours", roles: [...watchers, ...school, ...unit] },
      { path: "/adoptions", name: "adoptions", roles: [...watchers, ...school, ...unit] },
    ],
  },
  {
    name: "oversee",
    entries: [
      { path: "/supervision", name: "supervision", roles: [...watchers, ...school, ...unit] },
      { path: "/circulars", name: "circulars", roles: [...watchers, ...school, ...unit] },
      { path: "/vetoes", name: "vetoes", roles: [...bureau, ...school] },
      { path: "/findings", name: "findings", roles: [...watchers, "inspector", "peer-reviewer", ...school, ...unit] },
      { path: "/follow-ups", name: "followUps", roles: bureau },
      { path: "/assessments", name: "assessments", roles: [...bureau, ...school] },
      { path: "/statistics", name: "statistics", roles: watchers },
      { path: "/archive", name: "archive", roles: ["archivist", "auditor", "party-office"] },
      { path: "/ledger", name: "ledger", roles: watchers },
    ],
  },
] as const satisfies readonly { name: string; entries: readonly { path: string; name: string; roles: Role[] | "everyone" }[] }[];

export type MenuGroup = (typeof groups)[number]["name"];
export type MenuName = (typeof groups)[number]["entries"][number]["name"];

const belongsTo = (entry: Entry, roles: readonly Role[]) => entry.roles === "everyone" || entry.roles.some((role) => roles.includes(role));

/** The menu of somebody with these roles; groups without an entry are left out. */
export function menuFor(roles: readonly Role[]): { name: MenuGroup; entries: Entry[] }[] {
  return groups
    .map((group) => ({ name: group.name, entries: group.entries.filter((entry: Entry) => belongsTo(entry, roles)) }))
    .filter((group) => group.entries.length > 0);
}

const all = groups.flatMap((group): Entry[] => [...group.entries]);

/** Where the next version of what everybody may read is written. */
const nextVersion = /^\/(forms|rubrics)\/.+\/next$/;

/** Whether somebody with these roles has this page or one below it; what stands in nobody's menu is everybody's. */
export function hasPage(path: string, roles: readonly Role[]) {
  if (nextVersion.test(path)) {
    return roles.includes("party-office");
  }
  const entry = all.find((one) => one.path === path || (one.path !== "/" && path.startsWith(`${one.path}/`)));
  return entry === undefined || belongsTo(entry, roles);
}
