import { useParams } from "@tanstack/react-router";
import { Alert, App, Button, Card, Descriptions, Flex, Form, InputNumber, Modal, Radio, Tag } from "antd";
import { type ReactNode, useState } from "react";
import { AskReason } from "../../shared/AskReason";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { common } from "../../texts/zh-CN";
import { objections as t } from "../../texts/zh-CN.decisions";
import { useMe, useRoles } from "../shell/session";
import { colours, dueOf } from "./ObjectionsPage";
import { type Detail, type Objection, objectionCalls, objectionsKey, evidenceAddress, sealAddress, useObjection } from "./queries";

const refresh = [objectionsKey, ["tasks"]];

/** One objection and what has to be done with it next, by whoever may. */
export function ObjectionPage() {
  const { id } = useParams({ strict: false });
  const found = useObjection(id ?? "");
  return (
    <Loaded query={found}>
      {(detail) => {
        const one = detail.objection;
        return (
          <Page title={one.title} lead={`${one.receipt} · ${one.kindName} · ${one.schoolName}`} actions={<Tag color={colours[one.state]}>{one.stateName}</Tag>}>
            <div className="stack">
              {dueOf(one) && <Alert type="warning" showIcon title={dueOf(one)} description={one.extendedReason} />}
              {!one.complete && <Alert type="info" showIcon title={t.sealMissing} />}
              <Said detail={detail} />
            </div>
            <Next detail={detail} />
          </Page>
        );
      }}
    </Loaded>
  );
}

function Said(props: { detail: Detail }) {
  const one = props.detail.objection;
  const names = props.detail.investigators.map((person) => person.name).join("、");
  return (
    <Card>
      <Descriptions
        column={1}
        layout="vertical"
        items={[
          { key: "facts", label: t.facts, children: <span className="prose">{one.facts}</span> },
          ...(one.notAcceptedReason ? [{ key: "reason", label: t.notAccepted, children: one.notAcceptedReason }] : []),
          ...(one.state === "ACCEPTED" || names !== "" ? [{ key: "who", label: t.investigators, children: names || <span className="quiet">{t.noInvestigators}</span> }] : []),
          ...(one.findings ? [{ key: "findings", label: t.findings, children: <span className="prose">{`${one.founded ? t.isFounded : t.isUnfounded}：${one.findings}`}</span> }] : []),
          ...(one.reply ? [{ key: "reply", label: t.reply, children: `${one.sustained ? t.isSustained : t.isDismissed}：${one.reply}` }] : []),
        ]}
      />
    </Card>
  );
}

function Next(props: { detail: Detail }) {
  const { has } = useRoles();
  const me = useMe().data?.subject;
  const one = props.detail.objection;
  const investigates = props.detail.investigators.some((person) => person.subject === me);
  const deeds: ReactNode[] = [];
  if (has("discipline") && one.kind === "OBJECTION") {
    deeds.push(<Unmask key="who" one={one} />);
  }
  if (one.state === "REGISTERED" && has("discipline")) {
    deeds.push(<TurnDown key="down" one={one} />, <Accept key="accept" one={one} />);
  }
  if (one.state === "ACCEPTED") {
    if (has("discipline")) {
      deeds.push(<Extend key="extend" one={one} />);
    }
    if (has("discipline", "party-office")) {
      deeds.push(investigates ? <Report key="report" one={one} /> : <Join key="join" one={one} />);
    }
  }
  if (one.state === "INVESTIGATED" && has("party-group-member")) {
    deeds.push(<Decide key="decide" one={one} />);
  }
  return deeds.length === 0 ? null : (
    <div className="foot-actions">
      <span className="spacer" />
      <Flex gap={8} wrap>
        {deeds}
      </Flex>
    </div>
  );
}

/** A button that opens a form and closes it when the service agreed. */
function Deed<V extends object>(props: { words: string; title: string; primary?: boolean; initial?: Partial<V>; run: (said: V) => Promise<unknown>; done: string; children: ReactNode }) {
  const [asking, setAsking] = useState(false);
  const [form] = Form.useForm<V>();
  const move = useMove({ run: props.run, refresh, done: props.done, form, afterwards: () => setAsking(false) });
  return (
    <>
      <Button type={props.primary ? "primary" : "default"} onClick={() => setAsking(true)}>
        {props.words}
      </Button>
      <Modal open={asking} width={600} title={props.title} okText={props.words} confirmLoading={move.isPending} onCancel={() => setAsking(false)} onOk={form.submit} destroyOnHidden>
        <Form<V> form={form} layout="vertical" initialValues={props.initial} onFinish={(said) => move.mutate(said)}>
          {props.children}
        </Form>
      </Modal>
    </>
  );
}

function Choice(props: { name: string; label: string; yes: string; no: string }) {
  return (
    <Form.Item name={props.name} label={props.label} rules={[{ required: true, message: common.required }]}>
      <Radio.Group
        options={[
          { value: true, label: props.yes },
          { value: false, label: props.no },
        ]}
      />
    </Form.Item>
  );
}

function Accept(props: { one: Objection }) {
  return (
    <Deed<{ redacted: string }> primary words={t.accept} title={t.acceptTitle} done={t.accepted} initial={{ redacted: props.one.facts }} run={(said) => objectionCalls.accept(props.one, said.redacted)}>
      <LimitedText name="redacted" label={t.redacted} limit={2000} rows={5} hint={t.redactedHint} />
    </Deed>
  );
}

function TurnDown(props: { one: Objection }) {
  const [asking, setAsking] = useState(false);
  const move = useMove({ run: (reason: string) => objectionCalls.turnDown(props.one, reason), refresh, done: t.turnedDown, afterwards: () => setAsking(false) });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t.turnDown}</Button>
      {asking && <AskReason min={4} title={t.notAccepted} okText={t.turnDown} pending={move.isPending} onCancel={() => setAsking(false)} onGiven={(reason) => move.mutate(reason)} />}
    </>
  );
}

function Join(props: { one: Objection }) {
  const join = useMove({ run: () => objectionCalls.join(props.one), refresh, done: t.joined });
  return (
    <Button type="primary" loading={join.isPending} onClick={() => join.mutate()}>
      {t.join}
    </Button>
  );
}

function Extend(props: { one: Objection }) {
  return (
    <Deed<{ workingDays: number; reason: string }> words={t.extend} title={t.extendTitle} done={t.extended} run={(more) => objectionCalls.extend(props.one, more)}>
      <Form.Item name="workingDays" label={t.workingDays} rules={[{ required: true, message: common.required }]}>
        <InputNumber min={1} max={10} precision={0} />
      </Form.Item>
      <LimitedText name="reason" label={common.reason} limit={500} rows={3} />
    </Deed>
  );
}

function Report(props: { one: Objection }) {
  return (
    <Deed<{ findings: string; founded: boolean }> primary words={t.report} title={t.report} done={t.reported} run={(said) => objectionCalls.report(props.one, said)}>
      <LimitedText name="findings" label={t.findings} limit={3000} rows={6} />
      <Choice name="founded" label={t.founded} yes={t.isFounded} no={t.isUnfounded} />
    </Deed>
  );
}

function Decide(props: { one: Objection }) {
  return (
    <Deed<{ sustained: boolean; reply: string }> primary words={t.decide} title={t.decide} done={t.decided} run={(said) => objectionCalls.decide(props.one, said)}>
      <Choice name="sustained" label={t.sustained} yes={t.isSustained} no={t.isDismissed} />
      <LimitedText name="reply" label={t.reply} limit={1000} rows={4} />
    </Deed>
  );
}

/** For one of the two who may know; that they looked is recorded. */
function Unmask(props: { one: Objection }) {
  const { modal } = App.useApp();
  const look = useMove({
    run: () => objectionCalls.objector(props.one),
    refresh: [],
    afterwards: (who) =>
      void modal.info({
        title: t.objectorTitle,
        content: (
          <>
            <p>
              {who.name} {who.unitName}
            </p>
            <p>{`${t.contact}：${who.contact}`}</p>
            <p className="prose">{who.facts}</p>
            <Flex gap={8} wrap>
              {props.one.voice === "UNIT" && (
                <Button href={sealAddress(props.one.id)} download>
                  {t.seal}
                </Button>
              )}
              {who.evidence.map((piece, n) => (
                <Button key={piece} href={evidenceAddress(props.one.id, piece)} download>
                  {t.evidence(n + 1)}
                </Button>
              ))}
            </Flex>
          </>
        ),
      }),
  });
  return (
    <Button loading={look.isPending} onClick={() => look.mutate()}>
      {t.objector}
    </Button>
  );
}
