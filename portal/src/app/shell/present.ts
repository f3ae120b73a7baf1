import { useEffect, useState } from "react";

/** Whoever has not touched the page for so long has gone for a while (ms). */
const goneAfter = 10 * 60_000;

const signs = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

/**
 * Whether somebody is at this page. What a page asks by itself would otherwise keep the session of
 * an empty chair alive all day.
 */
export function usePresent() {
  const [present, setPresent] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const sign = () => {
      setPresent(true);
      clearTimeout(timer);
      timer = setTimeout(() => setPresent(false), goneAfter);
    };
    sign();
    signs.forEach((name) => addEventListener(name, sign, { passive: true }));
    return () => {
      clearTimeout(timer);
      signs.forEach((name) => removeEventListener(name, sign));
    };
  }, []);
  return present;
}
