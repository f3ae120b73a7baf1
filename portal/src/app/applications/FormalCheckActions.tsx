import { Button, Flex, Form, Modal } from "antd";
import { useState } from "react";
import { AskReason } from "../../shared/AskReason";
import { DayPicker } from "../../shared/DayPicker";
import { LimitedText } from "../../shared/LimitedText";
import { useMove } from "../../shared/useMove";
import { common } from "../../texts/zh-CN";
import { formalCheck as t } from "../../texts/zh-CN.applications";
import { type Application, applicationCalls, applicationsKey, titleOf } from "./queries";

/** The three answers of the bureau's formal check; what waits for the school can only be refused, once it is late. */
export function FormalCheckActions(props: { application: Application }) {
  const { application } = props;
  const [asking, setAsking] = useState<"correction" | "refuse">();
  const close = () => setAsking(undefined);
  const refresh = [applicationsKey, ["batches"], ["tasks"]];
  const admit = useMove({ run: () => applicationCalls.admit(application), refresh, done: t.admitted });
  const refuse = useMove({ run: (reason: string) => applicationCalls.refuseAdmission(application, reason), refresh, done: t.refused, afterwards: close });
  return (
    <Flex gap={8} wrap>
      <Button onClick={() => setAsking("refuse")}>{t.refuse}</Button>
      {application.state === "RECEIVED" && (
        <>
          <Button onClick={() => setAsking("correction")}>{t.askCorrection}</Button>
          <Button type="primary" loading={admit.isPending} onClick={() => admit.mutate()}>
            {t.admit}
          </Button>
        </>
      )}
      {asking === "refuse" && <AskReason title={t.refuseTitle(titleOf(application))} lead={t.refuseLead} okText={t.refuse} pending={refuse.isPending} onCancel={close} onGiven={(reason) => refuse.mutate(reason)} />}
      {asking === "correction" && <AskCorrection application={application} onClose={close} />}
    </Flex>
  );
}

function AskCorrection(props: { application: Application; onClose: () => void }) {
  const { application } = props;
  const [form] = Form.useForm<{ reason: string; dueOn: string }>();
  const ask = useMove({
    run: ({ reason, dueOn }: { reason: string; dueOn: string }) => applicationCalls.askCorrection(application, reason.trim(), dueOn),
    refresh: [applicationsKey, ["batches"], ["tasks"]],
    done: t.correctionAsked,
    form,
    afterwards: props.onClose,
  });
  return (
    <Modal open title={t.correctionTitle(titleOf(application))} okText={t.askCorrection} confirmLoading={ask.isPending} onCancel={props.onClose} onOk={form.submit} destroyOnHidden>
      <p className="quiet">{t.correctionLead}</p>
      <Form form={form} layout="vertical" onFinish={(values) => ask.mutate(values)}>
        <LimitedText name="reason" label={t.faults} limit={500} least={2} rows={3} />
        <Form.Item name="dueOn" label={t.dueOn} rules={[{ required: true, message: common.required }]}>
          <DayPicker />
        </Form.Item>
      </Form>
    </Modal>
  );
}
