import { defaultParseSearch, defaultStringifySearch } from "@tanstack/react-router";

/** What an address says of how a page is seen, always in the same words; the year's programme is no part of it. */
export function queryOf(search: object) {
  const said = Object.entries(search).filter(([key, value]) => key !== "programme" && value !== undefined);
  return defaultStringifySearch(Object.fromEntries(said.toSorted(([one], [other]) => (one < other ? -1 : 1)))).slice(1);
}

export const searchOf = (query: string): object => defaultParseSearch(`?${query}`);

/** What an address leaves out of a list. What comes to the list later is shown in views saved before. */
export const hiddenBy = (hide: string | undefined) => new Set(hide?.split(","));

/** The same with one more, or one less; nothing where all is shown. */
export function hiding(hide: string | undefined, column: string, shown: boolean) {
  const hidden = hiddenBy(hide);
  if (shown) {
    hidden.delete(column);
  } else {
    hidden.add(column);
  }
  return hidden.size === 0 ? undefined : [...hidden].toSorted().join(",");
}
