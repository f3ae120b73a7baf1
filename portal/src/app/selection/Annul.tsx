import { Alert, Button, Form, Modal } from "antd";
import { useState } from "react";
import { LimitedText } from "../../shared/LimitedText";
import { useMove } from "../../shared/useMove";
import { selection as t } from "../../texts/zh-CN.selection";
import { annulment } from "../../texts/zh-CN.decisions";
import { type Annulling, type Selection, selectionCalls, selectionKey } from "./queries";
import { isAdopted, voteFault } from "./vote";
import { VoteCounts } from "./VoteCounts";

/** The decision that a whole list falls, recorded with its vote; another selection may follow. */
export function Annul(props: { selection: Selection }) {
  const [asking, setAsking] = useState(false);
  const [form] = Form.useForm<Annulling>();
  const counted = (Form.useWatch([], form) ?? {}) as Partial<Annulling>;
  const fault = voteFault(counted);
  const adopted = counted.inFavour !== undefined && counted.due !== undefined && isAdopted({ due: counted.due, inFavour: counted.inFavour });
  const annul = useMove({
    run: (said: Annulling) => selectionCalls.annul(props.selection, said),
    refresh: [selectionKey, ["notices"], ["tasks"]],
    done: annulment.done,
    form,
    afterwards: () => setAsking(false),
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{annulment.annul}</Button>
      <Modal
        open={asking}
        width={600}
        title={annulment.title}
        okText={annulment.annul}
        okButtonProps={{ danger: true, disabled: fault !== undefined || !adopted }}
        confirmLoading={annul.isPending}
        onCancel={() => setAsking(false)}
        onOk={form.submit}
      >
        <p className="quiet">{annulment.text}</p>
        <Form form={form} layout="vertical" onFinish={(said) => annul.mutate(said)}>
          <LimitedText name="reason" label={annulment.reason} limit={200} rows={3} />
          <VoteCounts />
        </Form>
        <p className="quiet">{t.voteHint}</p>
        {fault !== undefined && <Alert type="warning" showIcon title={fault} />}
      </Modal>
    </>
  );
}
