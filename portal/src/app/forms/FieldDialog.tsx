import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Form, Input, InputNumber, Modal, Select } from "antd";
import { useState } from "react";
import { options } from "../../shared/options";
import { common } from "../../texts/zh-CN";
import { forms as t } from "../../texts/zh-CN.forms";
import type { Criterion, Field } from "../applications/form";
import { answersTo, freshField, freshKey, isFixed, type Kind } from "./design";

/** What a table's columns may be. */
const columnKinds: Kind[] = ["text", "choice", "amount", "yesNo", "day", "month"];

type Props = {
  field: Field;
  /** What is asked before, on which it may depend. */
  before: Field[];
  /** What the form scores already, for which evidence may speak. */
  scored: Criterion[];
  /** The rubric in force. */
  rubric: Criterion[];
  /** Whether it is a column of a table, which can neither depend nor hold a table. */
  column?: boolean;
  onKept: (field: Field) => void;
  onClose: () => void;
};

/** An option with the value under which it is kept; a new one has none yet. */
type Choice = { value?: string; label: string };

type Values = Omit<Field, "kind"> & { required: boolean; depends?: string; at?: string[]; blindness?: keyof typeof t.blinds; choices?: Choice[]; columns?: Field[]; criteria?: unknown };

/** One question: its words, and the limits of its kind. */
export function FieldDialog(props: Props) {
  const { field } = props;
  const [form] = Form.useForm<Values>();
  const fixed = isFixed(field) && !props.column;
  return (
    <Modal open width={640} title={t.fieldTitle(t.kinds[field.kind])} okText={t.keep} onCancel={props.onClose} onOk={form.submit}>
      <Form<Values> form={form} layout="vertical" initialValues={valuesOf(field)} onFinish={(values) => props.onKept(fieldOf(field, values, (form.getFieldValue("choices") ?? []) as Choice[]))}>
        <Form.Item name="label" label={t.label} rules={[{ required: true, whitespace: true, message: common.required }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="hint" label={t.hint}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="required" valuePropName="checked" extra={fixed ? t.fixed : undefined}>
          <Checkbox disabled={fixed}>{t.mustAnswer}</Checkbox>
        </Form.Item>
        <Limits {...props} />
        {!props.column && !fixed && props.before.length > 0 && <Condition before={props.before} />}
      </Form>
    </Modal>
  );
}

function Limits(props: Props) {
  const { field } = props;
  switch (field.kind) {
    case "text":
      return (
        <>
          <div className="two">
            <Count name="max" label={t.max} min={1} max={5000} />
            <Count name="rows" label={t.rows} min={1} max={18} />
          </div>
          {!props.column && (
            <Form.Item name="blindness" label={t.blind}>
              <Select options={options(t.blinds)} />
            </Form.Item>
          )}
        </>
      );
    case "choice":
      return <Choices />;
    case "amount":
      return (
        <div className="two">
          <Count name="min" label={t.min} min={-1_000_000_000} max={1_000_000_000} />
          <Count name="max" label={t.most} min={-1_000_000_000} max={1_000_000_000} />
          <Form.Item name="unit" label={t.unit}>
            <Input maxLength={10} />
          </Form.Item>
        </div>
      );
    case "table":
      return (
        <>
          <div className="two">
            <Count name="min" label={t.leastRows} min={0} max={100} />
            <Count name="max" label={t.mostRows} min={1} max={100} />
          </div>
          <Form.Item name="columns" label={t.columns}>
            <Columns />
          </Form.Item>
        </>
      );
    case "evidence":
      return (
        <>
          <Count name="max" label={t.mostPieces} min={1} max={10} />
          <Form.Item name="criteria" label={t.provedCriteria}>
            <Select mode="multiple" optionFilterProp="label" options={props.scored.map(({ code, part, name }) => ({ value: code, label: `${part}：${name}` }))} />
          </Form.Item>
        </>
      );
    case "scores":
      return (
        <Form.Item name="criteria" label={t.criteria} extra={t.criteriaHint}>
          <Criteria rubric={props.rubric} />
        </Form.Item>
      );
    default:
      return null;
  }
}

function Count(props: { name: string; label: string; min: number; max: number }) {
  return (
    <Form.Item name={props.name} label={props.label} rules={[{ required: true, message: common.required }]}>
      <InputNumber min={props.min} max={props.max} precision={0} style={{ width: "100%" }} />
    </Form.Item>
  );
}

function Choices() {
  return (
    <>
      <Form.Item name="several" valuePropName="checked">
        <Checkbox>{t.several}</Checkbox>
      </Form.Item>
      <Form.List name="choices">
        {(rows, { add, remove }) => (
          <fieldset className="plain">
            <legend>{t.options}</legend>
            {rows.map(({ key, name }) => (
              <div key={key} className="row" style={{ alignItems: "start" }}>
                <Form.Item name={[name, "label"]} className="row-main" style={{ marginBottom: 8 }} rules={[{ required: true, whitespace: true, message: common.required }]}>
                  <Input aria-label={t.option(name + 1)} maxLength={60} />
                </Form.Item>
                <Button type="text" icon={<DeleteOutlined />} aria-label={t.removeOption(name + 1)} onClick={() => remove(name)} />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ label: "" })}>
              {t.addOption}
            </Button>
          </fieldset>
        )}
      </Form.List>
    </>
  );
}

/** Columns are questions in small. */
function Columns(props: { value?: Field[]; onChange?: (columns: Field[]) => void }) {
  const columns = props.value ?? [];
  const [open, setOpen] = useState<number>();
  const opened = open === undefined ? undefined : columns[open];
  return (
    <>
      <ol className="rows design">
        {columns.map((column, n) => (
          <li key={column.key} className="row">
            <span className="row-main">
              {column.label} <span className="quiet">{t.kinds[column.kind]}</span>
            </span>
            <Button type="link" aria-label={t.edit(column.label)} onClick={() => setOpen(n)}>
              {common.edit}
            </Button>
            <Button type="text" icon={<DeleteOutlined />} aria-label={t.remove(column.label)} onClick={() => props.onChange?.(columns.toSpliced(n, 1))} />
          </li>
        ))}
      </ol>
      <Select<Kind>
        aria-label={t.addColumn}
        placeholder={t.addColumn}
        value={null as unknown as Kind}
        style={{ width: 180, marginTop: 8 }}
        options={columnKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        onChange={(kind) => {
          props.onChange?.([...columns, freshField(kind, t.newField)]);
          setOpen(columns.length);
        }}
      />
      {open !== undefined && opened !== undefined && (
        <FieldDialog
          column
          field={opened}
          before={[]}
          scored={[]}
          rubric={[]}
          onClose={() => setOpen(undefined)}
          onKept={(column) => {
            props.onChange?.(columns.toSpliced(open, 1, column));
            setOpen(undefined);
          }}
        />
      )}
    </>
  );
}

function Criteria(props: { rubric: Criterion[]; value?: Criterion[]; onChange?: (criteria: Criterion[]) => void }) {
  return (
    <div>
      <ul>
        {(props.value ?? []).map(({ code, part, name, maxPoints }) => (
          <li key={code}>
            {part}：{name} <span className="quiet number">{maxPoints / 1000}</span>
          </li>
        ))}
      </ul>
      <Button disabled={props.rubric.length === 0} onClick={() => props.onChange?.(props.rubric)}>
        {t.takeCriteria}
      </Button>
    </div>
  );
}

function Condition(props: { before: Field[] }) {
  const key = Form.useWatch<string | undefined>("depends");
  const on = props.before.find((field) => field.key === key);
  const answers = on === undefined ? [] : answersTo(on, { yes: common.yes, no: common.no });
  return (
    <fieldset className="plain">
      <legend>{t.when}</legend>
      <div className="two">
        <Form.Item name="depends" label={t.whenField}>
          <Select allowClear showSearch optionFilterProp="label" placeholder={t.always} options={props.before.map((field) => ({ value: field.key, label: field.label }))} />
        </Form.Item>
        {answers.length > 0 && (
          <Form.Item name="at" label={t.whenIs} extra={t.anyAnswer}>
            <Select mode="multiple" options={answers} />
          </Form.Item>
        )}
      </div>
    </fieldset>
  );
}

function valuesOf(field: Field): Partial<Values> {
  return {
    ...field,
    required: !field.optional,
    depends: field.when?.field,
    at: field.when?.is,
    ...(field.kind === "text" ? { blindness: field.blind ?? "NONE" } : {}),
    ...(field.kind === "choice" ? { choices: field.options } : {}),
  };
}

/** What the dialog does not ask stays as it is, above all the keys under which answers are kept. */
function fieldOf(field: Field, values: Values, chosen: Choice[]): Field {
  const { required, depends, at, blindness, choices: _, ...said } = values;
  const kept = {
    ...field,
    ...said,
    hint: said.hint?.trim() || undefined,
    optional: !required,
    ...("depends" in values ? { when: depends === undefined ? undefined : { field: depends, ...(at !== undefined && at.length > 0 ? { is: at } : {}) } } : {}),
  } as Field;
  switch (kept.kind) {
    case "text":
      return blindness === undefined ? kept : { ...kept, blind: blindness === "NONE" ? undefined : blindness };
    case "choice":
      return { ...kept, options: chosen.map(({ value, label }) => ({ value: value ?? freshKey(), label: label.trim() })) };
    default:
      return kept;
  }
}
