import { PlusOutlined } from "@ant-design/icons";
import { Button, Flex, Form, InputNumber, Modal, Popconfirm, Radio, Select, Tag } from "antd";
import { useState } from "react";
import { DayPicker } from "../../shared/DayPicker";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded, Nothing } from "../../shared/Loaded";
import { options } from "../../shared/options";
import { useMove } from "../../shared/useMove";
import { day } from "../../texts/format";
import { common } from "../../texts/zh-CN";
import { progress as t } from "../../texts/zh-CN.progress";
import { categories } from "../../texts/zh-CN.public";
import { TakeAlong } from "../views/TakeAlong";
import { type Activity, activityCalls, type ActivityContent, progressKey, useActivities, type Year } from "./queries";

/** What was done, the latest first, and how to add to it. */
export function Activities(props: { year: Year; writes: boolean }) {
  const activities = useActivities(props.year);
  const [open, setOpen] = useState<Activity | "NEW">();
  return (
    <div className="stack">
      <Flex gap={8} wrap>
        {props.writes && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen("NEW")}>
            {t.record}
          </Button>
        )}
        {activities.data !== undefined && activities.data.length > 0 && (
          <TakeAlong
            name={t.tabs.activities}
            rows={() => activities.data}
            columns={{
              [t.red]: ({ content }) => categories[content.kind],
              [t.type]: ({ content }) => t.types[content.type],
              [t.on]: ({ content }) => content.on,
              [t.title]: ({ content }) => content.title,
              [t.hasTeaching]: ({ content: { teaching } }) => teaching && `${t.teachingKinds[teaching.kind]}：${teaching.item}`,
              [t.participants]: ({ content }) => content.participants,
              [t.note]: ({ content }) => content.note,
            }}
          />
        )}
      </Flex>
      <Loaded query={activities}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={props.writes ? t.emptyHint : t.emptyOthers} />
          ) : (
            <ul className="rows">
              {all.map((one) => (
                <ActivityRow key={one.id} activity={one} writes={props.writes} onEdit={() => setOpen(one)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {open !== undefined && <ActivityForm year={props.year} activity={open === "NEW" ? undefined : open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

function ActivityRow(props: { activity: Activity; writes: boolean; onEdit: () => void }) {
  const { content } = props.activity;
  const remove = useMove({ run: () => activityCalls.remove(props.activity), refresh: [progressKey], done: t.removed });
  return (
    <li className="row">
      <div className="row-main">
        <span className="row-title">{content.title}</span>
        <div className="row-facts">
          <span className="number">{day(content.on)}</span>
          <span>{t.types[content.type]}</span>
          {content.participants !== null && content.participants !== undefined && <span>{t.people(content.participants)}</span>}
          <span>{content.teaching ? `${t.teachingKinds[content.teaching.kind]}：${content.teaching.item}` : t.noTeaching}</span>
        </div>
        {content.note && <div className="small prose">{content.note}</div>}
      </div>
      <Tag>{categories[content.kind]}</Tag>
      {props.writes && (
        <Flex gap={4}>
          <Button size="small" onClick={props.onEdit} aria-label={`${common.edit}：${content.title}`}>
            {common.edit}
          </Button>
          <Popconfirm title={t.removeTitle} okText={t.remove} onConfirm={() => remove.mutate()}>
            <Button size="small" type="text" loading={remove.isPending} aria-label={`${t.remove}：${content.title}`}>
              {t.remove}
            </Button>
          </Popconfirm>
        </Flex>
      )}
    </li>
  );
}

function ActivityForm(props: { year: Year; activity: Activity | undefined; onClose: () => void }) {
  const { activity } = props;
  const [form] = Form.useForm<{ content: ActivityContent }>();
  const withTeaching = Form.useWatch(["content", "teaching", "kind"], form);
  const keep = useMove({
    run: ({ content }: { content: ActivityContent }) => {
      const said = { ...content, teaching: content.teaching?.kind ? content.teaching : null };
      return activity === undefined ? activityCalls.record(props.year, said) : activityCalls.revise(activity, said);
    },
    refresh: [progressKey],
    done: t.recorded,
    form,
    afterwards: props.onClose,
  });
  return (
    <Modal open width={600} title={activity === undefined ? t.recordTitle : t.editTitle} okText={common.save} confirmLoading={keep.isPending} onCancel={props.onClose} onOk={form.submit}>
      <Form form={form} layout="vertical" initialValues={{ content: activity?.content ?? {} }} onFinish={(said) => keep.mutate(said)}>
        <Form.Item name={["content", "kind"]} label={t.red} rules={[{ required: true, message: common.required }]}>
          <Radio.Group optionType="button" options={options(categories)} />
        </Form.Item>
        <div className="two">
          <Form.Item name={["content", "type"]} label={t.type} rules={[{ required: true, message: common.required }]}>
            <Select options={options(t.types)} />
          </Form.Item>
          <Form.Item name={["content", "on"]} label={t.on} rules={[{ required: true, message: common.required }]}>
            <DayPicker />
          </Form.Item>
        </div>
        <LimitedText name={["content", "title"]} label={t.title} limit={50} />
        <div className="two">
          <Form.Item name={["content", "teaching", "kind"]} label={t.hasTeaching}>
            <Select allowClear placeholder={t.noTeaching} options={options(t.teachingKinds)} />
          </Form.Item>
          {withTeaching && <LimitedText name={["content", "teaching", "item"]} label={t.teachingItem} limit={50} />}
        </div>
        <Form.Item name={["content", "participants"]} label={t.participants} extra={t.participantsHint}>
          <InputNumber min={0} max={100000} precision={0} />
        </Form.Item>
        <LimitedText name={["content", "note"]} label={t.note} limit={300} rows={2} optional />
      </Form>
    </Modal>
  );
}
