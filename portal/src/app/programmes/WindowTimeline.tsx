import { WarningOutlined } from "@ant-design/icons";
import { barOf, gapsIn, overlapsOf, timelineOf } from "../../shared/timeline";
import { monthDay } from "../../texts/format";
import { timeline as t } from "../../texts/zh-CN.programmes";
import { stages } from "../../texts/zh-CN.scheme";
import { useDeclaredDays } from "../calendar/queries";
import type { Fault, Programme, StageWindow } from "./queries";

/**
 * All stages on one line of months: what overlaps, where nothing is open, what falls on a holiday, and beside
 * each bar the service's own sentence on what is wrong with it. Everything drawn is said in words as well.
 */
export function WindowTimeline(props: { windows: StageWindow[]; words: Programme["words"]; faults: Fault[] }) {
  const { windows } = props;
  const line = timelineOf(windows);
  const years = line === undefined ? [] : [...new Set(line.months.map(({ month }) => Number(month.slice(0, 4))))];
  const first = useDeclaredDays(years[0] ?? 0);
  const last = useDeclaredDays(years.at(-1) ?? 0);
  if (line === undefined) {
    return null;
  }
  const holidays = [...new Map([...(first.data ?? []), ...(last.data ?? [])].map((day) => [day.date, day])).values()].filter((day) => !day.workday && day.date >= line.from && day.date < line.until);
  const nameOf = (window: StageWindow) => (window.stage === "COMMENDATION" ? props.words.honour : stages[window.stage]);
  const gaps = gapsIn(windows);
  return (
    <div className="timeline">
      <div className="timeline-line" aria-hidden="true">
        {line.months.map(({ month, at, width }) => (
          <span key={month} className="timeline-month" style={{ left: `${at}%`, width: `${width}%` }}>
            {t.month(Number(month.slice(5)))}
          </span>
        ))}
      </div>
      <ul aria-label={t.title}>
        {windows.map((window) => {
          const faults = props.faults.filter(({ field }) => field === `windows.${window.stage}`);
          const overlaps = overlapsOf(window, windows).map(nameOf);
          const on = holidays.filter(({ date }) => date >= window.opensOn && date <= window.closesOn);
          const { start, width } = barOf(line, window);
          return (
            <li key={window.stage}>
              <div className="row-facts">
                <strong className="timeline-stage">{nameOf(window)}</strong>
                <span className="number">{t.days(monthDay(window.opensOn), monthDay(window.closesOn))}</span>
                {overlaps.length > 0 && <span>{t.overlaps(overlaps)}</span>}
                {on.length > 0 && <span>{t.holidays([...new Set(on.map(({ name }) => name))])}</span>}
              </div>
              <div className="timeline-line" aria-hidden="true">
                {holidays.map(({ date }) => {
                  const day = barOf(line, { opensOn: date, closesOn: date });
                  return <span key={date} className="timeline-holiday" style={{ left: `${day.start}%`, width: `${day.width}%` }} />;
                })}
                {width > 0 && <span className={faults.length > 0 ? "timeline-bar faulty" : "timeline-bar"} style={{ left: `${start}%`, width: `${width}%` }} />}
              </div>
              {faults.map(({ message }) => (
                <p key={message} className="timeline-fault">
                  <WarningOutlined aria-hidden /> {message}
                </p>
              ))}
            </li>
          );
        })}
      </ul>
      <p className="quiet" aria-live="polite">
        {gaps.length === 0 ? t.noGaps : t.gaps(gaps.map((gap) => t.days(monthDay(gap.opensOn), monthDay(gap.closesOn))))}
      </p>
    </div>
  );
}
