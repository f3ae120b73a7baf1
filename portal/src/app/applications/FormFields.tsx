import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Card, Checkbox, ConfigProvider, Form, InputNumber, Radio } from "antd";
import type { ComponentProps } from "react";
import { DayPicker, MonthPicker } from "../../shared/DayPicker";
import { LimitedText } from "../../shared/LimitedText";
import { points } from "../../texts/format";
import { common } from "../../texts/zh-CN";
import { applications as t } from "../../texts/zh-CN.applications";
import { EvidenceField } from "./Evidence";
import { type Content, criteriaOf, type Field, type FieldOf, type FormDefinition, isAsked } from "./form";
import { longest } from "./queries";

type Name = (string | number)[];

/** All that a form asks, section by section, each question only while it is put. Without a school there is nobody whose files could be taken. */
export function FormFields(props: { form: FormDefinition; schoolId?: string }) {
  return props.form.sections.map((section) => (
    <Card key={section.title} title={section.title}>
      {section.hint !== undefined && <p className="quiet">{section.hint}</p>}
      {section.fields.map((field) => (
        <WhileAsked key={field.key} field={field}>
          {field.kind === "evidence" ? (
            <Form.Item name={field.key} label={field.label} extra={field.hint}>
              <Evidence schoolId={props.schoolId} max={field.max} criteria={criteriaOf(props.form).filter((one) => field.criteria.includes(one.code))} />
            </Form.Item>
          ) : (
            <Question field={field} name={[field.key]} />
          )}
        </WhileAsked>
      ))}
    </Card>
  ));
}

function Evidence({ schoolId, ...rest }: Omit<ComponentProps<typeof EvidenceField>, "schoolId"> & { schoolId: string | undefined }) {
  return (
    <ConfigProvider componentDisabled={schoolId === undefined}>
      <EvidenceField schoolId={schoolId ?? ""} {...rest} />
    </ConfigProvider>
  );
}

function WhileAsked(props: { field: Field; children: React.ReactNode }) {
  const { field } = props;
  const depends = Form.useWatch(field.when?.field ?? []) as Content[string];
  return field.when === undefined || isAsked(field, { [field.when.field]: depends }) ? props.children : null;
}

function Question(props: { field: Field; name: Name }) {
  const { field, name } = props;
  const item = { name, label: field.label, extra: field.hint, rules: [{ required: !field.optional, message: common.required }] };
  switch (field.kind) {
    case "text":
      return <LimitedText name={name} label={field.label} limit={field.max} rows={field.rows} hint={field.hint} optional={field.optional} />;
    case "choice":
      return <Form.Item {...item}>{field.several ? <Checkbox.Group options={field.options} /> : <Radio.Group options={field.options} />}</Form.Item>;
    case "amount":
      return (
        <Form.Item {...item}>
          <InputNumber min={field.min} max={field.max} precision={0} suffix={field.unit} style={{ width: "100%", maxWidth: 220 }} />
        </Form.Item>
      );
    case "yesNo":
      return (
        <Form.Item {...item}>
          <Radio.Group options={[{ value: true, label: common.yes }, { value: false, label: common.no }]} />
        </Form.Item>
      );
    case "consent":
      return (
        <Form.Item
          name={name}
          valuePropName="checked"
          extra={field.hint}
          rules={[{ validator: (_, given) => (given || field.optional ? Promise.resolve() : Promise.reject(new Error(t.needConsent))) }]}
        >
          <Checkbox>{field.optional ? `${field.label}${t.mayRefuse}` : field.label}</Checkbox>
        </Form.Item>
      );
    case "day":
      return (
        <Form.Item {...item}>
          <DayPicker />
        </Form.Item>
      );
    case "month":
      return (
        <Form.Item {...item}>
          <MonthPicker />
        </Form.Item>
      );
    case "notice":
      return <NoticeQuestion field={field} name={name} />;
    case "scores":
      return <ScoresQuestion field={field} name={name} />;
    case "table":
      return <TableQuestion field={field} name={name} />;
    case "evidence":
      return null; // needs the school, so the form draws it itself
  }
}

function NoticeQuestion(props: { field: FieldOf<"notice">; name: Name }) {
  const rules = [{ required: !props.field.optional, message: common.required }];
  return (
    <fieldset className="plain">
      <legend>{props.field.label}</legend>
      {props.field.hint !== undefined && <p className="quiet">{props.field.hint}</p>}
      <div className="two">
        <Form.Item name={[...props.name, "from"]} label={t.noticeFrom} rules={rules}>
          <DayPicker />
        </Form.Item>
        <Form.Item name={[...props.name, "to"]} label={t.noticeTo} rules={rules}>
          <DayPicker />
        </Form.Item>
      </div>
      <LimitedText name={[...props.name, "place"]} label={t.noticePlace} limit={longest.place} placeholder={t.noticePlaceExample} />
      <Form.Item name={[...props.name, "objections"]} label={t.noticeObjections} rules={rules}>
        <Radio.Group options={[{ value: false, label: t.objectionsNone }, { value: true, label: t.objectionsSome }]} />
      </Form.Item>
    </fieldset>
  );
}

/** Points are milli-points on the wire and points to people. */
function ScoresQuestion(props: { field: FieldOf<"scores">; name: Name }) {
  const rules = [{ required: !props.field.optional, message: common.required }];
  return (
    <fieldset className="plain">
      <legend>{props.field.label}</legend>
      {props.field.hint !== undefined && <p className="quiet">{props.field.hint}</p>}
      <div className="two">
        {props.field.criteria.map((criterion) => (
          <Form.Item
            key={criterion.code}
            name={[...props.name, criterion.code]}
            label={`${criterion.part}：${criterion.name}`}
            rules={rules}
            getValueProps={(milli: number | undefined) => ({ value: milli === undefined ? undefined : milli / 1000 })}
            getValueFromEvent={(given: number | null) => (given === null ? undefined : Math.round(given * 1000))}
          >
            <InputNumber min={0} max={criterion.maxPoints / 1000} step={0.5} suffix={`/ ${points(criterion.maxPoints)}`} style={{ width: 140 }} />
          </Form.Item>
        ))}
      </div>
    </fieldset>
  );
}

function TableQuestion(props: { field: FieldOf<"table">; name: Name }) {
  const { field, name } = props;
  const enough = (rows: unknown[] | undefined) => (rows?.length ?? 0) >= field.min || (field.optional && (rows?.length ?? 0) === 0);
  return (
    <fieldset className="plain">
      <legend>{field.label}</legend>
      {field.hint !== undefined && <p className="quiet">{field.hint}</p>}
      <Form.List name={name} rules={[{ validator: (_, rows: unknown[] | undefined) => (enough(rows) ? Promise.resolve() : Promise.reject(new Error(t.needRows(field.min)))) }]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name: row }) => (
              <Card
                key={key}
                size="small"
                type="inner"
                title={t.row(row + 1)}
                style={{ marginBottom: 12 }}
                extra={<Button type="text" icon={<DeleteOutlined />} aria-label={t.removeRow(field.label, row + 1)} onClick={() => remove(row)} />}
              >
                {field.columns.map((column) => (
                  <Question key={column.key} field={column} name={[row, column.key]} />
                ))}
              </Card>
            ))}
            <Form.ErrorList errors={errors} />
            <Button icon={<PlusOutlined />} disabled={rows.length >= field.max} onClick={() => add({})} style={{ marginBottom: 16 }}>
              {t.addRow(field.label)}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
