import { Link } from "@tanstack/react-router";
import { Alert, Button, Card, Checkbox, Descriptions, Flex, Form, Input, Radio, Tabs } from "antd";
import { useState } from "react";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded, Nothing } from "../../shared/Loaded";
import { options } from "../../shared/options";
import { More } from "../../shared/More";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { moment } from "../../texts/format";
import { common } from "../../texts/zh-CN";
import { notifications as t } from "../../texts/zh-CN.messages";
import { useRoles } from "../shell/session";
import { taskTarget } from "../tasks/queries";
import { type Notification, notificationCalls, notificationsKey, type Template, useMailCounts, useNotifications, useTemplates, useWishes, type Wishes } from "./queries";

/** What I was told, how I want to be told, and for the bureau in which words. */
export function NotificationsPage() {
  const { has } = useRoles();
  return (
    <Page title={t.title} lead={t.lead}>
      <Tabs
        items={[
          { key: "list", label: t.tabs.list, children: <Told /> },
          { key: "settings", label: t.tabs.settings, children: <Mailbox /> },
          ...(has("party-office") ? [{ key: "templates", label: t.tabs.templates, children: <Templates /> }] : []),
          ...(has("party-office", "sys-admin") ? [{ key: "mails", label: t.tabs.mails, children: <MailCounts /> }] : []),
        ]}
      />
    </Page>
  );
}

function Told() {
  const [unread, setUnread] = useState(false);
  const list = useNotifications(unread);
  const readAll = useMove({ run: notificationCalls.readAll, refresh: [notificationsKey] });
  return (
    <div className="stack">
      <Flex justify="space-between" gap={8} wrap>
        <Checkbox checked={unread} onChange={(event) => setUnread(event.target.checked)}>
          {t.onlyUnread}
        </Checkbox>
        <Button loading={readAll.isPending} onClick={() => readAll.mutate()}>
          {t.readAll}
        </Button>
      </Flex>
      <Loaded query={list}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.items);
          return all.length === 0 ? (
            <Nothing text={unread ? t.emptyUnread : t.empty} next={t.emptyHint} />
          ) : (
            <>
              <ul className="rows">
                {all.map((one) => (
                  <Line key={one.id} told={one} />
                ))}
              </ul>
              <More list={list} />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

function Line(props: { told: Notification }) {
  const { told } = props;
  const read = useMove({ run: () => notificationCalls.read(told.id), refresh: [notificationsKey] });
  const opened = () => {
    if (!told.read) {
      read.mutate();
    }
  };
  return (
    <li className="row">
      <div className="row-main">
        <Link {...taskTarget(told.link)} className="row-title" onClick={opened} style={told.read ? { fontWeight: 400 } : undefined}>
          {told.title}
        </Link>
        <div className="prose small">{told.body}</div>
        <div className="row-facts">
          <span>{moment(told.toldAt)}</span>
        </div>
      </div>
      {!told.read && (
        <Button size="small" type="text" loading={read.isPending} onClick={() => read.mutate()} aria-label={`${t.readOne}：${told.title}`}>
          {t.readOne}
        </Button>
      )}
    </li>
  );
}

function Mailbox() {
  const wishes = useWishes();
  return <Loaded query={wishes}>{(kept) => <MailboxForm kept={kept} />}</Loaded>;
}

function MailboxForm(props: { kept: Wishes }) {
  const { kept } = props;
  const [form] = Form.useForm<Pick<Wishes, "address" | "rhythm">>();
  const keep = useMove({ run: notificationCalls.wish, refresh: [[...notificationsKey, "settings"]], done: t.saved, form });
  return (
    <Card style={{ maxWidth: 560 }}>
      <Alert type={kept.mail ? "info" : "warning"} showIcon title={kept.explanation} style={{ marginBottom: 16 }} />
      <Form form={form} layout="vertical" initialValues={{ address: kept.address ?? "", rhythm: kept.rhythm ?? "DAILY" }} onFinish={(wish) => keep.mutate(wish)}>
        <Form.Item name="address" label={t.address} extra={t.addressHint} rules={[{ type: "email", message: t.badAddress }]}>
          <Input autoComplete="email" inputMode="email" />
        </Form.Item>
        <Form.Item name="rhythm" label={t.rhythm}>
          <Radio.Group options={options(t.rhythms)} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={keep.isPending}>
          {common.save}
        </Button>
      </Form>
    </Card>
  );
}

function Templates() {
  const templates = useTemplates();
  return (
    <div className="stack">
      <p className="quiet">{t.templatesLead}</p>
      <Loaded query={templates}>{(all) => all.map((one) => <TemplateForm key={`${one.code} ${one.version}`} template={one} />)}</Loaded>
    </div>
  );
}

function TemplateForm(props: { template: Template }) {
  const { template } = props;
  const [form] = Form.useForm<Template>();
  const [changed, setChanged] = useState(false);
  const keep = useMove({ run: notificationCalls.edit, refresh: [[...notificationsKey, "templates"]], done: t.saved, form });
  return (
    <Card size="small">
      <Form form={form} name={template.code} disabled={keep.isPending} layout="vertical" initialValues={template} onValuesChange={() => setChanged(true)} onFinish={(said) => keep.mutate({ ...template, ...said })}>
        <LimitedText name="title" label={t.templateTitle} limit={80} />
        <LimitedText name="body" label={t.templateBody} limit={1000} rows={2} />
        {changed && (
          <Button type="primary" htmlType="submit" loading={keep.isPending}>
            {common.save}
          </Button>
        )}
      </Form>
    </Card>
  );
}

function MailCounts() {
  const counts = useMailCounts();
  return (
    <Loaded query={counts}>
      {(all) => (
        <Card style={{ maxWidth: 560 }}>
          <Descriptions column={1} items={options(t.mailCounts).map(({ value, label }) => ({ key: value, label, children: all[value] }))} />
        </Card>
      )}
    </Loaded>
  );
}
