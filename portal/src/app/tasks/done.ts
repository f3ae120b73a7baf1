/** The page where what was done can be seen again, by the kind of thing that it was done to; some are seen nowhere by themselves. */
const pages: Record<string, string> = {
  application: "/applications/",
  appraisal: "/appraisals/",
  circular: "/circulars/",
  finding: "/findings/",
  inspection: "/inspections/",
  objection: "/objections/",
  plan: "/plans/",
  programme: "/programmes/",
  "score-sheet": "/score-sheets/",
  "supervision-visit": "/supervision/",
  veto: "/vetoes/",
};

export function pageOf(done: { about: string; aboutId: string }) {
  const page = pages[done.about];
  return page === undefined ? undefined : page + done.aboutId;
}

/** What three services told, the newest first. */
export function newestFirst<T extends { at: string }>(all: T[]) {
  return all.toSorted((one, other) => other.at.localeCompare(one.at));
}
