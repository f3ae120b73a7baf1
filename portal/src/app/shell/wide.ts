import { useSyncExternalStore } from "react";

/** From here on the menu stands beside the page; `workbench.css` says the same width. */
const wide = matchMedia("(min-width: 861px)");

export const useWide = () => useSyncExternalStore(subscribe, () => wide.matches);

function subscribe(listener: () => void) {
  wide.addEventListener("change", listener);
  return () => wide.removeEventListener("change", listener);
}
