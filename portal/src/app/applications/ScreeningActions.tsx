import { Button, Flex, Form, InputNumber, Modal } from "antd";
import { useState } from "react";
import { AskReason } from "../../shared/AskReason";
import { useMove } from "../../shared/useMove";
import { common } from "../../texts/zh-CN";
import { screening as t } from "../../texts/zh-CN.applications";
import { nextRank } from "./counts";
import { type Application, applicationCalls, applicationsKey, mostReturns, useAllApplications } from "./queries";

type Screened = Pick<Application, "id" | "version" | "category" | "programmeId"> & { title: string; returns?: number };

/** The three answers of a reviewer to a submitted application. */
export function ScreeningActions(props: { application: Screened; size?: "small" }) {
  const { application } = props;
  const [asking, setAsking] = useState<"recommend" | "decline" | "return">();
  const close = () => setAsking(undefined);
  const refresh = [applicationsKey, ["batches"], ["tasks"]];
  const decline = useMove({ run: (reason: string) => applicationCalls.decline(application, reason), refresh, done: t.declineDone, afterwards: close });
  const sendBack = useMove({ run: (reason: string) => applicationCalls.return(application, reason), refresh, done: t.returnDone, afterwards: close });
  return (
    <Flex gap={8} wrap>
      {(application.returns ?? 0) < mostReturns && (
        <Button size={props.size} onClick={() => setAsking("return")}>
          {t.return}
        </Button>
      )}
      <Button size={props.size} onClick={() => setAsking("decline")}>
        {t.decline}
      </Button>
      <Button size={props.size} type="primary" onClick={() => setAsking("recommend")}>
        {t.recommend}
      </Button>
      {asking === "recommend" && <Recommend application={application} onClose={close} />}
      {asking === "decline" && (
        <AskReason title={t.declineTitle(application.title)} lead={t.declineLead} okText={t.decline} pending={decline.isPending} onCancel={close} onGiven={(reason) => decline.mutate(reason)} />
      )}
      {asking === "return" && (
        <AskReason title={t.returnTitle(application.title)} lead={t.returnLead} okText={t.return} pending={sendBack.isPending} onCancel={close} onGiven={(reason) => sendBack.mutate(reason)} />
      )}
    </Flex>
  );
}

function Recommend(props: { application: Screened; onClose: () => void }) {
  const { application } = props;
  const [form] = Form.useForm<{ rank: number }>();
  const others = useAllApplications(application.programmeId, { category: application.category, state: "RECOMMENDED" });
  const recommend = useMove({
    run: ({ rank }: { rank: number }) => applicationCalls.recommend(application, rank),
    refresh: [applicationsKey, ["batches"], ["tasks"]],
    done: t.recommendDone,
    form,
    afterwards: props.onClose,
  });
  return (
    <Modal open title={t.recommendTitle(application.title)} okText={t.recommend} confirmLoading={recommend.isPending} onCancel={props.onClose} onOk={form.submit} loading={others.isPending}>
      <Form form={form} layout="vertical" initialValues={{ rank: nextRank((others.data ?? []).map((one) => one.rank)) }} onFinish={(values) => recommend.mutate(values)}>
        <Form.Item name="rank" label={t.rank} extra={t.rankHint} rules={[{ required: true, message: common.required }]}>
          <InputNumber min={1} max={9999} precision={0} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
