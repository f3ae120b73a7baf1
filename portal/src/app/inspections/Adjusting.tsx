import { Button, Card, Form, InputNumber, Modal, Select, Tag } from "antd";
import { useState } from "react";
import { LimitedText } from "../../shared/LimitedText";
import { points } from "../../texts/format";
import { field as t } from "../../texts/zh-CN.field";
import type { Body, Fieldbook } from "./fieldbook";
import { type Adjusting as Rules, useAdjusting } from "./queries";

type Rule = Rules["rules"][number];
type Adjusted = Extract<Body, { kind: "ADJUSTMENT" }>;

/** Bonuses and deductions: facts with their evidence, which the team has in common. */
export function Adjusting(props: { programme: string; book: Fieldbook; disabled: boolean; onWrite: (body: Body) => Promise<void> }) {
  const rules = useAdjusting(props.programme).data?.rules ?? [];
  const [open, setOpen] = useState(false);
  const given = rules.flatMap((rule) => {
    const said = props.book.said(`adjustment/${rule.code}`, "ADJUSTMENT");
    return said !== undefined && said.times > 0 ? [{ rule, said }] : [];
  });
  if (rules.length === 0) {
    return null;
  }
  return (
    <Card
      title={t.adjustments}
      extra={
        !props.disabled && (
          <Button size="small" onClick={() => setOpen(true)}>
            {t.addAdjustment}
          </Button>
        )
      }
    >
      <p className="quiet">{t.adjustmentsHint}</p>
      <ul className="rows">
        {given.map(({ rule, said }) => (
          <li key={rule.code} className="row">
            <div className="row-main">
              <span>{t.adjustmentLine(rule.name, said.times)}</span>
              <div className="row-facts">
                {said.reason} {said.evidence}
              </div>
            </div>
            <Tag color={rule.kind === "BONUS" ? "green" : "orange"}>
              {t.kinds[rule.kind]} {points(rule.points * said.times)}
            </Tag>
          </li>
        ))}
      </ul>
      {open && <Add rules={rules} onWrite={props.onWrite} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function Add(props: { rules: Rule[]; onWrite: (body: Body) => Promise<void>; onClose: () => void }) {
  const [form] = Form.useForm<Omit<Adjusted, "kind">>();
  const add = async (values: Omit<Adjusted, "kind">) => {
    await props.onWrite({ kind: "ADJUSTMENT", rule: values.rule, times: values.times, reason: values.reason.trim(), evidence: values.evidence.trim() });
    props.onClose();
  };
  return (
    <Modal open title={t.addAdjustment} onCancel={props.onClose} onOk={form.submit} destroyOnHidden>
      <Form form={form} layout="vertical" initialValues={{ times: 1 }} onFinish={(values) => void add(values)}>
        <Form.Item name="rule" label={t.adjustmentRule} rules={[{ required: true, message: t.needRule }]}>
          <Select options={props.rules.map((rule) => ({ value: rule.code, label: `${t.kinds[rule.kind]} ${points(rule.points)}：${rule.name}` }))} />
        </Form.Item>
        <Form.Item name="times" label={t.adjustmentTimes} extra={t.adjustmentTimesHint} rules={[{ required: true, message: t.needTimes }]}>
          <InputNumber min={0} max={99} precision={0} />
        </Form.Item>
        <LimitedText name="reason" label={t.adjustmentReason} limit={300} rows={2} hint={t.atLeastFive} />
        <LimitedText name="evidence" label={t.adjustmentEvidence} limit={300} />
      </Form>
    </Modal>
  );
}
