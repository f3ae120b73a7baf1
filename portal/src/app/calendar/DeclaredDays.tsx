import { Button, Flex, Form, Modal, Radio, Tag } from "antd";
import { useState } from "react";
import { DaysPicker } from "../../shared/DayPicker";
import { Loaded, Nothing } from "../../shared/Loaded";
import { LimitedText } from "../../shared/LimitedText";
import { useMove } from "../../shared/useMove";
import { firstYear } from "../../shared/years";
import { monthDay } from "../../texts/format";
import { calendar as t, common } from "../../texts/zh-CN.calendar";
import { daysFrom, runsOf, weekdayOf } from "./agenda";
import { calendarKey, declareDay, useDeclaredDays } from "./queries";

type Said = { when: { opensOn: string; closesOn: string }; workday: boolean; name: string };

const most = 31;

/** The days on which people work or rest against their weekday; only the party office keeps them. */
export function DeclaredDays(props: { year: number }) {
  const days = useDeclaredDays(props.year);
  const [asking, setAsking] = useState<Partial<Said>>();
  return (
    <div className="stack">
      <Flex justify="space-between" align="center" gap={12} wrap>
        <span className="quiet">{t.daysLead}</span>
        <Button type="primary" onClick={() => setAsking({ workday: false })}>
          {t.declare}
        </Button>
      </Flex>
      <Loaded query={days}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.noDays} next={t.noDaysHint} />
          ) : (
            <ul className="rows">
              {runsOf(all).map((run) => {
                const weekday = t.weekdays[weekdayOf(run.from)] ?? "";
                const when = run.from === run.to ? `${monthDay(run.from)} ${weekday}` : `${monthDay(run.from)}—${monthDay(run.to)}`;
                return (
                  <li key={run.from} className="row">
                    <div className="row-main">
                      <div>{run.name}</div>
                      <div className="row-facts number">{when}</div>
                    </div>
                    <Tag color={run.workday ? "blue" : "green"}>{run.workday ? t.hows.on : t.hows.off}</Tag>
                    <Button
                      size="small"
                      aria-label={t.changeOf(when)}
                      onClick={() => setAsking({ when: { opensOn: run.from, closesOn: run.to }, workday: run.workday, name: run.name })}
                    >
                      {t.change}
                    </Button>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Loaded>
      {asking !== undefined && <Declare start={asking} onClose={() => setAsking(undefined)} />}
    </div>
  );
}

function Declare(props: { start: Partial<Said>; onClose: () => void }) {
  const [form] = Form.useForm<Said>();
  const declare = useMove({
    run: async ({ when, workday, name }: Said) => {
      // one after the other: what is already so changes nothing, so that a second try goes on
      for (const date of daysFrom(when.opensOn, when.closesOn)) {
        await declareDay(date, { workday, name: name.trim() });
      }
    },
    refresh: [calendarKey],
    done: t.declared,
    form,
    afterwards: props.onClose,
  });
  return (
    <Modal open title={t.declare} okText={common.save} confirmLoading={declare.isPending} onCancel={props.onClose} onOk={form.submit}>
      <Form form={form} layout="vertical" initialValues={props.start} onFinish={(said) => declare.mutate(said)}>
        <Form.Item
          name="when"
          label={t.when}
          extra={t.whenHint}
          rules={[
            { required: true, message: common.required },
            { validator: (_, when?: Said["when"]) => (when !== undefined && when.opensOn < `${firstYear}-01-01` ? Promise.reject(new Error(t.tooEarly(firstYear))) : Promise.resolve()) },
            { validator: (_, when?: Said["when"]) => (when !== undefined && daysFrom(when.opensOn, when.closesOn).length > most ? Promise.reject(new Error(t.tooMany)) : Promise.resolve()) },
          ]}
        >
          <DaysPicker />
        </Form.Item>
        <Form.Item name="workday" label={t.how} rules={[{ required: true, message: common.required }]}>
          <Radio.Group
            options={[
              { value: false, label: t.hows.off },
              { value: true, label: t.hows.on },
            ]}
          />
        </Form.Item>
        <LimitedText name="name" label={t.name} limit={30} hint={t.nameExample} />
      </Form>
    </Modal>
  );
}
