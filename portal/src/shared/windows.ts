import { daysBetween } from "../texts/format";

/** A stage's days, both included; ISO dates. */
export type Days = { opensOn: string; closesOn: string };

export type WindowState =
  | { kind: "NOT_YET"; opensInDays: number }
  | { kind: "OPEN"; daysLeft: number }
  | { kind: "CLOSING"; daysLeft: number }
  | { kind: "CLOSED"; closedForDays: number };

/** Days before the end from which an open window is shown as closing. */
const closingDays = 7;

/** Where a window stands on a given day; the last day itself still counts as open, with 0 days left. */
export function windowState(window: Days, today: string): WindowState {
  const toOpen = daysBetween(today, window.opensOn);
  if (toOpen > 0) {
    return { kind: "NOT_YET", opensInDays: toOpen };
  }
  const left = daysBetween(today, window.closesOn);
  if (left < 0) {
    return { kind: "CLOSED", closedForDays: -left };
  }
  return left <= closingDays ? { kind: "CLOSING", daysLeft: left } : { kind: "OPEN", daysLeft: left };
}
