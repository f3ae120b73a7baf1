/** Where a session stands: nothing to say, about to end unless somebody stays, or over. */
export type Ending = "CALM" | "SOON" | "OVER";

/** How long before the end people are warned (ms). */
export const warnedBefore = 2 * 60_000;

/** A machine that slept hears of it this long after it woke (ms): timers stand still meanwhile. */
const atMost = 30_000;

/** What was heard of a session: when it ends, and how old that knowledge is. Both by this machine's clock (ms). */
export type Known = { endsAt: number; heardAt: number };

/** @param secondsLeft as the gateway said at `receivedAt` */
export function known(secondsLeft: number, receivedAt: number): Known {
  return { endsAt: receivedAt + secondsLeft * 1000, heardAt: receivedAt };
}

export function endingAt(now: number, { endsAt }: Known): Ending {
  if (now >= endsAt) {
    return "OVER";
  }
  return now >= endsAt - warnedBefore ? "SOON" : "CALM";
}

/**
 * Whether to ask the gateway before saying anything: what is known is from before the warning, or from before the end,
 * and work in another window may have moved the end since.
 */
export function mustAsk(now: number, { endsAt, heardAt }: Known) {
  const ending = endingAt(now, { endsAt, heardAt });
  return (ending === "SOON" && heardAt < endsAt - warnedBefore) || (ending === "OVER" && heardAt < endsAt);
}

/** How long nothing changes (ms): by the second while the end is counted down. */
export function nextLook(now: number, about: Known) {
  switch (endingAt(now, about)) {
    case "CALM":
      return Math.min(about.endsAt - warnedBefore - now, atMost);
    case "SOON":
      return Math.min(about.endsAt - now, 1000);
    case "OVER":
      return atMost;
  }
}
