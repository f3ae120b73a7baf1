import { Form, Input, InputNumber } from "antd";
import { Loaded, Nothing } from "../../shared/Loaded";
import { day } from "../../texts/format";
import { progress as t } from "../../texts/zh-CN.progress";
import { type Sheets, useSummary, type Year } from "./queries";
import { SheetFrame } from "./SheetFrame";

/** 周周讲·人人讲: all weeks of the year under each other, to be filled in at one sitting. */
export function WeeksSheet(props: { year: Year; writes: boolean }) {
  const summary = useSummary(props.year);
  return (
    <Loaded query={summary}>
      {({ weeks }) => (weeks.length === 0 ? <Nothing text={t.noWeeks} /> : <Calendar {...props} mondays={weeks.map((week) => week.monday).toSorted().toReversed()} />)}
    </Loaded>
  );
}

/** Weeks in which nothing was said are not sent. */
const read = ({ members, weeks }: Sheets["weeks"]): Sheets["weeks"] => ({
  members: members ?? undefined,
  weeks: weeks.filter((week) => week.topic.trim() !== "" || (week.newSpeakers ?? 0) > 0).map((week) => ({ ...week, newSpeakers: week.newSpeakers ?? 0 })),
});

function Calendar(props: { year: Year; writes: boolean; mondays: string[] }) {
  const show = ({ members, weeks }: Sheets["weeks"]): Sheets["weeks"] => {
    const kept = new Map(weeks.map((week) => [week.monday, week]));
    const mondays = [...new Set([...props.mondays, ...kept.keys()])].toSorted().toReversed();
    return { members, weeks: mondays.map((monday) => kept.get(monday) ?? { monday, topic: "", newSpeakers: 0 }) };
  };
  return (
    <SheetFrame sheet="weeks" year={props.year} writes={props.writes} lead={t.weeksLead} show={show} read={read}>
      {(form) => (
        <>
          <Form.Item name="members" label={t.members}>
            <InputNumber min={0} max={100000} precision={0} />
          </Form.Item>
          <Form.List name="weeks">
            {(rows) => (
              <ul className="rows">
                {rows.map(({ key, name }) => {
                  const { monday } = (form.getFieldValue(["weeks", name]) ?? {}) as { monday: string };
                  return (
                    <li key={key} className="row">
                      <span className="number small" style={{ width: 110 }}>
                        {day(monday)}
                      </span>
                      <Form.Item name={[name, "topic"]} noStyle>
                        <Input aria-label={`${t.weekOf(day(monday))}：${t.topic}`} placeholder={t.topic} maxLength={50} style={{ flex: "1 1 200px" }} />
                      </Form.Item>
                      <Form.Item name={[name, "newSpeakers"]} noStyle>
                        <InputNumber aria-label={`${t.weekOf(day(monday))}：${t.newSpeakers}`} title={t.newSpeakers} min={0} max={100000} precision={0} style={{ width: 80 }} />
                      </Form.Item>
                    </li>
                  );
                })}
              </ul>
            )}
          </Form.List>
        </>
      )}
    </SheetFrame>
  );
}
