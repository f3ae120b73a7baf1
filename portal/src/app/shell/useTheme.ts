import type { ThemeConfig } from "antd";
import { useSyncExternalStore } from "react";
import { largeTheme, theme } from "../theme";
import { useLargeText } from "./largeText";

const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");

function onStillness(changed: () => void) {
  stillness.addEventListener("change", changed);
  return () => stillness.removeEventListener("change", changed);
}

/** As this person reads: larger by choice, and without motion where their system asks for that. */
export function useTheme(): ThemeConfig {
  const chosen = useLargeText().large ? largeTheme : theme;
  const still = useSyncExternalStore(onStillness, () => stillness.matches);
  return still ? { ...chosen, token: { ...chosen.token, motion: false } } : chosen;
}
