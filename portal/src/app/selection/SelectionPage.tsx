import { Link } from "@tanstack/react-router";
import { Alert, App, Button, Card, Steps, Tabs } from "antd";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { menu } from "../../texts/zh-CN";
import { selection as t } from "../../texts/zh-CN.selection";
import { annulment } from "../../texts/zh-CN.decisions";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { useRoles } from "../shell/session";
import { packageAddress, type ReleaseList, type Selection, selectionCalls, selectionKey, useReleaseList, useSelection, useSelections, useVote } from "./queries";
import { Annul } from "./Annul";
import { Ranking } from "./Ranking";
import { RecordVote } from "./RecordVote";
import { WhatIf } from "./WhatIf";

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
          <>
            {first.state === "ANNULLED" && (
              <Alert
                type="warning"
                showIcon
                title={annulment.fallen}
                description={annulment.fallenText}
                action={
                  isOffice && (
                    <Button loading={open.isPending} onClick={() => open.mutate()}>
                      {t.open}
                    </Button>
                  )
                }
              />
            )}
            <Room id={first.id} />
          </>
        )
      }
    </Loaded>
  );
}

function Room(props: { id: string }) {
  const selection = useSelection(props.id);
  return (
    <Loaded query={selection}>
      {(found) => (
        <>
          <div className="stack">
            <Card>
              <Steps
                size="small"
                current={found.state === "COMMENDED" ? order.length : order.indexOf(found.state) + 1}
                items={Object.values(t.steps).map(({ title, text }) => ({ title, content: text }))}
              />
            </Card>
            {found.preview && <Alert type="info" showIcon title={t.preview} />}
            {found.packageHash && <Package selection={found} />}
            {found.packageHash && (found.state === "FROZEN" || found.state === "DELIBERATED") && <WhatIf selection={found} />}
            {found.state !== "OPEN" && found.state !== "FROZEN" && <VoteResult id={found.id} />}
            <Card styles={{ body: { paddingTop: 4 } }}>
              <Tabs
                tabBarGutter={16}
                items={found.categories.map((ranking) => ({ key: ranking.category, label: ranking.name, children: <Ranking ranking={ranking} weights={found.weights} /> }))}
              />
            </Card>
          </div>
          <NextStep selection={found} />
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
        <Button size="small" href={packageAddress(props.selection.id)} download>
          {t.downloadPackage}
        </Button>
      }
    >
      <code className="hash">{props.selection.packageHash}</code>
    </Card>
  );
}

function VoteResult(props: { id: string }) {
  const vote = useVote(props.id);
  return (
    vote.data !== undefined && (
      <Alert
        type={vote.data.decision === "ADOPTED" ? "success" : "warning"}
        showIcon
        title={t.decisions[vote.data.decision]}
        description={t.voteResult(vote.data.present, vote.data.due, vote.data.inFavour, vote.data.against, vote.data.abstained)}
      />
    )
  );
}

/** The office computes and proposes; the Party group's vote is recorded by one of its members, never by who froze. */
function NextStep(props: { selection: Selection }) {
  const { has } = useRoles();
  const { selection } = props;
  const isOffice = has("party-office");
  switch (selection.state) {
    case "OPEN":
      return isOffice && <Freeze selection={selection} />;
    case "FROZEN":
      return has("party-group-member") ? (
        <RecordVote selection={selection} />
      ) : (
        <div className="foot-actions">
          <span className="quiet">{t.waitsForVote}</span>
        </div>
      );
    case "DELIBERATED":
      return isOffice && <Propose selection={selection} />;
    case "PROPOSED":
      return has("party-group-member") ? (
        <Release selection={selection} />
      ) : (
        <div className="foot-actions">
          <span className="quiet">{t.waitsForRelease}</span>
        </div>
      );
    case "RELEASED":
    case "IN_NOTICE":
      return (
        has("party-group-member", "party-office") && (
          <div className="foot-actions">
            <span className="spacer" />
            {has("party-group-member") && <Annul selection={selection} />}
            {isOffice && <ToPage to="/notices" words={t.toNotices} />}
          </div>
        )
      );
    case "COMMENDED":
      return <Onward to="/honours" words={t.toHonours} />;
    case "ANNULLED":
      return undefined;
  }
}

function Onward(props: { to: "/notices" | "/honours"; words: string }) {
  return (
    <div className="foot-actions">
      <span className="spacer" />
      <ToPage {...props} />
    </div>
  );
}

function ToPage(props: { to: "/notices" | "/honours"; words: string }) {
  return (
    <Link to={props.to}>
      <Button type="primary">{props.words}</Button>
    </Link>
  );
}

function Freeze(props: { selection: Selection }) {
  const { modal } = App.useApp();
  const freeze = useMove({ run: () => selectionCalls.freeze(props.selection), refresh: [selectionKey, ["tasks"]], done: t.frozen });
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

/** All decisions at once, by somebody who prepared none of them, with the count and the list before their eyes. */
function Release(props: { selection: Selection }) {
  const { modal } = App.useApp();
  const list = useReleaseList(props.selection.id);
  const release = useMove({ run: (seen: ReleaseList) => selectionCalls.release(props.selection, seen), refresh: [selectionKey, ["tasks"]], done: t.released });
  const ask = (seen: ReleaseList) =>
    modal.confirm({
      title: t.releaseTitle(seen.decisions, seen.selected),
      width: 560,
      content: (
        <>
          <p>{t.releaseText}</p>
          <ol className="scroll-list">
            {seen.list.map((one) => (
              <li key={one.applicationId}>
                {one.categoryName}：{one.title} <span className="quiet">{one.schoolName}</span>
              </li>
            ))}
          </ol>
        </>
      ),
      okText: t.release,
      onOk: () => release.mutateAsync(seen).catch(() => undefined),
    });
  return (
    <div className="foot-actions">
      <span className="spacer" />
      <Button type="primary" disabled={list.data === undefined} loading={release.isPending} onClick={() => list.data && ask(list.data)}>
        {t.release}
      </Button>
    </div>
  );
}

function Propose(props: { selection: Selection }) {
  const { modal } = App.useApp();
  const propose = useMove({ run: () => selectionCalls.propose(props.selection), refresh: [selectionKey, ["tasks"]], done: t.proposed });
  const winners = props.selection.categories.flatMap(({ name, candidates }) => candidates.filter((one) => one.outcome === "SELECTED").map((one) => ({ ...one, name })));
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
                {one.name}：{one.title} <span className="quiet">{one.schoolName}</span>
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
