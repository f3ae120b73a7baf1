import { Form, Modal } from "antd";
import { common } from "../texts/zh-CN";
import { LimitedText } from "./LimitedText";

/** A small window that asks for a reason before something is refused or returned. */
export function AskReason(props: { title: string; okText: string; lead?: string; /** How many signs at least, and at most. */ min?: number; max?: number; pending: boolean; onCancel: () => void; onGiven: (reason: string) => void }) {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal open title={props.title} okText={props.okText} confirmLoading={props.pending} onCancel={props.onCancel} onOk={form.submit} destroyOnHidden>
      {props.lead !== undefined && <p className="quiet">{props.lead}</p>}
      <Form form={form} layout="vertical" onFinish={({ reason }) => props.onGiven(reason.trim())}>
        <LimitedText name="reason" label={common.reason} limit={props.max ?? 300} least={props.min ?? 2} rows={3} hint={common.reasonSeen} />
      </Form>
    </Modal>
  );
}
