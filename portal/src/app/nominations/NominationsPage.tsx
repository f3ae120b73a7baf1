import { App, Button, Card, Checkbox, Flex, Form, InputNumber, Modal, Radio, Select, Tag } from "antd";
import { useState } from "react";
import { AskReason } from "../../shared/AskReason";
import { DayPicker } from "../../shared/DayPicker";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { day, dayInChina } from "../../texts/format";
import { common, menu } from "../../texts/zh-CN";
import { nominations as t } from "../../texts/zh-CN.decisions";
import { useMySeats, useNames } from "../organisations/queries";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { useRoles } from "../shell/session";
import { type Nominating, type Nomination, nominationCalls, nominationsKey, useNominations } from "./queries";

const colours = { NOMINATED: "blue", ENDORSED: "green", DECLINED: "orange", WITHDRAWN: undefined } as const;
const refresh = [nominationsKey, ["tasks"]];

/** Outstanding Party members (R61): put forward by the branch, answered by the parent unit. */
export function NominationsPage() {
  return <WithProgramme>{(programme) => <NominationsOf key={programme.id} programme={programme} />}</WithProgramme>;
}

function NominationsOf(props: { programme: Programme }) {
  const nominations = useNominations(props.programme.id);
  const isSchool = useRoles().has("school-secretary");
  const stands = nominations.data?.some((one) => one.state === "NOMINATED" || one.state === "ENDORSED") ?? true;
  return (
    <Page title={menu.entries.nominations} lead={t.lead} actions={isSchool && !stands && <Nominate programmeId={props.programme.id} />}>
      <Loaded query={nominations}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={isSchool ? t.emptySchool : t.emptyOthers} />
          ) : (
            <div className="stack">
              {all.map((one) => (
                <NominationCard key={one.id} nomination={one} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function NominationCard(props: { nomination: Nomination }) {
  const { nomination: one } = props;
  const { has } = useRoles();
  const { modal } = App.useApp();
  const [asking, setAsking] = useState<"decline" | "withdraw">();
  const endorse = useMove({ run: () => nominationCalls.endorse(one), refresh, done: t.endorsed });
  const decline = useMove({ run: (reason: string) => nominationCalls.decline(one, reason), refresh, done: t.declined, afterwards: () => setAsking(undefined) });
  const withdraw = useMove({ run: (reason: string) => nominationCalls.withdraw(one, reason), refresh, done: t.withdrawn, afterwards: () => setAsking(undefined) });
  const answers = has("street-reviewer", "direct-unit-reviewer") && one.state === "NOMINATED";
  const takesBack = has("school-secretary") && (one.state === "NOMINATED" || one.state === "ENDORSED");
  return (
    <Card
      title={`${one.name} · ${one.post}`}
      extra={<Tag color={colours[one.state]}>{one.stateName}</Tag>}
    >
      <p className="quiet">
        {one.schoolName} · {day(one.heldOn)} {t.vote(one.due, one.present, one.inFavour)}
      </p>
      <p className="prose">{one.deeds}</p>
      {one.reason && <p className="quiet">{one.reason}</p>}
      {(answers || takesBack) && (
        <Flex gap={8} justify="end" wrap>
          {takesBack && <Button onClick={() => setAsking("withdraw")}>{t.withdraw}</Button>}
          {answers && <Button onClick={() => setAsking("decline")}>{t.decline}</Button>}
          {answers && (
            <Button
              type="primary"
              loading={endorse.isPending}
              onClick={() => modal.confirm({ title: t.endorseTitle(one.name), content: t.endorseText, okText: t.endorseOk, onOk: () => endorse.mutateAsync().catch(() => undefined) })}
            >
              {t.endorse}
            </Button>
          )}
        </Flex>
      )}
      {asking === "decline" && <AskReason min={4} max={200} title={t.declineTitle} okText={t.decline} pending={decline.isPending} onCancel={() => setAsking(undefined)} onGiven={(reason) => decline.mutate(reason)} />}
      {asking === "withdraw" && <AskReason min={4} max={200} title={t.withdrawTitle} okText={t.withdraw} pending={withdraw.isPending} onCancel={() => setAsking(undefined)} onGiven={(reason) => withdraw.mutate(reason)} />}
    </Card>
  );
}

function Nominate(props: { programmeId: string }) {
  const [asking, setAsking] = useState(false);
  const [form] = Form.useForm<Nominating>();
  const schools = (useMySeats().data ?? []).filter((seat) => seat.role === "school-secretary");
  const nameOf = useNames();
  const nominate = useMove({
    run: (said: Nominating) => nominationCalls.nominate(props.programmeId, { ...said, name: said.name.trim(), post: said.post.trim(), deeds: said.deeds.trim() }),
    refresh,
    done: t.nominated,
    form,
    afterwards: () => setAsking(false),
  });
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t.nominate}
      </Button>
      <Modal open={asking} width={640} title={t.nominateTitle} okText={t.nominate} confirmLoading={nominate.isPending} onCancel={() => setAsking(false)} onOk={form.submit}>
        <Form form={form} layout="vertical" initialValues={{ schoolId: schools[0]?.organisationId, heldOn: dayInChina(), head: false }} onFinish={(said) => nominate.mutate(said)}>
          <Form.Item name="schoolId" label={t.school} hidden={schools.length <= 1} rules={[{ required: true, message: common.required }]}>
            <Select options={schools.map((seat) => ({ value: seat.organisationId, label: nameOf(seat.organisationId) }))} />
          </Form.Item>
          <LimitedText name="name" label={t.name} limit={40} />
          <LimitedText name="post" label={t.post} limit={40} />
          <Form.Item name="head" label={t.head}>
            <Radio.Group
              options={[
                { value: true, label: t.yes },
                { value: false, label: t.no },
              ]}
            />
          </Form.Item>
          <LimitedText name="deeds" label={t.deeds} limit={1500} rows={6} hint={t.deedsHint} />
          <Form.Item name="heldOn" label={t.heldOn} rules={[{ required: true, message: common.required }]}>
            <DayPicker />
          </Form.Item>
          <Flex gap={16} wrap>
            {(["due", "present", "inFavour"] as const).map((name) => (
              <Form.Item key={name} name={name} label={t[name]} rules={[{ required: true, message: common.required }]}>
                <InputNumber min={0} max={999} precision={0} style={{ width: 96 }} />
              </Form.Item>
            ))}
          </Flex>
          <p className="quiet">{t.voteHint}</p>
          <Form.Item name="agreed" valuePropName="checked" rules={[{ validator: (_, agreed) => (agreed === true ? Promise.resolve() : Promise.reject(new Error(t.needAgreed))) }]}>
            <Checkbox>{t.agreed}</Checkbox>
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
