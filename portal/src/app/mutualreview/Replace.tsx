import { Button, Card, Form, Modal, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/services";
import { LimitedText } from "../../shared/LimitedText";
import { useMove } from "../../shared/useMove";
import { rounds as t } from "../../texts/zh-CN.rounds";
import { useSchools } from "../organisations/queries";
import { type Round, roundsKey, sheetsKey } from "./queries";

type Leaving = { withdrawn?: string[]; excused?: string[]; reason: string };

/** Schools leave, and others take their sheets over by the rule of the draw. */
export function Replace(props: { round: Round }) {
  const [open, setOpen] = useState(false);
  return (
    <Card title={<h2 className="card-title">{t.replace}</h2>}>
      <p className="quiet">{t.replaceLead}</p>
      <Button onClick={() => setOpen(true)}>{t.replace}</Button>
      {open && <Who round={props.round} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function Who(props: { round: Round; onClose: () => void }) {
  const [form] = Form.useForm<Leaving>();
  const schools = useSchools().map((school) => ({ value: school.id, label: school.name }));
  const replace = useMove({
    run: (leaving: Leaving) => api.post("/api/mutual-reviews/{id}/replacements", { version: props.round.version, ...leaving, reason: leaving.reason.trim() }, { id: props.round.id }),
    refresh: [roundsKey, sheetsKey],
    done: t.replaced,
    form,
    afterwards: props.onClose,
  });
  const someone = {
    validator: () => {
      const { withdrawn = [], excused = [] } = form.getFieldsValue();
      return withdrawn.length + excused.length > 0 ? Promise.resolve() : Promise.reject(new Error(t.needOne));
    },
  };
  return (
    <Modal open title={t.replace} confirmLoading={replace.isPending} onCancel={props.onClose} onOk={form.submit}>
      <Form form={form} layout="vertical" onFinish={(leaving) => replace.mutate(leaving)}>
        <Form.Item name="withdrawn" label={t.withdrawn} rules={[someone]} validateTrigger="onSubmit">
          <Select mode="multiple" optionFilterProp="label" options={schools} />
        </Form.Item>
        <Form.Item name="excused" label={t.excused}>
          <Select mode="multiple" optionFilterProp="label" options={schools} />
        </Form.Item>
        <LimitedText name="reason" label={t.replaceReason} limit={300} rows={3} />
      </Form>
    </Modal>
  );
}
