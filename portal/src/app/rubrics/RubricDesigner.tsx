import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useNavigate, useParams } from "@tanstack/react-router";
import { Alert, App, Button, Card, Form, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/services";
import { Loaded, Nothing } from "../../shared/Loaded";
import { options } from "../../shared/options";
import { Page } from "../../shared/Page";
import { type Begun, SketchNotice, useSketch, WithSketch } from "../../shared/sketch";
import { SaveLine } from "../../shared/useAutosave";
import { useMove } from "../../shared/useMove";
import { points } from "../../texts/format";
import { common } from "../../texts/zh-CN";
import { rubricPages as t } from "../../texts/zh-CN.rubrics";
import { freshCode, type FullCriterion, type FullRubric, useRubricOf } from "./queries";
import { highestSum, whole } from "./sums";

type Written = Pick<FullRubric, "name" | "criteria">;

/** The next edition of a rubric, begun as the one that holds. */
export function RubricDesignerPage() {
  const { category } = useParams({ strict: false });
  const rubric = useRubricOf(category);
  return (
    <Loaded query={rubric}>
      {(found) =>
        found === null ? (
          <Nothing text={t.noRubric} />
        ) : (
          <WithSketch<Written> key={found.id} page={`/rubrics/${found.category}/${found.edition}`}>
            {(begun) => <Designer before={found} begun={begun} />}
          </WithSketch>
        )
      }
    </Loaded>
  );
}

function Designer(props: { before: FullRubric; begun: Begun<Written> }) {
  const { before, begun } = props;
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Written>();
  const [id] = useState(() => crypto.randomUUID()); // the same however often it is sent
  const [begins] = useState<Written>(() => begun.content ?? { name: before.name, criteria: before.criteria });
  const [changed, setChanged] = useState(begun.content !== undefined);
  const sketch = useSketch(begun);
  const design = () => {
    setChanged(true);
    sketch.saver.typed(form.getFieldsValue(true) as Written);
  };
  const written = Form.useWatch<FullCriterion[] | undefined>("criteria", form) ?? begins.criteria;
  const sum = highestSum(written.map((one) => ({ ...one, maxPoints: one?.maxPoints ?? 0 })));

  const publish = useMove({
    run: (said: Written) => api.post("/api/rubrics", { ...said, id, category: before.category, information: before.information }),
    refresh: [["rubrics"]],
    done: t.published,
    form,
    afterwards: () => void navigate({ to: "/rubrics/$category", params: { category: before.category } }),
  });
  const askToPublish = () =>
    modal.confirm({
      title: t.publishTitle(before.edition + 1),
      content: t.publishText,
      okText: t.publish(before.edition + 1),
      // with the codes of lines and points, which are asked of nobody
      onOk: () => publish.mutateAsync(form.getFieldsValue(true) as Written).catch(() => undefined),
    });

  return (
    <Page title={t.designTitle(before.name, before.edition + 1)} lead={t.designLead}>
      <Form<Written> form={form} layout="vertical" initialValues={begins} scrollToFirstError onValuesChange={design} onFinish={askToPublish}>
        <div className="stack">
          <SketchNotice begun={begun} sketch={sketch} />
          <Card>
            <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, min: 2, message: common.required }]}>
              <Input maxLength={60} />
            </Form.Item>
          </Card>
          <Form.List name="criteria">
            {(rows, { add, remove, move }) => (
              <>
                {rows.map(({ key, name }) => {
                  const title = written[name]?.name ?? "";
                  return (
                    <Card
                      key={key}
                      size="small"
                      title={t.criterionOf(name + 1, title)}
                      extra={
                        <>
                          <Button type="text" icon={<ArrowUpOutlined />} disabled={name === 0} aria-label={t.up(title)} onClick={() => move(name, name - 1)} />
                          <Button type="text" icon={<ArrowDownOutlined />} disabled={name === rows.length - 1} aria-label={t.down(title)} onClick={() => move(name, name + 1)} />
                          <Button type="text" icon={<DeleteOutlined />} disabled={rows.length === 1} aria-label={t.remove(title)} onClick={() => remove(name)} />
                        </>
                      }
                    >
                      <Line name={name} />
                    </Card>
                  );
                })}
                <div>
                  <Button
                    icon={<PlusOutlined />}
                    onClick={() => add({ code: freshCode(), part: written.at(-1)?.part ?? "", name: "", method: "DOCUMENT_REVIEW", maxPoints: 5000, anchors: [{ points: 5000, text: "" }, { points: 2500, text: "" }] } satisfies FullCriterion)}
                  >
                    {t.addCriterion}
                  </Button>
                </div>
              </>
            )}
          </Form.List>
        </div>
        <div className="foot-actions">
          <strong className="number" aria-live="polite">
            {t.sum(points(sum))}
          </strong>
          {changed && <SaveLine state={sketch.state} onRetry={() => void sketch.saver.flush()} />}
          <span className="spacer" />
          {sum !== whole && <Alert type="warning" showIcon title={t.sumWrong(points(sum))} />}
          <Button type="primary" htmlType="submit" disabled={sum !== whole || !changed} loading={publish.isPending}>
            {t.publish(before.edition + 1)}
          </Button>
        </div>
      </Form>
    </Page>
  );
}

/** One criterion: its words, how one finds out, its points, and what some of them look like. */
function Line(props: { name: number }) {
  const { name } = props;
  const max = Form.useWatch<number | undefined>(["criteria", name, "maxPoints"]) ?? 0;
  const words = [{ required: true, whitespace: true, min: 2, message: common.required }];
  return (
    <>
      <div className="two">
        <Form.Item name={[name, "part"]} label={t.part} rules={words}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name={[name, "name"]} label={t.criterion} rules={words}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name={[name, "method"]} label={t.method} required>
          <Select options={options(t.methods)} />
        </Form.Item>
        <Form.Item name={[name, "maxPoints"]} label={t.maxPoints} rules={[{ required: true, message: common.required }]} {...inPoints}>
          <InputNumber min={0.5} max={100} step={0.5} suffix={t.pointsUnit} style={{ width: "100%" }} />
        </Form.Item>
      </div>
      <Form.List name={[name, "anchors"]} rules={[{ validator: (_, anchors: unknown[] | undefined) => ((anchors?.length ?? 0) >= 2 ? Promise.resolve() : Promise.reject(new Error(t.anchorsLeast))) }]}>
        {(rows, { add, remove }, { errors }) => (
          <fieldset className="plain">
            <legend>{t.anchors}</legend>
            <ol className="scale">
              {rows.map((anchor) => (
                <li key={anchor.key} className="scale-edit">
                  <Form.Item
                    name={[anchor.name, "points"]}
                    rules={[
                      { required: true, message: common.required },
                      { validator: (_, given: number) => (given <= max ? Promise.resolve() : Promise.reject(new Error(t.anchorTooHigh))) },
                    ]}
                    {...inPoints}
                  >
                    <InputNumber aria-label={t.anchorPoints(anchor.name + 1)} min={0} max={100} step={0.5} style={{ width: "100%" }} />
                  </Form.Item>
                  <Form.Item name={[anchor.name, "text"]} rules={words}>
                    <Input.TextArea aria-label={t.anchorText(anchor.name + 1)} autoSize maxLength={200} />
                  </Form.Item>
                  <Button type="text" icon={<DeleteOutlined />} aria-label={t.removeAnchor(anchor.name + 1)} onClick={() => remove(anchor.name)} />
                </li>
              ))}
            </ol>
            <Form.ErrorList errors={errors} />
            <Button size="small" icon={<PlusOutlined />} onClick={() => add({ points: 0, text: "" })}>
              {t.addAnchor}
            </Button>
          </fieldset>
        )}
      </Form.List>
    </>
  );
}

/** Milli-points on the wire, points in halves to people. */
const inPoints = {
  getValueProps: (milli: number | null | undefined) => ({ value: typeof milli === "number" ? milli / 1000 : milli }),
  getValueFromEvent: (given: number | null) => (given === null ? null : Math.round(given * 2) * 500),
};
