import { App, Button, Card, Descriptions, Form, Input, InputNumber, Progress, Steps } from "antd";
import { Loaded, Nothing } from "../../shared/Loaded";
import { LimitedText } from "../../shared/LimitedText";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { number } from "../../texts/format";
import { common, menu } from "../../texts/zh-CN";
import { mutualReviews as t } from "../../texts/zh-CN.mutualreview";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { useRoles } from "../shell/session";
import { Correct } from "./Correct";
import { Duties } from "./Duties";
import { Gaps } from "./Gaps";
import { drawSheetAddress, type Round, roundCalls, roundsKey, type RoundState, useRounds } from "./queries";
import { Replace } from "./Replace";
import { Results } from "./Results";
import { Severity } from "./Severity";
import { Undo, UndoneRuns } from "./Undo";

const order = Object.keys(t.steps) as RoundState[];

/** The draw room: one step after the other, each with what it needs and what it left behind. */
export function RoundPage() {
  return (
    <Page title={menu.entries.mutualReviews} lead={t.lead}>
      <WithProgramme>{(programme) => <RoundOf key={programme.id} programme={programme} />}</WithProgramme>
    </Page>
  );
}

function RoundOf(props: { programme: Programme }) {
  const rounds = useRounds(props.programme.id);
  const roles = useRoles();
  const mayAct = roles.has("party-office");
  const knowsWho = roles.has("party-office", "discipline");
  const isBureau = roles.has("party-office", "party-group-member", "discipline");
  return (
    <Loaded query={rounds}>
      {([round]) => {
        if (round === undefined) {
          return mayAct ? <Prepare programme={props.programme} /> : <Nothing text={t.empty} next={t.emptyForOthers} />;
        }
        return (
          <div className="stack">
            <Card>
              <Steps
                responsive
                current={round.state === "CLOSED" ? order.length : order.indexOf(round.state) + 1}
                items={order.map((state) => ({ title: t.steps[state].title, content: t.steps[state].text }))}
              />
            </Card>
            {mayAct && <NextStep key={round.state} round={round} />}
            {!mayAct && round.state === "COMMITTED" && (roles.has("discipline") || roles.has("party-group-member")) && <Witness round={round} />}
            {roles.has("discipline") && round.state === "DRAWN" && <Inspect round={round} />}
            {knowsWho && (round.state === "RELEASED" || round.state === "CLOSED") && (
              <>
                {round.state === "RELEASED" && <Duties roundId={round.id} running />}
                <Gaps roundId={round.id} running={round.state === "RELEASED"} />
              </>
            )}
            {round.state === "CLOSED" && <Results roundId={round.id} />}
            {isBureau && <Facts round={round} />}
            {isBureau && <UndoneRuns round={round} />}
            {mayAct && round.state === "RELEASED" && <Replace round={round} />}
            {roles.has("discipline") && (round.state === "DRAWN" || round.state === "INSPECTED" || (round.state === "RELEASED" && !round.locked)) && <Undo round={round} />}
            {roles.has("discipline") && round.state === "RELEASED" && <Correct round={round} />}
            {roles.has("discipline") && (round.state === "RELEASED" || round.state === "CLOSED") && <Severity roundId={round.id} />}
          </div>
        );
      }}
    </Loaded>
  );
}

function Prepare(props: { programme: Programme }) {
  const [form] = Form.useForm<{ k: number }>();
  const prepare = useMove({
    run: ({ k }: { k: number }) => roundCalls.prepare({ id: crypto.randomUUID(), programmeId: props.programme.id, k }),
    refresh: [roundsKey],
    done: t.prepared,
    form,
  });
  return (
    <Card title={t.prepareTitle}>
      <p className="quiet">{t.prepareHint}</p>
      <Form form={form} layout="vertical" initialValues={{ k: 5 }} onFinish={(values) => prepare.mutate(values)}>
        <Form.Item name="k" label={t.k} extra={t.kHint} rules={[{ required: true, message: common.required }]}>
          <InputNumber min={5} max={20} precision={0} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={prepare.isPending}>
          {t.prepare}
        </Button>
      </Form>
    </Card>
  );
}

function NextStep(props: { round: Round }) {
  switch (props.round.state) {
    case "PREPARED":
      return <Commit round={props.round} />;
    case "COMMITTED":
      return <Draw round={props.round} />;
    case "DRAWN":
      return <Nothing text={t.awaitsInspection} next={t.awaitsInspectionHint} />;
    case "INSPECTED":
      return <Release round={props.round} />;
    case "RELEASED":
      return <Close round={props.round} />;
    case "CLOSED":
      return null;
  }
}

function Commit(props: { round: Round }) {
  const [form] = Form.useForm<{ seedSource: string }>();
  const commit = useMove({ run: (source: string) => roundCalls.commit(props.round, source), refresh: [roundsKey], done: t.committed, form });
  return (
    <Card title={t.commit}>
      <Form form={form} layout="vertical" onFinish={({ seedSource }) => commit.mutate(seedSource.trim())}>
        <LimitedText name="seedSource" label={t.seedSource} limit={200} hint={t.seedSourceHint} />
        <Button type="primary" htmlType="submit" loading={commit.isPending}>
          {t.commit}
        </Button>
      </Form>
    </Card>
  );
}

function Draw(props: { round: Round }) {
  const { modal } = App.useApp();
  const draw = useMove({ run: () => roundCalls.draw(props.round), refresh: [roundsKey], done: t.drawn });
  const ask = () => modal.confirm({ title: t.drawTitle, content: t.drawText, okText: t.draw, onOk: () => draw.mutateAsync().catch(() => undefined) });
  return (
    <Card title={t.draw}>
      <p className="quiet">{t.witnessesIn(props.round.witnesses?.length ?? 0)}</p>
      <Button type="primary" loading={draw.isPending} disabled={(props.round.witnesses?.length ?? 0) < 2} onClick={ask}>
        {t.draw}
      </Button>
    </Card>
  );
}

type Sight = { seed: string; dice: string };

/** What a witness saw and threw; the other one's throw is not shown to anybody before the draw. */
function Witness(props: { round: Round }) {
  const [form] = Form.useForm<Sight>();
  const enter = useMove({
    run: ({ seed, dice }: Sight) => roundCalls.witness(props.round, seed.trim(), dice.trim()),
    refresh: [roundsKey],
    done: t.witnessed,
    form,
  });
  return (
    <Card title={t.witnessTitle}>
      <Form form={form} layout="vertical" onFinish={(values) => enter.mutate(values)}>
        <Form.Item name="seed" label={t.seed} extra={t.seedHint} rules={[{ required: true, whitespace: true, message: common.required }]}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="dice" label={t.dice} extra={t.diceHint} rules={[{ required: true, pattern: /^[1-6]{3,20}$/, message: t.diceHint }]}>
          <Input maxLength={20} autoComplete="off" inputMode="numeric" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={enter.isPending}>
          {t.witnessTitle}
        </Button>
      </Form>
    </Card>
  );
}

function Inspect(props: { round: Round }) {
  const [form] = Form.useForm<{ note: string }>();
  const inspect = useMove({ run: (note: string) => roundCalls.inspect(props.round, note), refresh: [roundsKey], done: t.inspected, form });
  return (
    <Card title={t.inspect} extra={<DrawSheet round={props.round} />}>
      <p className="quiet">{t.sheetHint}</p>
      <Form form={form} layout="vertical" onFinish={({ note }) => inspect.mutate(note.trim())}>
        <LimitedText name="note" label={t.inspectNote} limit={300} />
        <Button type="primary" htmlType="submit" loading={inspect.isPending}>
          {t.inspect}
        </Button>
      </Form>
    </Card>
  );
}

function Release(props: { round: Round }) {
  const { modal } = App.useApp();
  const release = useMove({ run: () => roundCalls.release(props.round), refresh: [roundsKey], done: t.released });
  const ask = () =>
    modal.confirm({
      title: t.releaseTitle,
      content: t.releaseText(props.round.sheets ?? props.round.pairs ?? 0),
      okText: t.release,
      onOk: () => release.mutateAsync().catch(() => undefined),
    });
  return (
    <Card title={t.release} extra={<DrawSheet round={props.round} />}>
      <p className="quiet">{t.sheetHint}</p>
      <Button type="primary" loading={release.isPending} onClick={ask}>
        {t.release}
      </Button>
    </Card>
  );
}

function Close(props: { round: Round }) {
  const { modal } = App.useApp();
  const close = useMove({ run: () => roundCalls.close(props.round), refresh: [roundsKey, ["tasks"]], done: t.closed });
  const { locked = 0, sheets = 0 } = props.round;
  const ask = () =>
    modal.confirm({
      title: t.closeTitle,
      content: (
        <>
          <p>{t.locked(locked ?? 0, sheets ?? 0)}</p>
          <p>{t.closeText}</p>
        </>
      ),
      okText: t.close,
      onOk: () => close.mutateAsync().catch(() => undefined),
    });
  return (
    <Card title={t.progress}>
      <p>{t.locked(locked ?? 0, sheets ?? 0)}</p>
      <Progress percent={sheets ? Math.floor(((locked ?? 0) / sheets) * 100) : 0} aria-label={t.progress} />
      <Button type="primary" style={{ marginTop: 12 }} loading={close.isPending} onClick={ask}>
        {t.close}
      </Button>
    </Card>
  );
}

function Facts(props: { round: Round }) {
  const { round } = props;
  const facts: [string, string | null | undefined][] = [
    [t.facts.schools, round.schools?.toString()],
    [t.facts.perSchool, String(round.k)],
    [t.facts.pairs, round.pairs === null || round.pairs === undefined ? undefined : number(round.pairs)],
    [t.facts.seedSource, round.seedSource],
    [t.facts.seed, round.seed],
    [t.facts.witnesses, round.witnesses?.join("、")],
    [t.commitment, round.commitment],
    [t.facts.sheetHash, round.sheetHash],
  ];
  return (
    <Card title={t.sheet} extra={round.state !== "PREPARED" && round.state !== "COMMITTED" && <DrawSheet round={round} />}>
      <Descriptions
        column={1}
        items={facts.flatMap(([label, value]) =>
          value ? [{ key: label, label, children: /^[0-9a-f]{40,}$/.test(value) ? <code className="hash">{value}</code> : value }] : [],
        )}
      />
    </Card>
  );
}

function DrawSheet(props: { round: Round }) {
  return (
    <Button size="small" href={drawSheetAddress(props.round.id)} download={`${t.sheet}.json`}>
      {t.downloadSheet}
    </Button>
  );
}
