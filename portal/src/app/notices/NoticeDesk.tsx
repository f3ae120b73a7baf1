import { App, Button, Checkbox, Flex, Form, Modal, Tag } from "antd";
import { useState } from "react";
import { DayPicker } from "../../shared/DayPicker";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { day, dayInChina } from "../../texts/format";
import { common, menu } from "../../texts/zh-CN";
import { notices as t } from "../../texts/zh-CN.decisions";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { selectionKey, type SelectionRow, useSelections } from "../selection/queries";
import { useMe, useRoles } from "../shell/session";
import { type Notice, noticeCalls, noticesKey, useNotices } from "./queries";

const refresh = [noticesKey, selectionKey, ["tasks"]];

/** Where the bureau opens, and in the end closes, the public notice of a proposed list. */
export function NoticeDesk() {
  return <WithProgramme>{(programme) => <NoticesOf key={programme.id} programme={programme} />}</WithProgramme>;
}

function NoticesOf(props: { programme: Programme }) {
  const notices = useNotices(props.programme.id);
  const selections = useSelections(props.programme.id);
  const isOffice = useRoles().has("party-office");
  const [opening, setOpening] = useState<SelectionRow>();
  const proposed = selections.data?.find((one) => one.state === "RELEASED");
  return (
    <Page
      title={menu.entries.notices}
      lead={t.lead}
      actions={
        isOffice && (
          <Button type="primary" disabled={proposed === undefined} title={proposed === undefined ? t.nothingProposed : undefined} onClick={() => setOpening(proposed)}>
            {t.open}
          </Button>
        )
      }
    >
      <Loaded query={notices}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={isOffice ? (proposed === undefined ? t.nothingProposed : t.emptyHint) : t.emptyOthers} />
          ) : (
            <ul className="rows">
              {all.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} programme={props.programme} mayAct={isOffice} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {opening !== undefined && <OpenNotice programme={props.programme} selection={opening} onClose={() => setOpening(undefined)} />}
    </Page>
  );
}

function NoticeRow(props: { notice: Notice; programme: Programme; mayAct: boolean }) {
  const { notice } = props;
  const { modal } = App.useApp();
  const [shortening, setShortening] = useState(false);
  const [publishing, setPublishing] = useState(false);
  const mayPublish = useMayPublish(notice);
  const close = useMove({ run: () => noticeCalls.close(notice), refresh, done: t.closed });
  const askToClose = () => modal.confirm({ title: t.closeTitle, content: t.closeText, okText: t.close, onOk: () => close.mutateAsync().catch(() => undefined) });
  return (
    <li className="row">
      <div className="row-main">
        <div className="row-title">{notice.title}</div>
        <div className="row-facts">
          <span className="number">{t.period(day(notice.opensOn), day(notice.closesOn))}</span>
          {notice.state !== "DRAFT" && (
            <a href={`/notices/${notice.id}`} target="_blank" rel="noopener">
              {t.publicAddress}
            </a>
          )}
          {notice.state === "DRAFT" && !mayPublish && <span>{t.waitsForApproval}</span>}
        </div>
      </div>
      <Tag color={notice.state === "OPEN" ? "green" : notice.state === "DRAFT" ? "gold" : undefined}>{t.states[notice.state]}</Tag>
      {notice.state === "DRAFT" && mayPublish && (
        <Button size="small" type="primary" onClick={() => setPublishing(true)}>
          {t.publish}
        </Button>
      )}
      {props.mayAct && notice.state === "OPEN" && (
        <Flex gap={8}>
          {props.programme.demonstration && (
            <Button size="small" onClick={() => setShortening(true)}>
              {t.shorten}
            </Button>
          )}
          <Button size="small" type="primary" loading={close.isPending} onClick={askToClose}>
            {t.close}
          </Button>
        </Flex>
      )}
      {shortening && <Shorten notice={notice} onClose={() => setShortening(false)} />}
      {publishing && <Publish notice={notice} onClose={() => setPublishing(false)} />}
    </li>
  );
}

/** Whoever wrote it last does not publish it. */
function useMayPublish(notice: Notice) {
  const me = useMe().data;
  return useRoles().has("party-office", "party-group-member") && me?.subject !== notice.author;
}

/** The whole text to read, and the two things that a person has to look for. */
function Publish(props: { notice: Notice; onClose: () => void }) {
  const [secrecyChecked, setSecrecy] = useState(false);
  const [personalDataChecked, setPersonalData] = useState(false);
  const publish = useMove({ run: () => noticeCalls.publish(props.notice, { secrecyChecked, personalDataChecked }), refresh, done: t.published, afterwards: props.onClose });
  return (
    <Modal
      open
      width={680}
      title={t.publishTitle}
      okText={t.publish}
      okButtonProps={{ disabled: !secrecyChecked || !personalDataChecked }}
      confirmLoading={publish.isPending}
      onCancel={props.onClose}
      onOk={() => publish.mutate()}
    >
      <h3>{props.notice.title}</h3>
      <p style={{ whiteSpace: "pre-line" }}>{props.notice.text}</p>
      <ol>
        {props.notice.entries.map((entry) => (
          <li key={entry.applicationId}>
            {entry.categoryName}：{entry.title}（{entry.schoolName}）
          </li>
        ))}
      </ol>
      <Flex vertical gap={8}>
        <Checkbox checked={secrecyChecked} onChange={(event) => setSecrecy(event.target.checked)}>
          {t.secrecyChecked}
        </Checkbox>
        <Checkbox checked={personalDataChecked} onChange={(event) => setPersonalData(event.target.checked)}>
          {t.personalDataChecked}
        </Checkbox>
      </Flex>
    </Modal>
  );
}

function OpenNotice(props: { programme: Programme; selection: SelectionRow; onClose: () => void }) {
  const [form] = Form.useForm<{ title: string; opensOn: string }>();
  const open = useMove({
    run: ({ title, opensOn }: { title: string; opensOn: string }) => noticeCalls.open({ id: crypto.randomUUID(), selectionId: props.selection.id, title: title.trim(), opensOn }),
    refresh,
    done: t.opened,
    form,
    afterwards: props.onClose,
  });
  return (
    <Modal open title={t.openTitle} okText={t.open} confirmLoading={open.isPending} onCancel={props.onClose} onOk={form.submit}>
      <Form form={form} layout="vertical" initialValues={{ title: t.titleDefault(props.programme.title), opensOn: dayInChina() }} onFinish={(values) => open.mutate(values)}>
        <LimitedText name="title" label={t.title} limit={80} />
        <Form.Item name="opensOn" label={t.opensOn} extra={t.opensOnHint} rules={[{ required: true, message: common.required }]}>
          <DayPicker />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function Shorten(props: { notice: Notice; onClose: () => void }) {
  const [form] = Form.useForm<{ closesOn: string; reason: string }>();
  const shorten = useMove({
    run: ({ closesOn, reason }: { closesOn: string; reason: string }) => noticeCalls.shorten(props.notice, closesOn, reason.trim()),
    refresh,
    done: t.shortened,
    form,
    afterwards: props.onClose,
  });
  return (
    <Modal open title={t.shortenTitle} okText={t.shorten} confirmLoading={shorten.isPending} onCancel={props.onClose} onOk={form.submit}>
      <p className="quiet">{t.shortenLead}</p>
      <Form form={form} layout="vertical" initialValues={{ closesOn: props.notice.opensOn }} onFinish={(values) => shorten.mutate(values)}>
        <Form.Item name="closesOn" label={t.closesOn} rules={[{ required: true, message: common.required }]}>
          <DayPicker />
        </Form.Item>
        <LimitedText name="reason" label={common.reason} limit={200} least={4} rows={2} />
      </Form>
    </Modal>
  );
}
