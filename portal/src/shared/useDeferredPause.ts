import { useEffect, useState } from "react";

/** What was written when its writer last paused for a moment, so that not every key is a call. */
export function useDeferredPause(written: string, milliseconds = 500) {
  const [settled, setSettled] = useState(written);
  useEffect(() => {
    const pause = setTimeout(() => setSettled(written), milliseconds);
    return () => clearTimeout(pause);
  }, [written, milliseconds]);
  return settled;
}
