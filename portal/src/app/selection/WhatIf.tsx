import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button, Card, Form, InputNumber } from "antd";
import { api, type Answer } from "../../api/services";
import { asProblem } from "../../api/problem";
import { Figures } from "../../shared/Figures";
import { Loaded } from "../../shared/Loaded";
import { experiment as t } from "../../texts/zh-CN.experiment";
import { programmes } from "../../texts/zh-CN.programmes";
import { selection as words } from "../../texts/zh-CN.selection";
import type { WeightName } from "../programmes/queries";
import { type Selection, selectionKey } from "./queries";

type Swing = Answer<"/api/selections/{id}/sensitivity">["changes"][number];
type Fate = Swing["now"];
type Part = Swing["swings"][number]["from"];

/** Points are typed as points and sent as milli-points. */
type Question = { weights: Record<WeightName, number>; quotas: Record<string, number>; minimumAcceptance: number | null; minimumSatisfaction: number | null };

const parts = Object.keys(programmes.weightNames) as WeightName[];
const partNames: Record<Part, WeightName> = { MUTUAL_REVIEW: "mutualReview", APPRAISAL: "appraisal", ACCEPTANCE: "acceptance", SUPERVISION: "supervision" };

const fate = ({ rank, outcome }: Fate) => t.fate(rank ?? null, words.outcomes[outcome]);
const inMilli = (points: number | null) => (points === null ? undefined : Math.round(points * 1000));

/** What other rules would give; nothing is kept and nothing decided. */
export function WhatIf(props: { selection: Selection }) {
  const { selection } = props;
  const [form] = Form.useForm<Question>();
  const nameOf = (category: string) => selection.categories.find((one) => one.category === category)?.name ?? category;
  const declared: Question = {
    weights: selection.weights,
    quotas: Object.fromEntries(selection.categories.map(({ category, quota }) => [category, quota])),
    minimumAcceptance: null,
    minimumSatisfaction: null,
  };
  const ask = useMutation({
    mutationFn: (question: Question) =>
      api.post(
        "/api/selections/{id}/what-if",
        {
          weights: question.weights,
          quotas: Object.entries(question.quotas).map(([category, places]) => ({ category, places })),
          minimumAcceptance: inMilli(question.minimumAcceptance),
          minimumSatisfaction: inMilli(question.minimumSatisfaction),
        },
        { id: selection.id },
      ),
  });
  const weights = Form.useWatch("weights", form) ?? declared.weights;
  const sum = parts.reduce((total, part) => total + (weights[part] ?? 0), 0);
  return (
    <Card title={<h2 className="card-title">{t.title}</h2>}>
      <p className="quiet">{t.lead}</p>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={declared} onFinish={(question) => ask.mutate(question)}>
        <fieldset className="plain">
          <legend>
            {t.weights} <span className="quiet">{t.weightsSum(sum)}</span>
          </legend>
          <div className="number-row">
            {parts.map((part) => (
              <Form.Item key={part} name={["weights", part]} label={programmes.weightNames[part]}>
                <InputNumber min={0} max={100} precision={0} />
              </Form.Item>
            ))}
          </div>
        </fieldset>
        <fieldset className="plain">
          <legend>{t.quotas}</legend>
          <div className="number-row">
            {selection.categories.map(({ category, name }) => (
              <Form.Item key={category} name={["quotas", category]} label={name}>
                <InputNumber min={0} max={1000} precision={0} />
              </Form.Item>
            ))}
          </div>
        </fieldset>
        <fieldset className="plain">
          <legend>{t.minimums}</legend>
          <div className="number-row">
            <Form.Item name="minimumAcceptance" label={t.minimumAcceptance}>
              <InputNumber min={0} max={100} placeholder={t.asDeclared} />
            </Form.Item>
            <Form.Item name="minimumSatisfaction" label={t.minimumSatisfaction}>
              <InputNumber min={0} max={100} placeholder={t.asDeclared} />
            </Form.Item>
          </div>
        </fieldset>
        {sum !== 100 && <Alert type="warning" showIcon title={t.weightsNot100} style={{ marginBottom: 12 }} />}
        <Button htmlType="submit" loading={ask.isPending} disabled={sum !== 100}>
          {t.ask}
        </Button>{" "}
        <Button
          type="text"
          onClick={() => {
            form.resetFields();
            ask.reset();
          }}
        >
          {t.reset}
        </Button>
      </Form>
      {ask.error !== null && <Alert type="warning" showIcon title={asProblem(ask.error).message} style={{ marginTop: 12 }} />}
      {ask.data !== undefined && (
        <section aria-live="polite" style={{ marginTop: 16 }}>
          <p>{ask.data.categories.map((one) => t.outline(nameOf(one.category), one.selected, one.tied, one.quota)).join("；")}。</p>
          {ask.data.changes.length === 0 ? (
            <p>{t.noChange}</p>
          ) : (
            <>
              <p>{t.changes(ask.data.changes.length)}</p>
              <Figures
                words
                label={t.title}
                columns={[t.columns.name, t.columns.school, t.columns.category, t.columns.before, t.columns.after]}
                rows={ask.data.changes.map(({ who, before, after }) => [who.title, who.schoolName, nameOf(who.category), fate(before), fate(after)])}
              />
            </>
          )}
        </section>
      )}
      <details className="more">
        <summary>{t.sensitivity}</summary>
        <Sensitive id={selection.id} nameOf={nameOf} />
      </details>
    </Card>
  );
}

/** Which places hang on a few per cent of weight. */
function Sensitive(props: { id: string; nameOf: (category: string) => string }) {
  const found = useQuery({ queryKey: [...selectionKey, props.id, "sensitivity"], queryFn: () => api.get("/api/selections/{id}/sensitivity", { id: props.id }) });
  return (
    <Loaded query={found}>
      {({ shift, variations, changes }) => (
        <>
          <p className="quiet">{t.sensitivityLead(shift, variations)}</p>
          {changes.length === 0 ? (
            <p>{t.stable}</p>
          ) : (
            <Figures
              words
              label={t.sensitivity}
              columns={[t.columns.name, t.columns.school, t.columns.category, t.columns.before, t.columns.after]}
              rows={changes.map(({ who, now, swings }) => [
                who.title,
                who.schoolName,
                props.nameOf(who.category),
                fate(now),
                swings.map(({ from, to, outcome }) => t.swing(programmes.weightNames[partNames[from]], programmes.weightNames[partNames[to]], words.outcomes[outcome])).join("；"),
              ])}
            />
          )}
        </>
      )}
    </Loaded>
  );
}
