import { Card, Descriptions, Table, Tag } from "antd";
import { Page } from "../../shared/Page";
import { day } from "../../texts/format";
import { common, shell } from "../../texts/zh-CN";
import { programmes as t } from "../../texts/zh-CN.programmes";
import { categories } from "../../texts/zh-CN.public";
import { useRoles } from "../shell/session";
import { BurdenView } from "./Burden";
import { Editions } from "./Editions";
import { Extensions, KeepingActions } from "./Keeping";
import { type CategoryRule, type Programme, weightNames } from "./queries";
import { Receipts } from "./Receipts";
import { SelectionRulesView } from "./SelectionRules";
import { Sheets } from "./Sheets";
import { StageWindows } from "./StageWindows";

/** What was issued, for everybody; what may be done with it, for the party office. */
export function ProgrammeView(props: { programme: Programme; onCorrect: () => void }) {
  const { programme } = props;
  const keeps = useRoles().has("party-office");
  const { legalBasis } = programme;
  return (
    <Page
      title={programme.title}
      actions={
        <>
          {programme.demonstration && <Tag color="gold">{shell.demonstration}</Tag>}
          <Tag color="green">{t.states[programme.state]}</Tag>
          {keeps && <KeepingActions programme={programme} onCorrect={props.onCorrect} />}
        </>
      }
    >
      <div className="stack">
        <Receipts programme={programme} />
        <Card title={t.windows}>
          <StageWindows programme={programme} />
        </Card>
        <Extensions programme={programme} />
        <Card title={t.categoriesTitle}>
          <Table<CategoryRule>
            size="small"
            rowKey="category"
            pagination={false}
            dataSource={programme.categories}
            scroll={{ x: "max-content" }}
            columns={[
              { title: t.categoriesTitle, render: (_, rule) => rule.name || categories[rule.category] },
              { title: t.minPerUnit, dataIndex: "minPerUnit" },
              { title: t.maxPerUnit, dataIndex: "maxPerUnit" },
              { title: t.quota, dataIndex: "quota" },
            ]}
          />
        </Card>
        <Card title={t.weights}>
          <Descriptions
            column={{ xs: 1, sm: 2, md: 4 }}
            items={weightNames.map((name) => ({ key: name, label: t.weightNames[name], children: `${programme.weights[name]}%` }))}
          />
        </Card>
        <Sheets programme={programme} />
        <SelectionRulesView rules={programme.selection} />
        <BurdenView programme={programme.id} />
        <Card title={t.legalBasis}>
          <Descriptions
            column={{ xs: 1, md: 2 }}
            items={[
              { key: "mode", label: t.mode, children: t.modes[legalBasis.mode] },
              { key: "number", label: t.documentNumber, children: legalBasis.documentNumber || common.none },
              { key: "by", label: t.approvedBy, children: legalBasis.approvedBy || common.none },
              { key: "on", label: t.approvedOn, children: day(legalBasis.approvedOn) },
              { key: "item", label: t.listItem, children: legalBasis.listItem || common.none },
            ]}
          />
        </Card>
        <Editions programme={programme} />
      </div>
    </Page>
  );
}
