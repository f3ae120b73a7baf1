import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Card, Checkbox, Flex, Form, InputNumber, Radio } from "antd";
import { options } from "../../shared/options";
import { LimitedText } from "../../shared/LimitedText";
import { useMove } from "../../shared/useMove";
import { common, supervision as t } from "../../texts/zh-CN.supervision";
import { type Holding, type Reporting, supervisionCalls, supervisionKey, type Visit } from "./queries";

const refresh = [supervisionKey, ["tasks"]];
const MOST_GUIDANCE = 10;

/** What was done on the spot. */
export function HoldVisit(props: { visit: Visit }) {
  const [form] = Form.useForm<Holding>();
  const hold = useMove({ run: (said: Holding) => supervisionCalls.hold(props.visit, said), refresh, done: t.held, form });
  return (
    <Card title={t.hold}>
      <Form form={form} layout="vertical" initialValues={{ met: 0 }} onFinish={(said) => hold.mutate(said)}>
        <Form.Item name="means" label={t.means} rules={[{ required: true, message: common.required }]}>
          <Checkbox.Group options={options(t.meansWords)} />
        </Form.Item>
        <Form.Item name="met" label={t.met} rules={[{ required: true, message: common.required }]}>
          <InputNumber min={0} max={10_000} precision={0} />
        </Form.Item>
        <LimitedText name="note" label={t.note} limit={1000} rows={3} optional />
        <Button type="primary" htmlType="submit" loading={hold.isPending}>
          {t.hold}
        </Button>
      </Form>
    </Card>
  );
}

/** What the school is told: strengths, problems, advice with a clock, and a light that only it sees at first. */
export function ReportVisit(props: { visit: Visit }) {
  const [form] = Form.useForm<Reporting>();
  const report = useMove({ run: (said: Reporting) => supervisionCalls.report(props.visit, { ...said, guidance: said.guidance ?? [] }), refresh, done: t.reported, form });
  return (
    <Card title={t.report}>
      <Form form={form} layout="vertical" onFinish={(said) => report.mutate(said)}>
        <LimitedText name="strengths" label={t.strengths} limit={1000} rows={3} />
        <LimitedText name="problems" label={t.problems} limit={1000} rows={3} />
        <Form.List name="guidance">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <Flex key={key} gap={12} align="end" wrap>
                  <div style={{ flex: "1 1 320px" }}>
                    <LimitedText name={[name, "text"]} label={`${t.guidance}：${t.guidanceText(name + 1)}`} limit={500} rows={2} />
                  </div>
                  <Form.Item name={[name, "workingDays"]} label={t.workingDays} initialValue={10} rules={[{ required: true, message: common.required }]}>
                    <InputNumber min={3} max={60} precision={0} />
                  </Form.Item>
                  <Form.Item>
                    <Button icon={<DeleteOutlined />} aria-label={t.removeGuidance(name + 1)} onClick={() => remove(name)} />
                  </Form.Item>
                </Flex>
              ))}
              {fields.length < MOST_GUIDANCE && (
                <Form.Item>
                  <Button icon={<PlusOutlined />} onClick={() => add()}>
                    {t.addGuidance}
                  </Button>
                </Form.Item>
              )}
            </>
          )}
        </Form.List>
        <Form.Item name={["light", "colour"]} label={t.light} extra={t.lightHint} rules={[{ required: true, message: common.required }]}>
          <Radio.Group options={options(t.colours)} />
        </Form.Item>
        <LimitedText name={["light", "why"]} label={t.why} limit={300} rows={2} />
        <Button type="primary" htmlType="submit" loading={report.isPending}>
          {t.report}
        </Button>
      </Form>
    </Card>
  );
}
