import { Card, Descriptions, Table } from "antd";
import { Loaded } from "../../shared/Loaded";
import { appraisals as t, common, marks } from "../../texts/zh-CN.appraisals";
import { type Appraisal, type Protocol, type Rate, useProtocol } from "./queries";

const grades = ["EXCELLENT", "QUALIFIED", "BARELY_QUALIFIED", "UNQUALIFIED", "NO_KNOWLEDGE"] as const;

/** What was counted; cells under five stay hidden. */
export function ProtocolCard(props: { appraisal: Appraisal }) {
  return (
    <Card title={t.protocol}>
      <Loaded query={useProtocol(props.appraisal.id)}>{(protocol) => <Counts protocol={protocol} />}</Loaded>
    </Card>
  );
}

function Counts(props: { protocol: Protocol }) {
  const { protocol } = props;
  return (
    <>
      <Descriptions
        column={{ xs: 1, sm: 3 }}
        items={[
          { key: "eligible", label: t.eligible(protocol.eligible), children: null, span: 1 },
          { key: "issued", label: t.issued, children: protocol.issued },
          { key: "returned", label: t.returned, children: protocol.returned },
        ]}
      />
      <Table
        size="small"
        rowKey="name"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={protocol.subjects}
        columns={[
          { title: t.subject, dataIndex: "name" },
          ...grades.map((grade) => ({
            title: marks[grade],
            align: "right" as const,
            render: (_: unknown, line: Protocol["subjects"][number]) => line.shown.grades[grade] ?? <span className="quiet">{t.hidden}</span>,
          })),
          { title: t.valid, align: "right", render: (_, line) => line.shown.valid },
          { title: t.invalid, align: "right", dataIndex: "invalid" },
          { title: t.abstained, align: "right", dataIndex: "abstained" },
          { title: t.satisfaction, align: "right", render: (_, line) => rate(line.shown.satisfaction) },
          { title: t.excellence, align: "right", render: (_, line) => rate(line.shown.excellence) },
        ]}
      />
      <p className="quiet">{t.hiddenHint}</p>
    </>
  );
}

function rate(shown: Rate | undefined) {
  if (shown === undefined) {
    return common.none;
  }
  return shown.from === shown.to ? `${percent(shown.from)}%` : t.between(percent(shown.from), percent(shown.to));
}

const percent = (thousandths: number) => String(Math.round(Math.min(thousandths, 100_000) / 100) / 10);
