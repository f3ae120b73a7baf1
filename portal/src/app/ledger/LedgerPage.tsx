import { SafetyCertificateOutlined } from "@ant-design/icons";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Alert, Button, Card, Segmented, Timeline, Typography } from "antd";
import { memo } from "react";
import { asProblem } from "../../api/problem";
import { Loaded, Nothing } from "../../shared/Loaded";
import { More } from "../../shared/More";
import { Page } from "../../shared/Page";
import { moment, number } from "../../texts/format";
import { menu, roles } from "../../texts/zh-CN";
import { ledger as t } from "../../texts/zh-CN.ledger";
import { WithProgramme } from "../programmes/current";
import { SavedViews } from "../views/SavedViews";
import { TakeAlong } from "../views/TakeAlong";
import { type LedgerEntry, type LedgerFilter, useChainCheck, useLedger, wholeLedger } from "./queries";

/** The special ledger to read; it writes itself. */
export function LedgerPage() {
  const check = useChainCheck();
  return (
    <Page
      title={menu.entries.ledger}
      lead={t.lead}
      actions={
        <Button icon={<SafetyCertificateOutlined />} loading={check.isPending} onClick={() => check.mutate()}>
          {t.check}
        </Button>
      }
    >
      <div className="stack">
        {check.isError && <Alert type="warning" showIcon title={asProblem(check.error).message} />}
        {check.data !== undefined && (
          <Alert
            type={check.data.intact ? "success" : "error"}
            showIcon
            title={check.data.intact ? t.intact(number(check.data.entries)) : t.broken(number(check.data.firstBroken ?? 0))}
            description={
              <>
                {t.head}：<code className="hash">{check.data.head.hash}</code>
              </>
            }
          />
        )}
        <WithProgramme>{(programme) => <Entries key={programme.id} programmeId={programme.id} />}</WithProgramme>
      </div>
    </Page>
  );
}

function Entries(props: { programmeId: string }) {
  const navigate = useNavigate();
  const { filter } = useSearch({ strict: false });
  const entries = useLedger(props.programmeId, filter);
  return (
    <div className="stack">
      <div className="row">
        <Segmented<LedgerFilter | "ALL">
          value={filter ?? "ALL"}
          onChange={(value) => void navigate({ to: ".", search: (before) => ({ ...before, filter: value === "ALL" ? undefined : value }), replace: true })}
          options={Object.entries(t.filters).map(([value, label]) => ({ value: value as LedgerFilter | "ALL", label }))}
        />
        <SavedViews page="/ledger" />
        <TakeAlong
          name={menu.entries.ledger}
          rows={(soFar) => wholeLedger(props.programmeId, filter, soFar)}
          columns={{
            [t.number]: (one) => one.sequence,
            [t.at]: (one) => moment(one.at),
            [t.what]: (one) => one.sentence,
            [t.whose]: (one) => roles[one.role as keyof typeof roles] ?? t.system,
            [t.hash]: (one) => one.hash,
          }}
        />
      </div>
      <Loaded query={entries}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={t.emptyHint} />
          ) : (
            <Card>
              <Timeline items={all.map((entry) => ({ key: entry.sequence, content: <Entry entry={entry} /> }))} />
              <More list={entries} />
            </Card>
          )
        }
      </Loaded>
    </div>
  );
}

const Entry = memo(function Entry(props: { entry: LedgerEntry }) {
  const { entry } = props;
  const role = roles[entry.role as keyof typeof roles] ?? t.system;
  return (
    <div>
      <div>{entry.sentence}</div>
      <div className="row-facts">
        <span className="number">{t.entry(number(entry.sequence))}</span>
        <span className="number">{moment(entry.at)}</span>
        <span>{t.by(role)}</span>
        <Typography.Text type="secondary" copyable={{ text: entry.hash, tooltips: [t.hash, t.hash] }} className="small">
          {t.hash} {entry.hash.slice(0, 8)}…
        </Typography.Text>
      </div>
    </div>
  );
});
