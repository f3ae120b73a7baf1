import { useSyncExternalStore } from "react";
import { chooseLargeText, largeTextChosen } from "../../shared/largeText";

const listeners = new Set<() => void>();
let large = largeTextChosen();
chooseLargeText(large);

/** Whether this person reads the workbench in large words, and how to change it. */
export function useLargeText() {
  return { large: useSyncExternalStore(subscribe, () => large), choose };
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function choose(wanted: boolean) {
  large = wanted;
  chooseLargeText(wanted);
  listeners.forEach((listener) => listener());
}
