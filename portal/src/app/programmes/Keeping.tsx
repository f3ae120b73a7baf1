import { useNavigate } from "@tanstack/react-router";
import { Alert, App, Button, Card, Form, Input, InputNumber, Modal, Select, Table } from "antd";
import { useState } from "react";
import { api } from "../../api/services";
import { DayPicker } from "../../shared/DayPicker";
import { LimitedText } from "../../shared/LimitedText";
import { options } from "../../shared/options";
import { useMove } from "../../shared/useMove";
import { firstYear, lastYear } from "../../shared/years";
import { day } from "../../texts/format";
import { common, stages } from "../../texts/zh-CN";
import { running as t } from "../../texts/zh-CN.programmes";
import { useNames, useOrganisations } from "../organisations/queries";
import { type CategoryRule, type MoreTime, type Programme, programmeCalls, programmesKey, useAdvice } from "./queries";

/** What the party office may do with a programme that runs. */
export function KeepingActions(props: { programme: Programme; onCorrect: () => void }) {
  const { programme } = props;
  const { modal } = App.useApp();
  const [open, setOpen] = useState<"EXTEND" | "CLONE" | "WIPE">();
  const refresh = [programmesKey];
  const close = useMove({ run: () => programmeCalls.close(programme), refresh, done: t.closed });
  const done = () => setOpen(undefined);
  const askToClose = () => modal.confirm({ title: t.close, content: t.closeText, okText: t.close, onOk: () => close.mutateAsync().catch(() => undefined) });
  const runs = programme.state === "PUBLISHED";
  return (
    <>
      {runs && <Button onClick={props.onCorrect}>{t.correct}</Button>}
      {runs && <Button onClick={() => setOpen("EXTEND")}>{t.extend}</Button>}
      <Button onClick={() => setOpen("CLONE")}>{t.clone}</Button>
      {runs && <Button onClick={askToClose}>{t.close}</Button>}
      {programme.demonstration && (
        <Button danger onClick={() => setOpen("WIPE")}>
          {t.wipe}
        </Button>
      )}
      {open === "EXTEND" && <Extend programme={programme} onClose={done} />}
      {open === "CLONE" && <Clone programme={programme} onClose={done} />}
      {open === "WIPE" && <Wipe programme={programme} onClose={done} />}
    </>
  );
}

function Extend(props: { programme: Programme; onClose: () => void }) {
  const [form] = Form.useForm<MoreTime>();
  const units = (useOrganisations().data ?? []).filter((one) => one.kind === "STREET_CENTER" || one.kind === "DIRECT_UNIT");
  const extend = useMove({ run: (more: MoreTime) => programmeCalls.extend(props.programme, more), refresh: [programmesKey], done: t.extended, form, afterwards: props.onClose });
  return (
    <Modal open title={t.extend} okText={common.confirm} confirmLoading={extend.isPending} onCancel={props.onClose} onOk={form.submit}>
      <Form form={form} layout="vertical" onFinish={(more) => extend.mutate(more)}>
        <Form.Item name="unitId" label={t.unit} rules={[{ required: true, message: common.required }]}>
          <Select showSearch optionFilterProp="label" options={units.map((one) => ({ value: one.id, label: one.name }))} />
        </Form.Item>
        <div className="two">
          <Form.Item name="stage" label={t.stage} rules={[{ required: true, message: common.required }]}>
            <Select options={options(stages)} />
          </Form.Item>
          <Form.Item name="until" label={t.until} rules={[{ required: true, message: common.required }]}>
            <DayPicker />
          </Form.Item>
        </div>
        <LimitedText name="reason" label={common.reason} limit={300} rows={2} />
        <LimitedText name="approvedBy" label={t.approvedBy} limit={60} />
      </Form>
    </Modal>
  );
}

function Clone(props: { programme: Programme; onClose: () => void }) {
  const navigate = useNavigate();
  const [form] = Form.useForm<{ year: number }>();
  const clone = useMove({
    run: async ({ year }: { year: number }) => programmeCalls.create({ ...(await programmeCalls.clone(props.programme.id, year)), id: crypto.randomUUID() }),
    refresh: [programmesKey],
    done: t.cloned,
    form,
    afterwards: (made) => {
      props.onClose();
      void navigate({ to: "/programmes/$id", params: { id: made.id } });
    },
  });
  return (
    <Modal open title={t.clone} okText={t.clone} confirmLoading={clone.isPending} onCancel={props.onClose} onOk={form.submit}>
      <p className="quiet">{t.cloneText}</p>
      <Form form={form} layout="vertical" initialValues={{ year: props.programme.year + 1 }} onFinish={(said) => clone.mutate(said)}>
        <Form.Item name="year" label={t.year} rules={[{ required: true, message: common.required }]}>
          <InputNumber min={firstYear} max={lastYear} precision={0} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** Gone is gone, so its title is typed. */
function Wipe(props: { programme: Programme; onClose: () => void }) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ title: string }>();
  const wipe = useMove({
    run: ({ title }: { title: string }) => programmeCalls.wipe(props.programme, title),
    refresh: [programmesKey],
    form,
    afterwards: ({ rows }) => {
      void message.success(t.wiped(rows));
      void navigate({ to: "/programmes", search: {} });
    },
  });
  return (
    <Modal open title={t.wipe} okText={t.wipe} okButtonProps={{ danger: true }} confirmLoading={wipe.isPending} onCancel={props.onClose} onOk={form.submit}>
      <p className="quiet">{t.wipeText}</p>
      <Form form={form} layout="vertical" onFinish={(said) => wipe.mutate(said)}>
        <Form.Item name="title" label={t.wipeTitle} extra={props.programme.title} rules={[{ required: true, message: common.required }]}>
          <Input autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** More time that was given, to whom and why. */
export function Extensions(props: { programme: Programme }) {
  const nameOf = useNames();
  const { extensions } = props.programme;
  return (
    extensions.length > 0 && (
      <Card title={t.extensions}>
        <ul className="rows">
          {extensions.map((one) => (
            <li key={`${one.unitId} ${one.stage} ${one.until}`} className="row">
              <div className="row-main">
                <span className="row-title">{t.extension(nameOf(one.unitId), stages[one.stage], day(one.until))}</span>
                <div className="row-facts">{t.because(one.reason, one.approvedBy)}</div>
              </div>
            </li>
          ))}
        </ul>
      </Card>
    )
  );
}

/** Hints; none of them is in the way. */
export function AdviceCard(props: { programme: Programme }) {
  const advice = useAdvice(props.programme).data ?? [];
  return (
    advice.length > 0 && (
      <Card title={t.advice}>
        <div className="stack">
          {advice.map((one) => (
            <Alert key={`${one.code} ${one.sentence}`} type="info" showIcon title={one.sentence} />
          ))}
        </div>
      </Card>
    )
  );
}

type Outcome = Record<keyof typeof t.outcome, string | number>;

/** What the rules would do with made-up schools and scores. */
export function Simulator(props: { rules: CategoryRule[] }) {
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ schools: number; kindergartens: number }>();
  const simulate = useMove({
    run: (size: { schools: number; kindergartens: number }) =>
      api.post("/api/programmes/simulations", {
        ...size,
        step: 500,
        seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
        categories: props.rules.map(({ category, name, minPerUnit, maxPerUnit, quota }) => ({ category, name, minPerUnit, maxPerUnit, quota })),
      }),
    refresh: [],
    form,
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.simulate}</Button>
      {open && (
        <Modal open width={760} title={t.simulateTitle} okText={simulate.data === undefined ? t.run : t.again} cancelText={common.close} confirmLoading={simulate.isPending} onCancel={() => setOpen(false)} onOk={form.submit}>
          <p className="quiet">{t.simulateText}</p>
          <Form form={form} layout="inline" initialValues={{ schools: 60, kindergartens: 15 }} onFinish={(size) => simulate.mutate(size)}>
            <Form.Item name="schools" label={t.schools} rules={[{ required: true, message: common.required }]}>
              <InputNumber min={1} max={5000} precision={0} />
            </Form.Item>
            <Form.Item name="kindergartens" label={t.kindergartens} rules={[{ required: true, message: common.required }]}>
              <InputNumber min={0} max={5000} precision={0} />
            </Form.Item>
          </Form>
          {simulate.data !== undefined && (
            <div className="stack" style={{ marginTop: 16 }}>
              <Table<Outcome> size="small" rowKey="name" pagination={false} scroll={{ x: "max-content" }} dataSource={simulate.data.outcomes} columns={options(t.outcome).map(({ value, label }) => ({ title: label, dataIndex: value }))} />
              <ul>
                {simulate.data.sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </div>
          )}
        </Modal>
      )}
    </>
  );
}
