import { useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Alert, App, Button, Card, Form, Tag, Typography } from "antd";
import { DayPicker } from "../../shared/DayPicker";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { ConflictNotice, SaveLine, useAutosave } from "../../shared/useAutosave";
import { useMove } from "../../shared/useMove";
import { wordOf } from "../../shared/options";
import { day, moment } from "../../texts/format";
import { circulars as t } from "../../texts/zh-CN.oversight";
import { findings } from "../../texts/zh-CN.findings";
import { useRoles } from "../shell/session";
import { type Circular, circularCalls, type CircularContent, type CircularPart, circularsKey, useCircular } from "./queries";

const parts = Object.keys(t.parts) as CircularPart[];

export function CircularPage() {
  const { id } = useParams({ strict: false });
  const circular = useCircular(id ?? "");
  const writes = useRoles().has("party-office", "party-group-member");
  return (
    <Loaded query={circular}>
      {(found) => (found.state === "DRAFT" && writes ? <CircularEditor key={found.id} circular={found} onReload={() => void circular.refetch()} /> : <CircularView circular={found} />)}
    </Loaded>
  );
}

function CircularEditor(props: { circular: Circular; onReload: () => void }) {
  const { circular } = props;
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<CircularContent>();
  const { saver, state } = useAutosave<CircularContent>(async (content, version) => {
    const saved = await circularCalls.save(circular.id, content, version);
    queries.setQueryData([...circularsKey, circular.id], saved);
    return saved.version;
  }, circular.version);
  const issue = useMove({ run: () => circularCalls.issue(circular.id, saver.version), refresh: [circularsKey], done: t.issued });
  const ask = async () => {
    if (await saver.flush()) {
      void modal.confirm({ title: t.issueTitle, content: t.issueText, okText: t.issue, onOk: () => issue.mutateAsync().catch(() => undefined) });
    }
  };
  return (
    <Page title={circular.content.title} actions={<Tag>{t.states.DRAFT}</Tag>}>
      <div className="stack">
        <ConflictNotice state={state} onReload={props.onReload} />
        <Card>
          <Form<CircularContent> form={form} layout="vertical" initialValues={circular.content} onValuesChange={() => saver.typed(form.getFieldsValue(true) as CircularContent)}>
            <LimitedText name="title" label={t.heading} limit={100} />
            {parts.map((part) => (
              <LimitedText key={part} name={part} label={t.parts[part]} limit={circular.most} rows={4} />
            ))}
            <Form.Item name="replyBy" label={t.replyBy} extra={t.replyHint} required>
              <DayPicker />
            </Form.Item>
          </Form>
          <span className="quiet">{t.length(circular.length, circular.most)}</span>
        </Card>
      </div>
      <div className="foot-actions">
        <SaveLine state={state} onRetry={() => void saver.flush()} />
        <span className="spacer" />
        <Button type="primary" loading={issue.isPending} disabled={state.phase === "CONFLICT"} onClick={() => void ask()}>
          {t.issue}
        </Button>
      </div>
    </Page>
  );
}

function CircularView(props: { circular: Circular }) {
  const { content, issuedAt, own } = props.circular;
  const speaksForASchool = useRoles().has("school-secretary", "info-officer");
  return (
    <Page title={content.title} lead={issuedAt ? t.issuedAt(moment(issuedAt)) : undefined}>
      <div className="stack">
        {content.replyBy && <Alert type="info" showIcon title={t.replyUntil(day(content.replyBy))} />}
        <Card>
          {parts
            .filter((part) => content[part] !== "")
            .map((part) => (
              <section key={part} style={{ marginBottom: 16 }}>
                <Typography.Title level={2} style={{ fontSize: "calc(16px * var(--grow))" }}>
                  {t.parts[part]}
                </Typography.Title>
                <div className="prose">{content[part]}</div>
              </section>
            ))}
        </Card>
        {speaksForASchool && (
          <Card title={t.own}>
            {own.length === 0 ? (
              <span className="quiet">{t.ownNone}</span>
            ) : (
              <ul className="rows">
                {own.map((one) => (
                  <li key={one.findingId} className="row">
                    <Link to="/findings/$id" params={{ id: one.findingId }} className="row-main row-title">
                      {one.problem}
                    </Link>
                    <Tag>{wordOf(findings.states, one.state)}</Tag>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        )}
      </div>
    </Page>
  );
}
