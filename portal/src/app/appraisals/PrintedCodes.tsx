import { Button, Card, Checkbox, Form, InputNumber } from "antd";
import { useMove } from "../../shared/useMove";
import { appraisals as t, common } from "../../texts/zh-CN.appraisals";
import { type Appraisal, printCodes } from "./queries";

/** Codes on paper for whoever has no account; the file is the only place where they ever stand. */
export function PrintedCodes(props: { appraisal: Appraisal }) {
  const { appraisal: one } = props;
  const [form] = Form.useForm<{ count: number; anew: boolean }>();
  const print = useMove({
    run: ({ count, anew }: { count: number; anew: boolean }) => printCodes(one, count, anew),
    refresh: [],
    done: t.printed,
    form,
    afterwards: (file) => save(file, `${one.school} ${t.electorates[one.electorate]} ${t.codes}.pdf`),
  });
  return (
    <Card title={t.codes}>
      <p className="quiet">{t.codesHint(one.withoutAccount ?? 0)}</p>
      <Form form={form} layout="vertical" initialValues={{ count: one.withoutAccount, anew: false }} onFinish={(values) => print.mutate(values)}>
        <Form.Item name="count" label={t.codesCount} rules={[{ required: true, message: common.required }]}>
          <InputNumber min={1} max={2_000} precision={0} />
        </Form.Item>
        <Form.Item name="anew" valuePropName="checked">
          <Checkbox>{t.codesAnew}</Checkbox>
        </Form.Item>
        <Button htmlType="submit" loading={print.isPending}>
          {t.print}
        </Button>
      </Form>
    </Card>
  );
}

function save(file: Blob, name: string) {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
