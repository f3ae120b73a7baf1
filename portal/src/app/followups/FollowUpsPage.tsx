import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, Button, Card, Form, InputNumber, Modal, Tag } from "antd";
import { useState } from "react";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { moment } from "../../texts/format";
import { common, findings, followUps as t, menu } from "../../texts/zh-CN.followups";
import { stateColours } from "../findings/FindingsPage";
import { useFinding } from "../findings/queries";
import { WithProgramme } from "../programmes/current";
import { useRoles } from "../shell/session";
import { type FollowUp, followUpCalls, followUpsKey, useFollowUps } from "./queries";
import { sampleOf } from "./sample";

/** Second looks at what was closed: announced, drawn, and to be made again by anybody. */
export function FollowUpsPage() {
  return <WithProgramme>{(programme) => <FollowUpsOf key={programme.id} programme={programme.id} />}</WithProgramme>;
}

function FollowUpsOf(props: { programme: string }) {
  const followUps = useFollowUps(props.programme);
  const runs = useRoles().has("party-office");
  return (
    <Page title={menu.entries.followUps} lead={t.lead} actions={runs && <Announce programme={props.programme} />}>
      <Loaded query={followUps}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={t.emptyHint} />
          ) : (
            <div className="stack">
              {all
                .toSorted((one, other) => other.announcedAt.localeCompare(one.announcedAt))
                .map((one) => (
                  <FollowUpCard key={one.id} followUp={one} runs={runs} />
                ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function FollowUpCard(props: { followUp: FollowUp; runs: boolean }) {
  const { followUp: one } = props;
  return (
    <Card title={<h2 className="card-title">{t.card(moment(one.announcedAt))}</h2>} extra={<Tag color={one.state === "DRAWN" ? "green" : "blue"}>{t.states[one.state]}</Tag>}>
      <div className="stack">
        <div className="row-facts">
          <span>{t.facts(one.size, one.list.length)}</span>
          <span>{t.source(one.seedSource)}</span>
          {one.seed && <span className="number">{t.seedWas(one.seed)}</span>}
        </div>
        {one.state === "ANNOUNCED" && (props.runs ? <Draw followUp={one} /> : <span className="quiet">{t.waits}</span>)}
        {one.sample && (
          <section>
            <h3 className="month">{t.sample}</h3>
            <ul className="rows">
              {one.sample.map((id) => (
                <Sampled key={id} id={id} />
              ))}
            </ul>
          </section>
        )}
        <details className="more">
          <summary>{t.list(one.list.length)}</summary>
          <p className="quiet">{t.method}</p>
          <ul className="scroll-list">
            {one.list.map((id) => (
              <li key={id}>
                <code className="hash">{id}</code>
              </li>
            ))}
          </ul>
          {one.sample && <DrawAgain followUp={one} />}
        </details>
      </div>
    </Card>
  );
}

/** A finding of the sample, with where it stands today. */
function Sampled(props: { id: string }) {
  const { data, isError } = useFinding(props.id);
  const card = data?.card;
  return (
    <li className="row">
      <div className="row-main">
        <Link to="/findings/$id" params={{ id: props.id }} className="row-title">
          {card?.problem ?? (isError ? t.unreadable : common.loading)}
        </Link>
        {card !== undefined && (
          <div className="row-facts">
            <span>{card.schoolName}</span>
            <span>{findings.sources[card.source]}</span>
            <span>{findings.areas[card.area]}</span>
          </div>
        )}
      </div>
      {card !== undefined && <Tag color={stateColours[card.state]}>{findings.states[card.state]}</Tag>}
    </li>
  );
}

/** The draw made again here, with nothing but the list and the seed. */
function DrawAgain(props: { followUp: FollowUp }) {
  const { list, size, seed, sample } = props.followUp;
  const again = useMutation({ mutationFn: async () => (await sampleOf(list, size, seed ?? "")).join(" ") === sample?.join(" ") });
  return (
    <div className="stack" style={{ marginTop: 12 }}>
      <Button style={{ alignSelf: "start" }} loading={again.isPending} onClick={() => again.mutate()}>
        {t.verify}
      </Button>
      {again.data !== undefined && <Alert type={again.data ? "success" : "error"} showIcon title={again.data ? t.agrees : t.differs} />}
    </div>
  );
}

function Announce(props: { programme: string }) {
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ size: number; seedSource: string }>();
  const announce = useMove({
    run: (said: { size: number; seedSource: string }) => followUpCalls.announce(props.programme, { ...said, seedSource: said.seedSource.trim() }),
    refresh: [followUpsKey],
    done: t.announced,
    form,
    afterwards: () => setOpen(false),
  });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t.announce}
      </Button>
      {open && (
        <Modal open title={t.announce} okText={common.confirm} confirmLoading={announce.isPending} onCancel={() => setOpen(false)} onOk={form.submit}>
          <p className="quiet">{t.announceText}</p>
          <Form form={form} layout="vertical" onFinish={(said) => announce.mutate(said)}>
            <Form.Item name="size" label={t.size} rules={[{ required: true, message: common.required }]}>
              <InputNumber min={1} max={1000} precision={0} />
            </Form.Item>
            <LimitedText name="seedSource" label={t.seedSource} limit={100} hint={t.seedSourceHint} />
          </Form>
        </Modal>
      )}
    </>
  );
}

function Draw(props: { followUp: FollowUp }) {
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ seed: string }>();
  const draw = useMove({
    run: ({ seed }: { seed: string }) => followUpCalls.draw(props.followUp, seed.trim()),
    refresh: [followUpsKey],
    done: t.drawn,
    form,
    afterwards: () => setOpen(false),
  });
  return (
    <>
      <Button type="primary" style={{ alignSelf: "start" }} onClick={() => setOpen(true)}>
        {t.draw}
      </Button>
      {open && (
        <Modal open title={t.draw} okText={t.draw} confirmLoading={draw.isPending} onCancel={() => setOpen(false)} onOk={form.submit}>
          <p className="quiet">
            {t.source(props.followUp.seedSource)}。{t.drawText}
          </p>
          <Form form={form} layout="vertical" onFinish={(said) => draw.mutate(said)}>
            <LimitedText name="seed" label={t.seed} limit={100} hint={t.seedHint} />
          </Form>
        </Modal>
      )}
    </>
  );
}
