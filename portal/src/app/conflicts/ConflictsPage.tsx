import { Button, Form, Modal, Radio, Select, Tag } from "antd";
import { useState } from "react";
import { AskReason } from "../../shared/AskReason";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded, Nothing } from "../../shared/Loaded";
import { options } from "../../shared/options";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { common } from "../../texts/zh-CN";
import { conflicts as t } from "../../texts/zh-CN.oversight";
import { useMySeats, useSchools } from "../organisations/queries";
import { WithProgramme } from "../programmes/current";
import { useRoles } from "../shell/session";
import { conflictCalls, conflictsKey, type Declaration, type Ground, useConflicts } from "./queries";

/** Which schools must not judge each other, and why. */
export function ConflictsPage() {
  return <WithProgramme>{(programme) => <ConflictsOf key={programme.id} programme={programme.id} />}</WithProgramme>;
}

function ConflictsOf(props: { programme: string }) {
  const conflicts = useConflicts(props.programme);
  const { has } = useRoles();
  return (
    <Page title={t.title} lead={t.lead} actions={has("peer-reviewer", "school-secretary") && <Declare programme={props.programme} />}>
      <Loaded query={conflicts}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={t.emptyHint} />
          ) : (
            <ul className="rows">
              {all.map((ground) => (
                <GroundRow key={ground.declarationId ?? `${ground.one} ${ground.other} ${ground.why}`} programme={props.programme} ground={ground} waives={has("discipline")} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function GroundRow(props: { programme: string; ground: Ground; waives: boolean }) {
  const { ground } = props;
  const [asking, setAsking] = useState(false);
  const waive = useMove({
    run: (reason: string) => conflictCalls.waive(props.programme, ground, reason),
    refresh: [conflictsKey],
    done: t.waiveDone,
    afterwards: () => setAsking(false),
  });
  return (
    <li className="row">
      <div className="row-main">
        <span className="row-title">{t.pair(ground.oneName ?? "—", ground.otherName ?? "—")}</span>
        <div className="row-facts">
          <span>{ground.why}</span>
          {ground.note && <span>{ground.note}</span>}
          {ground.waiverReason && <span>{ground.waiverReason}</span>}
        </div>
      </div>
      {ground.waived ? <Tag color="gold">{t.waived}</Tag> : props.waives && <Button onClick={() => setAsking(true)}>{t.waive}</Button>}
      {asking && <AskReason min={5} title={t.waiveTitle} okText={t.waive} pending={waive.isPending} onCancel={() => setAsking(false)} onGiven={(reason) => waive.mutate(reason)} />}
    </li>
  );
}

function Declare(props: { programme: string }) {
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Declaration>();
  const seats = useMySeats().data ?? [];
  const mine = new Set(seats.filter((seat) => seat.role === "peer-reviewer" || seat.role === "school-secretary").map((seat) => seat.organisationId));
  const schools = useSchools();
  const own = schools.filter((one) => mine.has(one.id));
  const declare = useMove({
    run: (said: Declaration) => conflictCalls.declare(props.programme, { ...said, schoolId: said.schoolId ?? own[0]?.id ?? "" }),
    refresh: [conflictsKey],
    done: t.declared,
    form,
    afterwards: () => setOpen(false),
  });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t.declare}
      </Button>
      {open && (
        <Modal open title={t.declare} okText={t.declare} confirmLoading={declare.isPending} onCancel={() => setOpen(false)} onOk={form.submit}>
          <Form form={form} layout="vertical" onFinish={(said) => declare.mutate(said)}>
            {own.length > 1 && (
              <Form.Item name="schoolId" label={t.mySchool} rules={[{ required: true, message: common.required }]}>
                <Select options={own.map((one) => ({ value: one.id, label: one.name }))} />
              </Form.Item>
            )}
            <Form.Item name="otherSchoolId" label={t.other} rules={[{ required: true, message: common.required }]}>
              <Select showSearch optionFilterProp="label" options={schools.filter((one) => !mine.has(one.id)).map((one) => ({ value: one.id, label: one.name }))} />
            </Form.Item>
            <Form.Item name="kind" label={t.kind} rules={[{ required: true, message: common.required }]}>
              <Radio.Group options={options(t.kinds)} />
            </Form.Item>
            <LimitedText name="note" label={t.note} limit={300} rows={2} hint={t.noteHint} optional />
          </Form>
        </Modal>
      )}
    </>
  );
}
