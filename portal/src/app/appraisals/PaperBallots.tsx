import { App, Button, Card, Form, Input, InputNumber, Select } from "antd";
import { Loaded } from "../../shared/Loaded";
import { useMove } from "../../shared/useMove";
import { appraisals as t, common } from "../../texts/zh-CN.appraisals";
import { useRoles } from "../shell/session";
import { type Appraisal, appraisalCalls, appraisalsKey, type Mark, usePaper, useRoll } from "./queries";
import { sheetsOf } from "./sheets";

const refresh = [appraisalsKey];

/** Ballots on paper: handed out by name or number, read by two people. */
export function PaperBallots(props: { appraisal: Appraisal }) {
  return (
    <Card title={t.paper}>
      <p className="quiet">{t.paperHint}</p>
      <div className="two">
        <HandOut appraisal={props.appraisal} />
        <Loaded query={usePaper(props.appraisal.id)}>{(paper) => <Read appraisal={props.appraisal} subjects={paper.subjects} />}</Loaded>
      </div>
    </Card>
  );
}

function HandOut(props: { appraisal: Appraisal }) {
  const { appraisal: one } = props;
  const knowsTheRoll = useRoles().has("party-office") && one.electorate !== "PARENTS";
  const [form] = Form.useForm<{ entries?: string[]; unnamed: number }>();
  const handOut = useMove({
    run: ({ entries, unnamed }: { entries?: string[]; unnamed: number }) => appraisalCalls.handOut(one, entries ?? [], unnamed),
    refresh,
    done: t.handedOut,
    form,
    afterwards: () => form.resetFields(),
  });
  return (
    <Form form={form} layout="vertical" initialValues={{ unnamed: 0 }} onFinish={(values) => handOut.mutate(values)}>
      {knowsTheRoll && (
        <Form.Item name="entries" label={t.paperNamed}>
          <VoterSelect appraisal={one.id} />
        </Form.Item>
      )}
      <Form.Item name="unnamed" label={t.paperUnnamed} rules={[{ required: true, message: common.required }]}>
        <InputNumber min={0} max={20_000} precision={0} />
      </Form.Item>
      <Button htmlType="submit" loading={handOut.isPending}>
        {t.handOut}
      </Button>
    </Form>
  );
}

function VoterSelect(props: { appraisal: string; id?: string; value?: string[]; onChange?: (chosen: string[]) => void }) {
  const roll = useRoll(props.appraisal).data ?? [];
  return (
    <Select
      id={props.id}
      mode="multiple"
      optionFilterProp="label"
      {...(props.value === undefined ? {} : { value: props.value })}
      {...(props.onChange === undefined ? {} : { onChange: props.onChange })}
      options={roll.map((voter) => ({ value: voter.id, label: voter.name }))}
    />
  );
}

function Read(props: { appraisal: Appraisal; subjects: string[] }) {
  const { appraisal: one, subjects } = props;
  const { message } = App.useApp();
  const [form] = Form.useForm<{ typed: string }>();
  const read = useMove({
    run: (sheets: Mark[][]) => appraisalCalls.read(one, sheets),
    refresh,
    form,
    afterwards: (reading) => void message.info(t.readDone(reading.readers, reading.agreed, reading.differences), 8),
  });
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={({ typed }) => {
        const all = sheetsOf(typed, subjects.length);
        if ("wrong" in all) {
          form.setFields([{ name: "typed", errors: [t.readWrong(all.wrong, subjects.length)] }]);
        } else {
          read.mutate(all.sheets);
        }
      }}
    >
      <Form.Item name="typed" label={t.read} extra={`${t.readHint} ${t.readLegend}`} rules={[{ required: true, message: common.required }]}>
        <Input.TextArea rows={5} placeholder={subjects.map(() => "1").join(" ")} />
      </Form.Item>
      <ol>
        {subjects.map((subject) => (
          <li key={subject}>{subject}</li>
        ))}
      </ol>
      <Button htmlType="submit" loading={read.isPending}>
        {t.readSend}
      </Button>
    </Form>
  );
}
