import { useParams } from "@tanstack/react-router";
import { Alert, Button, Card, Form, Modal, Radio, Tag } from "antd";
import { type ReactNode, useState } from "react";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { day } from "../../texts/format";
import { common } from "../../texts/zh-CN";
import { vetoes as t } from "../../texts/zh-CN.oversight";
import { useRoles } from "../shell/session";
import { type Deciding, useVeto, type Veto, vetoCalls, vetoesKey } from "./queries";
import { vetoColours } from "./VetoesPage";

export function VetoPage() {
  const { id } = useParams({ strict: false });
  const veto = useVeto(id ?? "");
  return <Loaded query={veto}>{(found) => <VetoView veto={found} />}</Loaded>;
}

function VetoView(props: { veto: Veto }) {
  const { veto } = props;
  return (
    <Page title={veto.groundName} lead={`${veto.schoolName ?? ""} · ${t.basis(veto.basis)}`} actions={<Tag color={vetoColours[veto.state]}>{t.states[veto.state]}</Tag>}>
      <div className="stack">
        {veto.state === "PROPOSED" && <Alert type="info" showIcon title={t.hearUntil(day(veto.hearUntil))} />}
        {veto.state === "IMPOSED" && veto.appealUntil && <Alert type="info" showIcon title={t.appealUntil(day(veto.appealUntil))} />}
        <Part title={t.fact} on={veto.proposedOn}>
          <div className="prose">{veto.fact}</div>
          <div className="prose quiet">
            {t.evidence}：{veto.evidence}
          </div>
        </Part>
        {veto.statement && (
          <Part title={t.statement} on={veto.statement.on}>
            <div className="prose">{veto.statement.text}</div>
          </Part>
        )}
        {veto.decision && (
          <Part title={t.decision} on={veto.decision.on}>
            <div className="prose">{veto.decision.reason}</div>
            <div className="quiet">{t.minutes(veto.decision.minutes)}</div>
          </Part>
        )}
        {veto.appeal && (
          <Part title={t.appeal} on={veto.appeal.on}>
            <div className="prose">{veto.appeal.text}</div>
          </Part>
        )}
        {veto.review && (
          <Part title={t.review} on={veto.review.on}>
            <div className="prose">{veto.review.reason}</div>
            <div className="quiet">{t.minutes(veto.review.minutes)}</div>
          </Part>
        )}
      </div>
      <Moves veto={veto} />
    </Page>
  );
}

function Part(props: { title: string; on: string; children: ReactNode }) {
  return (
    <Card size="small" title={props.title} extra={<span className="quiet number">{day(props.on)}</span>}>
      {props.children}
    </Card>
  );
}

/** What the reader may do with it as it stands. */
function Moves(props: { veto: Veto }) {
  const { veto } = props;
  const { has } = useRoles();
  const [open, setOpen] = useState<"STATE" | "APPEAL" | "DECIDE">();
  const close = () => setOpen(undefined);
  const states = has("school-secretary") && veto.state === "PROPOSED" && !veto.statement;
  const appeals = has("school-secretary") && veto.state === "IMPOSED";
  const decides = has("party-group-member") && (veto.state === "PROPOSED" || veto.state === "APPEALED");
  if (!states && !appeals && !decides) {
    return null;
  }
  return (
    <div className="foot-actions">
      <span className="spacer" />
      {states && <Button onClick={() => setOpen("STATE")}>{t.state}</Button>}
      {appeals && <Button onClick={() => setOpen("APPEAL")}>{t.doAppeal}</Button>}
      {decides && (
        <Button type="primary" onClick={() => setOpen("DECIDE")}>
          {veto.state === "PROPOSED" ? t.decide : t.decideAppeal}
        </Button>
      )}
      {open === "STATE" && <Say title={t.state} label={t.statement} done={t.stated} run={(text) => vetoCalls.state(veto, text)} onClose={close} />}
      {open === "APPEAL" && <Say title={t.doAppeal} label={t.appeal} done={t.appealed} run={(text) => vetoCalls.appeal(veto, text)} onClose={close} />}
      {open === "DECIDE" && <Decide veto={veto} onClose={close} />}
    </div>
  );
}

function Say(props: { title: string; label: string; done: string; run: (text: string) => Promise<unknown>; onClose: () => void }) {
  const [form] = Form.useForm<{ text: string }>();
  const say = useMove({ run: ({ text }: { text: string }) => props.run(text.trim()), refresh: [vetoesKey, ["tasks"]], done: props.done, form, afterwards: props.onClose });
  return (
    <Modal open title={props.title} okText={props.title} confirmLoading={say.isPending} onCancel={props.onClose} onOk={form.submit}>
      <Form form={form} layout="vertical" onFinish={(said) => say.mutate(said)}>
        <LimitedText name="text" label={props.label} limit={1000} rows={5} />
      </Form>
    </Modal>
  );
}

function Decide(props: { veto: Veto; onClose: () => void }) {
  const [form] = Form.useForm<Deciding>();
  const decide = useMove({ run: (said: Deciding) => vetoCalls.decide(props.veto, said), refresh: [vetoesKey, ["tasks"]], done: t.decided, form, afterwards: props.onClose });
  const appealed = props.veto.state === "APPEALED";
  return (
    <Modal open title={appealed ? t.decideAppeal : t.decide} okText={common.confirm} confirmLoading={decide.isPending} onCancel={props.onClose} onOk={form.submit}>
      <Form form={form} layout="vertical" onFinish={(said) => decide.mutate(said)}>
        <Form.Item name="against" label={t.against} rules={[{ required: true, message: common.required }]}>
          <Radio.Group
            options={[
              { value: true, label: appealed ? t.states.UPHELD : t.againstYes },
              { value: false, label: appealed ? t.states.LIFTED : t.againstNo },
            ]}
          />
        </Form.Item>
        <LimitedText name="reason" label={t.reason} limit={500} rows={3} />
        <LimitedText name="minutes" label={t.minutesNumber} limit={100} />
      </Form>
    </Modal>
  );
}
