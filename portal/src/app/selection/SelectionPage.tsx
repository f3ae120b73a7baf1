import { Link } from "@tanstack/react-router";
import { Alert, App, Button, Card, Form, Input, InputNumber, Modal, Steps, Table, Tabs, Tag } from "antd";
import { useState } from "react";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { points } from "../../texts/format";
import { common, menu, selection as t } from "../../texts/zh-CN";
import { categories } from "../../texts/zh-CN.public";
import { useNames } from "../organisations/queries";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { useRoles } from "../shell/session";
import { type Candidate, type CategoryRanking, packageAddress, type Selection, selectionCalls, selectionKey, useSelection, useSelections, type Vote } from "./queries";
import { voteFault } from "./vote";

const order = Object.keys(t.steps);

/** The selection room: compute and freeze, deliberate, propose. */
export function SelectionPage() {
  return (
    <Page title={menu.entries.selection} lead={t.lead}>
      <WithProgramme>{(programme) => <SelectionOf key={programme.id} programme={programme} />}</WithProgramme>
    </Page>
  );
}

function SelectionOf(props: { programme: Programme }) {
  const selections = useSelections(props.programme.id);
  const isOffice = useRoles().has("party-office");
  const open = useMove({ run: () => selectionCalls.open({ id: crypto.randomUUID(), programmeId: props.programme.id }), refresh: [selectionKey], done: t.opened });
  return (
    <Loaded query={selections}>
      {([first]) =>
        first === undefined ? (
          <Nothing text={t.empty} next={isOffice ? t.emptyOffice : t.emptyOthers}>
            {isOffice && (
              <Button type="primary" loading={open.isPending} onClick={() => open.mutate()}>
                {t.open}
              </Button>
            )}
          </Nothing>
        ) : (
          <Room id={first.id} />
        )
      }
    </Loaded>
  );
}

function Room(props: { id: string }) {
  const selection = useSelection(props.id);
  const isOffice = useRoles().has("party-office");
  return (
    <Loaded query={selection}>
      {(found) => (
        <>
          <div className="stack">
            <Card>
              <Steps
                size="small"
                current={found.state === "COMMENDED" ? order.length : Math.max(order.indexOf(found.state === "OBJECTED" ? "IN_NOTICE" : found.state), 0) + 1}
                items={Object.values(t.steps).map(({ title, text }) => ({ title, content: text }))}
              />
            </Card>
            {found.packageHash && <Package selection={found} />}
            {found.vote && (
              <Alert
                type="info"
                showIcon
                title={t.voteResult(found.vote.present, found.vote.due, found.vote.inFavour, found.vote.against, found.vote.abstained)}
                description={found.vote.decision}
              />
            )}
            {found.state !== "OPEN" && (
              <Card styles={{ body: { paddingTop: 4 } }}>
                <Tabs items={found.categories.map((ranking) => ({ key: ranking.category, label: categories[ranking.category], children: <Ranking ranking={ranking} /> }))} />
              </Card>
            )}
          </div>
          {isOffice && <NextStep selection={found} />}
        </>
      )}
    </Loaded>
  );
}

function Package(props: { selection: Selection }) {
  return (
    <Card
      size="small"
      title={t.packageHash}
      extra={
        <Button size="small" href={packageAddress(props.selection.id)} download="算分包.json">
          {t.downloadPackage}
        </Button>
      }
    >
      <code className="hash">{props.selection.packageHash}</code>
    </Card>
  );
}

const outcomeColours: Record<string, string> = { WINNER: "gold", RESERVE: "blue", EXCLUDED: "orange" };

function Ranking(props: { ranking: CategoryRanking }) {
  const { ranking } = props;
  const nameOf = useNames();
  const winners = ranking.candidates.filter((candidate) => candidate.outcome === "WINNER").length;
  if (ranking.candidates.length === 0) {
    return <Nothing text={t.noCandidates} />;
  }
  return (
    <>
      <p className="quiet">{t.quota(winners, ranking.quota)}</p>
      <Table<Candidate>
        size="small"
        rowKey="applicationId"
        dataSource={ranking.candidates}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false, showTotal: common.total }}
        scroll={{ x: "max-content" }}
        columns={[
          { title: t.rank, dataIndex: "rank", width: 64, render: (rank: number | null) => rank ?? "—" },
          { title: t.name, dataIndex: "title" },
          { title: t.school, render: (_, candidate) => candidate.schoolName ?? nameOf(candidate.schoolId) },
          { title: t.mutualReview, dataIndex: "mutualReview", align: "right", className: "number", render: points },
          { title: t.acceptance, dataIndex: "acceptance", align: "right", className: "number", render: points },
          { title: t.composite, dataIndex: "composite", align: "right", className: "number", render: (milli: number | null) => <strong>{points(milli)}</strong> },
          {
            title: t.outcome,
            dataIndex: "outcome",
            render: (outcome: Candidate["outcome"]) => outcome && <Tag color={outcomeColours[outcome]}>{t.outcomes[outcome]}</Tag>,
          },
        ]}
      />
    </>
  );
}

function NextStep(props: { selection: Selection }) {
  switch (props.selection.state) {
    case "OPEN":
      return <Freeze selection={props.selection} />;
    case "FROZEN":
      return <RecordVote selection={props.selection} />;
    case "DELIBERATED":
      return <Propose selection={props.selection} />;
    case "PROPOSED":
    case "IN_NOTICE":
    case "OBJECTED":
      return (
        <div className="foot-actions">
          <span className="spacer" />
          <Link to="/notices">
            <Button type="primary">{t.toNotices}</Button>
          </Link>
        </div>
      );
    case "COMMENDED":
      return (
        <div className="foot-actions">
          <span className="spacer" />
          <Link to="/honours">
            <Button type="primary">{t.toHonours}</Button>
          </Link>
        </div>
      );
  }
}

function Freeze(props: { selection: Selection }) {
  const { modal } = App.useApp();
  const freeze = useMove({ run: () => selectionCalls.freeze(props.selection), refresh: [selectionKey], done: t.frozen });
  return (
    <div className="foot-actions">
      <span className="spacer" />
      <Button
        type="primary"
        loading={freeze.isPending}
        onClick={() => modal.confirm({ title: t.freezeTitle, content: t.freezeText, okText: t.freeze, onOk: () => freeze.mutateAsync().catch(() => undefined) })}
      >
        {t.freeze}
      </Button>
    </div>
  );
}

function RecordVote(props: { selection: Selection }) {
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Vote>();
  const counted = Form.useWatch([], form) as Partial<Vote> | undefined;
  const fault = voteFault(counted ?? {});
  const vote = useMove({
    run: (values: Vote) => selectionCalls.vote(props.selection, values),
    refresh: [selectionKey],
    done: t.voted,
    form,
    afterwards: () => setOpen(false),
  });
  return (
    <div className="foot-actions">
      <span className="spacer" />
      <Button type="primary" onClick={() => setOpen(true)}>
        {t.vote}
      </Button>
      <Modal open={open} title={t.voteTitle} okText={t.vote} okButtonProps={{ disabled: fault !== undefined }} confirmLoading={vote.isPending} onCancel={() => setOpen(false)} onOk={form.submit}>
        <p className="quiet">{t.voteHint}</p>
        <Form form={form} layout="vertical" onFinish={(values) => vote.mutate(values)}>
          <div className="row">
            {(Object.keys(t.votes) as (keyof typeof t.votes)[]).map((name) => (
              <Form.Item key={name} name={name} label={t.votes[name]} rules={[{ required: true, message: common.required }]}>
                <InputNumber min={0} max={999} precision={0} style={{ width: 80 }} />
              </Form.Item>
            ))}
          </div>
          {fault !== undefined && <Alert type="warning" showIcon title={fault} style={{ marginBottom: 12 }} />}
          <Form.Item name="decision" label={t.decision} rules={[{ required: true, whitespace: true, message: common.required }]}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} placeholder={t.decisionHint} />
          </Form.Item>
        </Form>
      </Modal>
    </div>
  );
}

function Propose(props: { selection: Selection }) {
  const { modal } = App.useApp();
  const nameOf = useNames();
  const propose = useMove({ run: () => selectionCalls.propose(props.selection), refresh: [selectionKey, ["tasks"]], done: t.proposed });
  const winners = props.selection.categories.flatMap(({ category, candidates }) => candidates.filter((one) => one.outcome === "WINNER").map((one) => ({ ...one, category })));
  const ask = () =>
    modal.confirm({
      title: t.proposeTitle(winners.length),
      width: 560,
      content: (
        <>
          <p>{t.proposeText}</p>
          <ol className="scroll-list">
            {winners.map((one) => (
              <li key={one.applicationId}>
                {categories[one.category]}：{one.title} <span className="quiet">{one.schoolName ?? nameOf(one.schoolId)}</span>
              </li>
            ))}
          </ol>
        </>
      ),
      okText: t.propose,
      onOk: () => propose.mutateAsync().catch(() => undefined),
    });
  return (
    <div className="foot-actions">
      <span className="spacer" />
      <Button type="primary" loading={propose.isPending} onClick={ask}>
        {t.propose}
      </Button>
    </div>
  );
}
