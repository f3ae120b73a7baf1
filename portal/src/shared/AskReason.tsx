import { Form, Input, Modal } from "antd";
import { common } from "../texts/zh-CN";

/** A small window that asks for a reason before something is refused or returned. */
export function AskReason(props: { title: string; okText: string; lead?: string; /** How many signs at least. */ min?: number; pending: boolean; onCancel: () => void; onGiven: (reason: string) => void }) {
  const min = props.min ?? 2;
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal open title={props.title} okText={props.okText} confirmLoading={props.pending} onCancel={props.onCancel} onOk={form.submit} destroyOnHidden>
      {props.lead !== undefined && <p className="quiet">{props.lead}</p>}
      <Form form={form} layout="vertical" onFinish={({ reason }) => props.onGiven(reason.trim())}>
        <Form.Item name="reason" label={common.reason} rules={[{ required: true, whitespace: true, min, message: common.needReason(min) }]}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={300} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
