import { Link } from "@tanstack/react-router";
import { Button, Form, InputNumber, Modal, Select, Tag } from "antd";
import { useState } from "react";
import { DayPicker } from "../../shared/DayPicker";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { day, dayInChina } from "../../texts/format";
import { menu } from "../../texts/zh-CN";
import { common, supervision as t } from "../../texts/zh-CN.supervision";
import { takeAlong } from "../../texts/zh-CN.views";
import { usePeople, useSchools } from "../organisations/queries";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { useRoles } from "../shell/session";
import { TakeAlong } from "../views/TakeAlong";
import { ListItems } from "./ListItems";
import { type NoticeRule, supervisionCalls, supervisionKey, useListItems, useNoticeRule, useVisits, type Visit } from "./queries";

export const stateColours = { ANNOUNCED: "blue", HELD: "gold", REPORTED: "green", CALLED_OFF: undefined } as const;

/** Visits of the bureau to schools, each under an item of the yearly list. */
export function VisitList() {
  return <WithProgramme>{(programme) => <VisitsOf key={programme.id} programme={programme} />}</WithProgramme>;
}

function VisitsOf(props: { programme: Programme }) {
  const visits = useVisits(props.programme.id);
  const rule = useNoticeRule(props.programme.id).data;
  const { has } = useRoles();
  const isOffice = has("party-office");
  return (
    <Page
      title={menu.entries.supervision}
      lead={rule === undefined || rule.reason === "" ? t.lead : t.lead + t.noticeChanged(rule.noticeDays, rule.reason)}
      actions={
        <>
          <ListItems mayAdd={isOffice} />
          {has("party-group-member") && rule !== undefined && <ChangeNotice programme={props.programme} rule={rule} />}
          {isOffice && <Announce programme={props.programme} />}
        </>
      }
    >
      <Loaded query={visits}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={isOffice ? t.emptyOffice : t.emptyOthers} />
          ) : (
            <div className="stack">
              <div>
                <TakeAlong
                  name={menu.entries.supervision}
                  rows={() => all}
                  columns={{
                    [takeAlong.school]: (one) => one.schoolName,
                    [takeAlong.on]: (one) => one.on,
                    [t.itemNumber]: (one) => one.itemNumber,
                    [t.itemTitle]: (one) => one.itemTitle,
                    [takeAlong.state]: (one) => t.states[one.state],
                  }}
                />
              </div>
              <ul className="rows">
                {all.map((visit) => (
                  <VisitRow key={visit.id} visit={visit} />
                ))}
              </ul>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function VisitRow(props: { visit: Visit }) {
  const { visit } = props;
  return (
    <li className="row">
      <div className="row-main">
        <Link to="/supervision/$id" params={{ id: visit.id }} className="row-title">
          {visit.schoolName}
        </Link>
        <div className="row-facts">
          <span>{t.on(day(visit.on))}</span>
          <span>
            {visit.itemNumber} {visit.itemTitle}
          </span>
        </div>
      </div>
      <Tag color={stateColours[visit.state]}>{t.states[visit.state]}</Tag>
    </li>
  );
}

/** The Party group lets schools be told earlier or later than usual, and says why. */
function ChangeNotice(props: { programme: Programme; rule: NoticeRule }) {
  const [asking, setAsking] = useState(false);
  const [form] = Form.useForm<{ noticeDays: number; reason: string }>();
  const change = useMove({
    run: (said: { noticeDays: number; reason: string }) => supervisionCalls.giveNotice(props.programme.id, props.rule, said),
    refresh: [supervisionKey],
    done: t.noticeDone,
    form,
    afterwards: () => setAsking(false),
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t.notice}</Button>
      {asking && (
        <Modal open title={t.notice} okText={common.confirm} confirmLoading={change.isPending} onCancel={() => setAsking(false)} onOk={form.submit}>
          <p className="quiet">{t.noticeHint}</p>
          <Form form={form} layout="vertical" initialValues={{ noticeDays: props.rule.noticeDays }} onFinish={(said) => change.mutate(said)}>
            <Form.Item name="noticeDays" label={t.noticeDays} rules={[{ required: true, message: common.required }]}>
              <InputNumber min={0} max={365} precision={0} />
            </Form.Item>
            <LimitedText name="reason" label={common.reason} limit={300} least={5} rows={2} />
          </Form>
        </Modal>
      )}
    </>
  );
}

type Announcing = { schoolId: string; itemId: string; on: string; visitors: string[] };

function Announce(props: { programme: Programme }) {
  const [asking, setAsking] = useState(false);
  const [form] = Form.useForm<Announcing>();
  const schools = useSchools();
  const on = Form.useWatch("on", form) as string | undefined;
  const items = useListItems(Number((on ?? dayInChina()).slice(0, 4))).data ?? [];
  const notice = useNoticeRule(props.programme.id).data?.noticeDays;
  const visitors = [usePeople("party-office").data ?? [], usePeople("discipline").data ?? [], usePeople("party-group-member").data ?? []].flat();
  const announce = useMove({
    run: (said: Announcing) => supervisionCalls.announce({ programmeId: props.programme.id, ...said }),
    refresh: [supervisionKey],
    done: t.announced,
    form,
    afterwards: () => setAsking(false),
  });
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t.announce}
      </Button>
      <Modal open={asking} title={t.announceTitle} okText={t.announce} confirmLoading={announce.isPending} onCancel={() => setAsking(false)} onOk={form.submit}>
        {notice !== undefined && <p className="quiet">{t.announceHint(notice)}</p>}
        <Form form={form} layout="vertical" onFinish={(said) => announce.mutate(said)}>
          <Form.Item name="schoolId" label={t.school} rules={[{ required: true, message: common.required }]}>
            <Select showSearch optionFilterProp="label" options={schools.map((one) => ({ value: one.id, label: one.name }))} />
          </Form.Item>
          <Form.Item name="on" label={t.date} rules={[{ required: true, message: common.required }]}>
            <DayPicker />
          </Form.Item>
          <Form.Item name="itemId" label={t.item} rules={[{ required: true, message: common.required }]}>
            <Select options={items.map((item) => ({ value: item.id, label: `${item.number} ${item.title}` }))} notFoundContent={t.noItems} />
          </Form.Item>
          <Form.Item name="visitors" label={t.visitors} rules={[{ required: true, message: common.required }]}>
            <Select mode="multiple" optionFilterProp="label" options={visitors.map((one) => ({ value: one.subject, label: one.name }))} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
