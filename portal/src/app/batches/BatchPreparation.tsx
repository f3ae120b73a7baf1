import { Link } from "@tanstack/react-router";
import { Alert, App, Button, Card, Form, Input, Tag } from "antd";
import { Loaded, Nothing } from "../../shared/Loaded";
import { useMove } from "../../shared/useMove";
import { applications } from "../../texts/zh-CN.applications";
import { batches as t } from "../../texts/zh-CN.batches";
import { categories } from "../../texts/zh-CN.public";
import { useNames } from "../organisations/queries";
import type { Programme } from "../programmes/queries";
import { batchCalls, type BatchItem, type BatchPreview, batchesKey, type SchoolCount, useBatchPreview } from "./queries";

/** What would go out now, school by school and item by item, and the one button that sends it. */
export function BatchPreparation(props: { programme: Programme; unitId: string; unitName: string }) {
  const preview = useBatchPreview(props.programme.id, props.unitId);
  return (
    <Loaded query={preview}>
      {(found) =>
        found.recommended.length + found.notRecommended.length === 0 ? (
          <Nothing text={t.nothingToSubmit} next={t.nothingToSubmitHint}>
            <Link to="/screening">
              <Button type="primary">{t.toScreening}</Button>
            </Link>
          </Nothing>
        ) : (
          <Preparation {...props} preview={found} />
        )
      }
    </Loaded>
  );
}

function Preparation(props: { programme: Programme; unitId: string; unitName: string; preview: BatchPreview }) {
  const { preview } = props;
  const { modal } = App.useApp();
  const [form] = Form.useForm<{ reasons: Record<string, string> }>();
  const submit = useMove({
    run: (reasons: Record<string, string>) => batchCalls.submit({ id: crypto.randomUUID(), programmeId: props.programme.id, unitId: props.unitId, reasons }),
    refresh: [batchesKey, ["applications"], ["tasks"]],
    done: t.submitted,
    form,
  });

  const ask = ({ reasons = {} }: { reasons?: Record<string, string> }) =>
    modal.confirm({
      title: t.submitTitle(preview.recommended.length),
      width: 560,
      content: (
        <>
          <p>{t.submitText}</p>
          <ItemList items={preview.recommended} />
        </>
      ),
      okText: t.submit,
      onOk: () => submit.mutateAsync(reasons).catch(() => undefined),
    });

  return (
    <Form form={form} layout="vertical" onFinish={ask}>
      <div className="stack">
        {preview.undecided > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t.waiting(preview.undecided)}
            action={
              <Link to="/screening">
                <Button size="small">{t.toScreening}</Button>
              </Link>
            }
          />
        )}
        <Card title={`${props.unitName} · ${t.preview}`} extra={<span className="quiet">{t.previewCounts(preview.recommended.length, preview.notRecommended.length)}</span>}>
          <ul className="rows">
            {preview.schools.map((school) => (
              <SchoolRow key={school.schoolId} school={school} programme={props.programme} />
            ))}
          </ul>
        </Card>
        <Card title={t.list}>
          <ItemList items={preview.recommended} />
        </Card>
      </div>
      <div className="foot-actions">
        <span className="quiet">{t.reasonHint}</span>
        <span className="spacer" />
        <Button type="primary" htmlType="submit" loading={submit.isPending} disabled={preview.undecided > 0}>
          {t.submit}
        </Button>
      </div>
    </Form>
  );
}

/** A school against its minimum; when something is missing, the field for the reason is right there. */
function SchoolRow(props: { school: SchoolCount; programme: Programme }) {
  const { school } = props;
  const nameOf = useNames();
  const name = nameOf(school.schoolId);
  return (
    <li>
      <div className="row">
        <div className="row-main">
          <div className="row-title">{name}</div>
          <div className="row-facts">
            {props.programme.categories.map((rule) => (
              <span key={rule.category} className="number">
                {rule.name} {school.counts[rule.category] ?? 0} / {rule.minPerUnit}
              </span>
            ))}
          </div>
        </div>
        {school.missing.length === 0 ? <Tag color="green">{t.complete}</Tag> : <Tag color="orange">{t.missingText(school.missing.map((category) => categories[category]).join("、"))}</Tag>}
      </div>
      {school.missing.length > 0 && (
        <Form.Item name={["reasons", school.schoolId]} label={t.reasonFor(name)} rules={[{ required: true, whitespace: true, message: t.needReason }]} style={{ margin: "8px 0 0" }}>
          <Input maxLength={200} />
        </Form.Item>
      )}
    </li>
  );
}

function ItemList(props: { items: BatchItem[] }) {
  const nameOf = useNames();
  return (
    <div className="scroll-list" style={{ paddingLeft: 0 }}>
      {Object.entries(categories).map(([category, name]) => {
        const items = props.items.filter((item) => item.category === category).toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
        return (
          items.length > 0 && (
            <section key={category}>
              <strong>{name}</strong>
              <ul style={{ margin: "4px 0 12px", paddingLeft: 20 }}>
                {items.map((item) => (
                  <li key={item.applicationId}>
                    {item.rank ? `${applications.rank(item.rank)}：` : ""}
                    {item.title} <span className="quiet">{nameOf(item.schoolId)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
}
