import { App, Button, Form, Modal } from "antd";
import { useState } from "react";
import { AskReason } from "../../shared/AskReason";
import { DayPicker } from "../../shared/DayPicker";
import { LimitedText } from "../../shared/LimitedText";
import { useMove } from "../../shared/useMove";
import { common, findings as t } from "../../texts/zh-CN.findings";
import { useRoles } from "../shell/session";
import { type Finding, findingCalls, findingsKey } from "./queries";

const refresh = [findingsKey, ["tasks"]];

/** What others than the school may do with a finding, by its state and who they are. */
export function FindingMoves(props: { finding: Finding }) {
  const { finding: one } = props;
  const { has } = useRoles();
  const { modal } = App.useApp();
  const [asking, setAsking] = useState<"verify" | "reopen" | "handOver">();
  const done = () => setAsking(undefined);
  const close = useMove({ run: () => findingCalls.close(one), refresh, done: t.closed });
  const handOver = useMove({ run: (reason: string) => findingCalls.handOver(one, reason), refresh, done: t.handedOver, afterwards: done });
  const ofTheBureau = has("party-office", "party-group-member", "discipline");
  const answered = one.state !== "OPEN" && one.state !== "REOPENED";
  return (
    <>
      {has("party-office") && !one.mine && one.state === "ANSWERED" && (
        <Button title={t.handOverHint} onClick={() => setAsking("handOver")}>
          {t.handOver}
        </Button>
      )}
      {answered && (ofTheBureau || one.mine) && <Button onClick={() => setAsking("reopen")}>{t.reopen}</Button>}
      {one.mine && one.state === "ANSWERED" && (
        <Button type="primary" onClick={() => setAsking("verify")}>
          {t.verify}
        </Button>
      )}
      {ofTheBureau && (one.state === "VERIFIED" || one.state === "CLOSING") && (
        <Button
          type="primary"
          loading={close.isPending}
          onClick={() => modal.confirm({ title: t.closeTitle, content: t.closeText, okText: t.close, onOk: () => close.mutateAsync().catch(() => undefined) })}
        >
          {t.close}
        </Button>
      )}
      {asking === "verify" && <Verify finding={one} onClose={done} />}
      {asking === "reopen" && <Reopen finding={one} onClose={done} />}
      {asking === "handOver" && <AskReason min={5} title={t.handOver} lead={t.handOverHint} okText={t.handOver} pending={handOver.isPending} onCancel={done} onGiven={(reason) => handOver.mutate(reason)} />}
    </>
  );
}

function Verify(props: { finding: Finding; onClose: () => void }) {
  const [form] = Form.useForm<{ note?: string }>();
  const verify = useMove({ run: ({ note }: { note?: string }) => findingCalls.verify(props.finding, note ?? ""), refresh, done: t.verified, form, afterwards: props.onClose });
  return (
    <Modal open title={t.verifyTitle} okText={t.verify} confirmLoading={verify.isPending} onCancel={props.onClose} onOk={form.submit}>
      <Form form={form} layout="vertical" onFinish={(said) => verify.mutate(said)}>
        <LimitedText name="note" label={t.verifyNote} limit={500} rows={3} optional />
      </Form>
    </Modal>
  );
}

function Reopen(props: { finding: Finding; onClose: () => void }) {
  const [form] = Form.useForm<{ reason: string; dueOn: string }>();
  const reopen = useMove({
    run: ({ reason, dueOn }: { reason: string; dueOn: string }) => findingCalls.reopen(props.finding, reason, dueOn),
    refresh,
    done: t.reopened,
    form,
    afterwards: props.onClose,
  });
  return (
    <Modal open title={t.reopenTitle} okText={t.reopen} confirmLoading={reopen.isPending} onCancel={props.onClose} onOk={form.submit}>
      <Form form={form} layout="vertical" onFinish={(said) => reopen.mutate(said)}>
        <LimitedText name="reason" label={t.reopenReason} limit={500} rows={3} />
        <Form.Item name="dueOn" label={t.dueOn} rules={[{ required: true, message: common.required }]}>
          <DayPicker />
        </Form.Item>
      </Form>
    </Modal>
  );
}
