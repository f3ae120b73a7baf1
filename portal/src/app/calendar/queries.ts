import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/services";

export const calendarKey = ["calendar"];

const ofYear = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** Who comes when; a school's people see their own, a unit's its schools', the bureau all. */
export function useVisitedDays(year: number) {
  return useQuery({ queryKey: [...calendarKey, "visits", year], queryFn: () => api.get("/api/school-calendar", ofYear(year)) });
}

export function useDeclaredDays(year: number) {
  return useQuery({ queryKey: [...calendarKey, "days", year], queryFn: () => api.get("/api/calendar", ofYear(year)) });
}

export const declareDay = (date: string, said: { workday: boolean; name: string }) => api.put("/api/calendar/days/{date}", said, { date });
