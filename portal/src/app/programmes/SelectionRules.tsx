import { Card, Descriptions, Form, InputNumber, Select } from "antd";
import { common, selectionRules as t } from "../../texts/zh-CN.programmes";
import type { SelectionRules, Tie } from "./queries";

const ties = Object.entries(t.ties).map(([value, label]) => ({ value: value as Tie, label }));

/** What decides the selection beside the weights, to read. */
export function SelectionRulesView(props: { rules: SelectionRules }) {
  const { rules } = props;
  return (
    <Card title={t.title}>
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={[
          { key: "acceptance", label: t.minimumAcceptance, children: `${rules.minimumAcceptance} 分` },
          { key: "satisfaction", label: t.minimumSatisfaction, children: `${rules.minimumSatisfaction}%` },
          { key: "ties", label: t.tieBreak, children: (rules.tieBreak ?? []).map((tie) => t.ties[tie]).join(" → ") || t.byVote },
          { key: "school", label: t.perSchool, children: limit(rules.perSchool, " 项") },
          { key: "heads", label: t.headsPercent, children: limit(rules.headsPercent, "%") },
          { key: "kindergartens", label: t.kindergartens, children: limit(rules.kindergartens, " 项") },
          { key: "schools", label: t.outstandingSchools, children: rules.outstandingSchools },
          { key: "members", label: t.outstandingMembers, children: rules.outstandingMembers },
        ]}
      />
    </Card>
  );
}

const limit = (value: number | null | undefined, unit: string) => (typeof value !== "number" ? t.unlimited : `${value}${unit}`);

/** The same, to be declared while the programme is a draft. */
export function SelectionRulesInputs() {
  return (
    <Card title={t.title}>
      <p className="quiet">{t.hint}</p>
      <div className="two">
        <Form.Item name={["selection", "minimumAcceptance"]} label={t.minimumAcceptance} rules={[{ required: true, message: common.required }]}>
          <InputNumber min={0} max={100} precision={0} suffix="分" />
        </Form.Item>
        <Form.Item name={["selection", "minimumSatisfaction"]} label={t.minimumSatisfaction} rules={[{ required: true, message: common.required }]}>
          <InputNumber min={0} max={100} precision={0} suffix="%" />
        </Form.Item>
      </div>
      <Form.Item name={["selection", "tieBreak"]} label={t.tieBreak} extra={t.tieBreakHint}>
        <Select mode="multiple" options={ties} placeholder={t.byVote} />
      </Form.Item>
      <div className="two">
        <Form.Item name={["selection", "perSchool"]} label={t.perSchool} extra={t.emptyIsUnlimited}>
          <InputNumber min={1} max={99} precision={0} />
        </Form.Item>
        <Form.Item name={["selection", "headsPercent"]} label={t.headsPercent} extra={t.emptyIsUnlimited}>
          <InputNumber min={0} max={100} precision={0} suffix="%" />
        </Form.Item>
        <Form.Item name={["selection", "kindergartens"]} label={t.kindergartens} extra={t.emptyIsUnlimited}>
          <InputNumber min={0} max={999} precision={0} />
        </Form.Item>
        <Form.Item name={["selection", "outstandingSchools"]} label={t.outstandingSchools} rules={[{ required: true, message: common.required }]}>
          <InputNumber min={0} max={999} precision={0} />
        </Form.Item>
        <Form.Item name={["selection", "outstandingMembers"]} label={t.outstandingMembers} rules={[{ required: true, message: common.required }]}>
          <InputNumber min={0} max={999} precision={0} />
        </Form.Item>
      </div>
    </Card>
  );
}
