import { DatePicker } from "antd";
import dayjs from "dayjs";
import { type KeyboardEvent, useMemo, useState } from "react";
import { common as t } from "../texts/zh-CN";

/** The same object for the same day: with another one a picker forgets what is being typed, whenever something else on the page changes. */
const useDay = (iso: string | null | undefined) => useMemo(() => (iso ? dayjs(iso) : null), [iso]);

/** Enter takes the day that is typed, and does not send the form around it as well. */
const keep = (event: KeyboardEvent) => {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
    event.preventDefault();
  }
};

type OneDay = { id?: string; value?: string | null; onChange?: (iso: string | undefined) => void; disabled?: boolean; earliest?: string; label?: string; placeholder?: string };

function Picker(props: OneDay & { of: "date" | "month"; written: string; iso: string }) {
  const [value, earliest] = [useDay(props.value), useDay(props.earliest)];
  return (
    <div role="presentation" onKeyDown={keep}>
      <DatePicker
        id={props.id}
        picker={props.of}
        format={props.written}
        value={value}
        minDate={earliest ?? undefined}
        disabled={props.disabled}
        aria-label={props.label}
        placeholder={props.placeholder}
        style={{ width: "100%" }}
        onChange={(chosen) => props.onChange?.(chosen?.format(props.iso))}
      />
    </div>
  );
}

/** A day as an ISO date in and out, so that forms hold what the services speak; `label` where no form names it. */
export const DayPicker = (props: OneDay) => <Picker {...props} of="date" written="YYYY年M月D日" iso="YYYY-MM-DD" />;

/** A month as ISO year and month in and out, 1985-03. */
export const MonthPicker = (props: OneDay) => <Picker {...props} of="month" written="YYYY年M月" iso="YYYY-MM" />;

type Days = { opensOn: string; closesOn: string };

/** A first and a last day, both included: two fields, each of which takes what is typed by itself. A first day behind the last takes that along. */
export function DaysPicker(props: { id?: string; value?: Days; onChange?: (days: Days | undefined) => void; disabled?: boolean }) {
  const [half, setHalf] = useState<Partial<Days>>({});
  const { opensOn, closesOn } = props.value ?? half;
  const take = (days: Partial<Days>) => {
    setHalf(days);
    props.onChange?.(days.opensOn !== undefined && days.closesOn !== undefined ? { opensOn: days.opensOn, closesOn: days.closesOn } : undefined);
  };
  return (
    <div className="days">
      <DayPicker
        id={props.id}
        value={opensOn}
        disabled={props.disabled}
        placeholder={t.firstDay}
        onChange={(first) => take({ opensOn: first, closesOn: first !== undefined && closesOn !== undefined && closesOn < first ? first : closesOn })}
      />
      <span className="quiet">{t.until}</span>
      <DayPicker value={closesOn} earliest={opensOn} disabled={props.disabled} label={t.lastDay} placeholder={t.lastDay} onChange={(last) => take({ opensOn, closesOn: last })} />
    </div>
  );
}
