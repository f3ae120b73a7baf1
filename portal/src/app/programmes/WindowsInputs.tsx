import { Alert, Card, Form } from "antd";
import { DaysPicker } from "../../shared/DayPicker";
import { programmes as t } from "../../texts/zh-CN.programmes";
import { stages } from "../../texts/zh-CN.scheme";
import type { FormValues } from "./ProgrammeEditor";
import type { Fault, Programme, StageWindow } from "./queries";
import { WindowTimeline } from "./WindowTimeline";

/** The days of each stage as fields, and all of them on one line of months that follows what is typed. */
export function WindowsInputs(props: { programme: Programme; faults: Fault[] }) {
  const { programme } = props;
  const written = Form.useWatch<FormValues["windows"] | undefined>("windows");
  const windows = programme.windows.map((window, n): StageWindow => ({ ...window, ...written?.[n]?.days }));
  const general = props.faults.filter(({ field }) => field === "windows");
  return (
    <Card title={t.windows}>
      <p className="quiet">{t.windowsHint}</p>
      {general.map(({ message }) => (
        <Alert key={message} type="warning" showIcon title={message} />
      ))}
      <WindowTimeline windows={windows} words={programme.words} faults={props.faults} />
      <Form.List name="windows">
        {(fields) => (
          <div className="two">
            {fields.map(({ name }) => {
              const stage = programme.windows[name]?.stage;
              return (
                <Form.Item key={name} name={[name, "days"]} label={stage && stages[stage]} rules={[{ required: true, message: t.needDays }]}>
                  <DaysPicker />
                </Form.Item>
              );
            })}
          </div>
        )}
      </Form.List>
    </Card>
  );
}
