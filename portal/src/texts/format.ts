/** Chinese forms of dates, numbers and points. Days are plain ISO dates (`2027-11-01`), moments are ISO instants. */

const chinaZone = "Asia/Shanghai";

/** 2027-11-01 → 2027年11月1日 */
export function day(iso: string | null | undefined) {
  const parts = dayParts(iso);
  return parts === undefined ? "—" : `${parts.year}年${parts.month}月${parts.date}日`;
}

/** 1985-03 → 1985年3月 */
export function month(iso: string) {
  const [year, ofYear] = iso.split("-");
  return `${Number(year)}年${Number(ofYear)}月`;
}

/** 2027-11-01 → 11月1日 */
export function monthDay(iso: string | null | undefined) {
  const parts = dayParts(iso);
  return parts === undefined ? "—" : `${parts.month}月${parts.date}日`;
}

/** An instant as Beijing time, 2027年11月1日 09:05. */
export function moment(instant: string | null | undefined) {
  if (!instant) {
    return "—";
  }
  const when = new Date(instant);
  if (Number.isNaN(when.getTime())) {
    return "—";
  }
  return `${day(dayInChina(when))} ${timeOfDay(instant)}`;
}

/** An instant's time of day in Beijing, 09:05. */
export function timeOfDay(instant: string) {
  return new Date(instant).toLocaleTimeString("zh-CN", { timeZone: chinaZone, hour: "2-digit", minute: "2-digit", hour12: false });
}

/** The calendar day it is in China, as an ISO date. */
export function dayInChina(when: Date = new Date()) {
  return when.toLocaleDateString("sv-SE", { timeZone: chinaZone });
}

/** Whole days from one ISO day to another; negative when it has passed. */
export function daysBetween(from: string, to: string) {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Milli-points as people write them: 92500 → 92.5, 90000 → 90. */
export function points(milli: number | null | undefined) {
  return String(inPoints(milli) ?? "—");
}

/** The same for a table's cell: 92500 → 92.5. */
export function inPoints(milli: number | null | undefined) {
  return milli === null || milli === undefined ? undefined : Math.round(milli) / 1000;
}

/** A file's size: 1536000 → 1.5 MB. */
export function fileSize(bytes: number) {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function number(value: number) {
  return value.toLocaleString("zh-CN");
}

function dayParts(iso: string | null | undefined) {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
  return match === null ? undefined : { year: Number(match[1]), month: Number(match[2]), date: Number(match[3]) };
}
