import { DownloadOutlined } from "@ant-design/icons";
import { Button, Card, Form, Modal, Tag } from "antd";
import { useState } from "react";
import { DayPicker } from "../../shared/DayPicker";
import { Loaded, Nothing } from "../../shared/Loaded";
import { LimitedText } from "../../shared/LimitedText";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { day, dayInChina } from "../../texts/format";
import { common, menu } from "../../texts/zh-CN";
import { honours as t } from "../../texts/zh-CN.decisions";
import { takeAlong } from "../../texts/zh-CN.views";
import { useNotices } from "../notices/queries";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { selectionKey, useSelections } from "../selection/queries";
import { useRoles } from "../shell/session";
import { TakeAlong } from "../views/TakeAlong";
import { certificateAddress, commend, type Honour, honoursKey, useHonours } from "./queries";

/** The decision, and the certificates that follow from it. */
export function HonoursPage() {
  return <WithProgramme>{(programme) => <HonoursOf key={programme.id} programme={programme} />}</WithProgramme>;
}

function HonoursOf(props: { programme: Programme }) {
  const honours = useHonours(props.programme.id);
  const isOffice = useRoles().has("party-office");
  return (
    <Page title={menu.entries.honours} lead={isOffice ? t.lead : t.leadOthers} actions={isOffice && honours.data?.length === 0 && <IssueDecision programme={props.programme} />}>
      <Loaded query={honours}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={t.emptyHint} />
          ) : (
            <div className="stack">
              <div>
                <TakeAlong
                  name={menu.entries.honours}
                  rows={() => all}
                  columns={{
                    [takeAlong.type]: (one) => one.categoryName,
                    [takeAlong.brand]: (one) => one.title,
                    [takeAlong.school]: (one) => one.schoolName,
                    [takeAlong.number]: (one) => one.certificateNumber,
                    [t.until]: (one) => one.validUntil,
                    [takeAlong.state]: (one) => t.states[one.state],
                  }}
                />
              </div>
              {[...new Set(all.map((honour) => honour.categoryName))].map((name) => {
                const ofCategory = all.filter((honour) => honour.categoryName === name);
                return (
                  <Card key={name} title={name} extra={<span className="quiet">{t.counts(ofCategory.length)}</span>}>
                    <ul className="rows">
                      {ofCategory.map((honour) => (
                        <HonourRow key={honour.id} honour={honour} />
                      ))}
                    </ul>
                  </Card>
                );
              })}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function HonourRow(props: { honour: Honour }) {
  const { honour } = props;
  return (
    <li className="row">
      <div className="row-main">
        <div className="row-title">{honour.title}</div>
        <div className="row-facts">
          <span>{honour.schoolName}</span>
          {honour.certificateNumber && <span className="number">{honour.certificateNumber}</span>}
          {honour.validUntil && <span>{t.validUntil(day(honour.validUntil))}</span>}
        </div>
      </div>
      <Tag color={honour.state === "VALID" ? "green" : undefined}>{t.states[honour.state]}</Tag>
      {honour.state === "VALID" && (
        <Button size="small" icon={<DownloadOutlined />} href={certificateAddress(honour.id)} download aria-label={`${t.download}：${honour.title}`}>
          {t.download}
        </Button>
      )}
    </li>
  );
}

/** Possible once the notice of the proposed list is closed. */
function IssueDecision(props: { programme: Programme }) {
  const [asking, setAsking] = useState(false);
  const [form] = Form.useForm<{ documentNumber: string; issuedOn: string }>();
  const selections = useSelections(props.programme.id);
  const notices = useNotices(props.programme.id);
  const closed = notices.data?.find((notice) => notice.state === "CLOSED");
  const selection = selections.data?.find((one) => one.id === closed?.selectionId);
  const issue = useMove({
    run: (values: { documentNumber: string; issuedOn: string }) =>
      commend({ id: crypto.randomUUID(), selectionId: selection?.id ?? "", documentNumber: values.documentNumber.trim(), issuedOn: values.issuedOn }),
    refresh: [honoursKey, selectionKey, ["tasks"]],
    done: t.issued,
    form,
    afterwards: () => setAsking(false),
  });
  return (
    <>
      <Button type="primary" disabled={selection === undefined} title={selection === undefined ? t.needNotice : undefined} onClick={() => setAsking(true)}>
        {t.issue}
      </Button>
      <Modal open={asking} title={t.issueTitle} okText={t.issue} confirmLoading={issue.isPending} onCancel={() => setAsking(false)} onOk={form.submit}>
        <p className="quiet">
          {t.issueText}
          {common.cannotUndo}
        </p>
        <Form form={form} layout="vertical" initialValues={{ issuedOn: dayInChina() }} onFinish={(values) => issue.mutate(values)}>
          <LimitedText name="documentNumber" label={t.documentNumber} limit={40} least={4} hint={t.documentNumberExample} />
          <Form.Item name="issuedOn" label={t.issuedOn} rules={[{ required: true, message: common.required }]}>
            <DayPicker />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
