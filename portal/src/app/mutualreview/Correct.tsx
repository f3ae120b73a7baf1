import { Button, Card, Form, Modal, Select } from "antd";
import { useState } from "react";
import { LimitedText } from "../../shared/LimitedText";
import { useMove } from "../../shared/useMove";
import { common, corrections as t } from "../../texts/zh-CN.followups";
import { type Round, roundCalls, roundsKey, sheetsKey, useAllSheets } from "./queries";

type Slip = { sheetId: string; reason: string };

/** Discipline lets a school fill a locked sheet again; the old one is kept. */
export function Correct(props: { round: Round }) {
  const [open, setOpen] = useState(false);
  return (
    <Card title={<h2 className="card-title">{t.title}</h2>}>
      <p className="quiet">{t.hint}</p>
      <Button onClick={() => setOpen(true)}>{t.open}</Button>
      {open && <Slipped round={props.round} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function Slipped(props: { round: Round; onClose: () => void }) {
  const [form] = Form.useForm<Slip>();
  const sheets = useAllSheets(props.round.programmeId);
  const locked = (sheets.data ?? []).filter((one) => one.state === "LOCKED");
  const correct = useMove({
    run: ({ sheetId, reason }: Slip) => {
      const version = locked.find((one) => one.id === sheetId)?.version ?? 0;
      return roundCalls.correct(props.round.id, { sheetId, version, reason: reason.trim() });
    },
    refresh: [roundsKey, sheetsKey],
    done: t.done,
    form,
    afterwards: props.onClose,
  });
  return (
    <Modal open title={t.open} okText={common.confirm} confirmLoading={correct.isPending} onCancel={props.onClose} onOk={form.submit}>
      <Form form={form} layout="vertical" onFinish={(said) => correct.mutate(said)}>
        <Form.Item name="sheetId" label={t.sheet} rules={[{ required: true, message: common.required }]}>
          <Select
            showSearch
            optionFilterProp="label"
            loading={sheets.isPending}
            notFoundContent={sheets.isPending ? common.loading : t.none}
            options={locked.map((one) => ({ value: one.id, label: t.sheetOf(one.reviewingSchoolName ?? "", one.schoolName ?? one.alias ?? "", t.kinds[one.kind]) }))}
          />
        </Form.Item>
        <LimitedText name="reason" label={t.reason} limit={300} rows={3} />
      </Form>
    </Modal>
  );
}
