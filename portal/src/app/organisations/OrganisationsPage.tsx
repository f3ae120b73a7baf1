import { Alert, Button, Card, Input, Progress, Tag, Tree, Typography } from "antd";
import { useMemo, useState } from "react";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { menu } from "../../texts/zh-CN";
import { organisation as unit, organisations as t } from "../../texts/zh-CN.organisation";
import { useRoles } from "../shell/session";
import { ImportCard } from "./ImportCard";
import { OrganisationDrawer } from "./OrganisationDrawer";
import { exportAddress, isSchool, type Organisation, useAccountCount, useOrganisations } from "./queries";
import { branchesOf, matching } from "./tree";

export function OrganisationsPage() {
  const tree = useOrganisations();
  const mayImport = useRoles().has("party-office", "sys-admin");
  return (
    <Page title={menu.entries.organisations} lead={t.lead} actions={mayImport && <Button href={exportAddress}>{unit.exportAll}</Button>}>
      <div className="stack">
        {mayImport && (
          <div className="cards">
            <ImportCard />
            <Accounts />
          </div>
        )}
        <Loaded query={tree}>
          {(all) => (all.length === 0 ? <Nothing text={t.empty} next={mayImport ? t.emptyHint : t.emptyForOthers} /> : <TreeCard all={all} />)}
        </Loaded>
      </div>
    </Page>
  );
}

function TreeCard(props: { all: Organisation[] }) {
  const [wanted, setWanted] = useState("");
  const shown = useMemo(() => matching(props.all, wanted), [props.all, wanted]);
  const branches = useMemo(() => branchesOf(shown), [shown]);
  const [open, setOpen] = useState<string>();
  const opened = props.all.find((organisation) => organisation.id === open);
  const units = props.all.filter((one) => one.kind === "STREET_CENTER" || one.kind === "DIRECT_UNIT").length;
  const schools = props.all.filter(isSchool).length;
  return (
    <Card title={t.tree} extra={<span className="quiet">{t.counts(units, schools)}</span>}>
      <Input.Search allowClear aria-label={t.search} placeholder={t.search} onChange={(event) => setWanted(event.target.value)} style={{ maxWidth: 320, marginBottom: 12 }} />
      <Tree
        key={wanted === "" ? "all" : "found"}
        blockNode
        selectable={false}
        showLine
        defaultExpandAll={wanted !== "" || props.all.length <= 30}
        defaultExpandedKeys={branches.map((branch) => branch.key)}
        treeData={branches}
        titleRender={(node) => (
          <span className="row">
            <Button type="link" size="small" style={{ padding: 0, height: "auto" }} aria-label={unit.open(node.organisation.name)} onClick={() => setOpen(node.organisation.id)}>
              {node.organisation.name}
            </Button>
            <span className="quiet small number">{node.organisation.code}</span>
            <Tag>{node.organisation.phase ? t.phases[node.organisation.phase] : t.kinds[node.organisation.kind]}</Tag>
          </span>
        )}
      />
      {opened !== undefined && <OrganisationDrawer key={opened.id} organisation={opened} onClose={() => setOpen(undefined)} />}
    </Card>
  );
}

function Accounts() {
  const accounts = useAccountCount();
  return (
    <Card title={t.accounts}>
      <Loaded query={accounts}>
        {({ ready, pending, failed }) => {
          const all = ready + pending + failed;
          return all === 0 ? (
            <p className="quiet">{t.accountsNone}</p>
          ) : (
            <>
              <Typography.Text strong>{t.accountsReady(ready, all)}</Typography.Text>
              <Progress percent={Math.floor((ready / all) * 100)} aria-label={t.accounts} />
              {pending > 0 && <p className="quiet">{t.accountsPending(pending)}</p>}
              {failed > 0 && <Alert type="warning" showIcon title={t.accountsFailed(failed)} />}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

