import { DatePicker } from "antd";
import dayjs from "dayjs";

const written = "YYYY年M月D日";

/** A day as an ISO date in and out, so that forms hold what the services speak. */
export function DayPicker(props: { id?: string; value?: string | null; onChange?: (iso: string | undefined) => void; disabled?: boolean }) {
  return (
    <DatePicker
      id={props.id}
      format={written}
      value={props.value ? dayjs(props.value) : null}
      disabled={props.disabled}
      style={{ width: "100%" }}
      onChange={(chosen) => props.onChange?.(chosen?.format("YYYY-MM-DD"))}
    />
  );
}

/** A month as ISO year and month in and out, 1985-03. */
export function MonthPicker(props: { id?: string; value?: string | null; onChange?: (iso: string | undefined) => void }) {
  return (
    <DatePicker
      id={props.id}
      picker="month"
      format="YYYY年M月"
      value={props.value ? dayjs(props.value) : null}
      style={{ width: "100%" }}
      onChange={(chosen) => props.onChange?.(chosen?.format("YYYY-MM"))}
    />
  );
}

/** A first and a last day, both included. */
export function DaysPicker(props: {
  id?: string;
  value?: { opensOn: string; closesOn: string };
  onChange?: (days: { opensOn: string; closesOn: string } | undefined) => void;
  disabled?: boolean;
}) {
  return (
    <DatePicker.RangePicker
      id={props.id}
      format={written}
      value={props.value ? [dayjs(props.value.opensOn), dayjs(props.value.closesOn)] : null}
      disabled={props.disabled}
      style={{ width: "100%", maxWidth: 340 }}
      onChange={(days) =>
        props.onChange?.(days?.[0] && days[1] ? { opensOn: days[0].format("YYYY-MM-DD"), closesOn: days[1].format("YYYY-MM-DD") } : undefined)
      }
    />
  );
}
