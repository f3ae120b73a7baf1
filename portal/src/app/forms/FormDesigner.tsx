import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined, HolderOutlined } from "@ant-design/icons";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Alert, App, Button, Card, Dropdown, Input, InputNumber, Tabs, Tag } from "antd";
import { type DragEvent, useState } from "react";
import { api, type Body } from "../../api/services";
import { asProblem, type FieldError } from "../../api/problem";
import { Loaded } from "../../shared/Loaded";
import { options } from "../../shared/options";
import { Page } from "../../shared/Page";
import { type Begun, SketchNotice, useSketch, WithSketch } from "../../shared/sketch";
import { SaveLine } from "../../shared/useAutosave";
import { useMove } from "../../shared/useMove";
import { forms as t } from "../../texts/zh-CN.forms";
import { categories } from "../../texts/zh-CN.public";
import { categoryOf, type Field, type FormDefinition, useForm } from "../applications/form";
import { criteriaOf as criteriaIn, useRubrics } from "../rubrics/queries";
import { askedBefore, carried, fieldAt, freshField, isFixed, type Kind, nextOf, type Place, stepFrom, withCriteria, withField, withNewField, withoutField } from "./design";
import { FieldDialog } from "./FieldDialog";
import { Preview } from "./FormPage";

/** The next version of a form, begun as the one before it. */
export function FormDesignerPage() {
  const params = useParams({ strict: false });
  const form = useForm(categoryOf(params.category), Number(params.version));
  return (
    <Loaded query={form}>
      {(found) => (
        <WithSketch<FormDefinition> key={`${found.category} ${found.version}`} page={`/forms/${found.category}/${found.version}`}>
          {(begun) => <Designer before={found} begun={begun} />}
        </WithSketch>
      )}
    </Loaded>
  );
}

function Designer(props: { before: FormDefinition; begun: Begun<FormDefinition> }) {
  const { before, begun } = props;
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const [form, setForm] = useState(() => begun.content ?? nextOf(before));
  const [faults, setFaults] = useState<FieldError[]>([]);
  const changed = JSON.stringify(form) !== JSON.stringify(nextOf(before));
  const sketch = useSketch(begun);
  const design = (next: FormDefinition) => {
    setForm(next);
    sketch.saver.typed(next);
  };

  const publish = useMove({
    run: async () => {
      setFaults([]);
      try {
        return await api.post("/api/application-forms", form as Body<"/api/application-forms">);
      } catch (error) {
        setFaults(asProblem(error).errors);
        throw error;
      }
    },
    refresh: [["application-forms"]],
    done: t.published,
    afterwards: () => void navigate({ to: "/forms/$category/$version", params: { category: form.category, version: String(form.version) } }),
  });
  const askToPublish = () =>
    modal.confirm({ title: t.publishTitle(form.version), content: t.publishText, okText: t.publish(form.version), onOk: () => publish.mutateAsync().catch(() => undefined) });

  return (
    <Page title={t.designTitle(categories[form.category], form.version)} lead={t.designLead}>
      <div className="stack">
        <SketchNotice begun={begun} sketch={sketch} />
        {faults.length > 0 && (
          <Alert
            type="error"
            showIcon
            title={t.faults}
            description={
              <ul>
                {faults.map((fault) => (
                  <li key={fault.field + fault.message}>{fault.message}</li>
                ))}
              </ul>
            }
          />
        )}
        <Tabs
          items={[
            { key: "design", label: t.tabs.design, children: <Structure form={form} faults={faults} onChange={design} /> },
            { key: "preview", label: t.tabs.preview, children: <Preview key={JSON.stringify(form)} form={form} />, destroyOnHidden: true },
          ]}
        />
      </div>
      <div className="foot-actions">
        {changed ? <SaveLine state={sketch.state} onRetry={() => void sketch.saver.flush()} /> : <span className="quiet">{t.unchanged}</span>}
        <span className="spacer" />
        <Button type="primary" disabled={!changed} loading={publish.isPending} onClick={askToPublish}>
          {t.publish(form.version)}
        </Button>
      </div>
    </Page>
  );
}

function Structure(props: { form: FormDefinition; faults: FieldError[]; onChange: (form: FormDefinition) => void }) {
  const { form, onChange } = props;
  const { programme } = useSearch({ strict: false });
  const rubrics = useRubrics(programme ?? "");
  const [open, setOpen] = useState<Place>();
  const [dragged, setDragged] = useState<Place>();
  const [said, setSaid] = useState("");

  const carry = (from: Place, to: Place) => {
    const label = fieldAt(form, from)?.label ?? "";
    onChange(carried(form, from, to));
    setSaid(t.moved(label, form.sections[to.section]?.title ?? "", to.at + 1));
  };
  // a section has no name of its own but its place
  const places = Object.entries(form.sections).map(([place, section]) => ({ section, place, n: Number(place) }));

  /** With a mouse; by keyboard there are the arrows. */
  const dragging = (place: Place) => ({
    onDragStart: () => setDragged(place),
    onDragEnd: () => setDragged(undefined),
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.stopPropagation();
      if (dragged !== undefined) {
        carry(dragged, place);
      }
    },
  });
  const change = (section: number, words: { title?: string; hint?: string }) => onChange({ ...form, sections: form.sections.map((one, n) => (n === section ? { ...one, ...words } : one)) });
  const current = criteriaIn(rubrics.data ?? [], form.category).map(({ code, part, name, maxPoints }) => ({ code, part, name, maxPoints }));
  const opened = open && fieldAt(form, open);

  return (
    <div className="stack">
      <Card>
        <div className="two">
          <label>
            {t.minutes}
            <InputNumber min={1} max={240} precision={0} suffix={t.minute} value={form.minutes} onChange={(minutes) => onChange({ ...form, minutes: minutes ?? 1 })} style={{ width: "100%" }} />
          </label>
          <label>
            {t.undertaking}
            <Input.TextArea autoSize maxLength={500} value={form.undertaking} onChange={(event) => onChange({ ...form, undertaking: event.target.value })} />
          </label>
        </div>
      </Card>
      <p className="quiet">{t.drag}</p>
      {places.map(({ section, n, place: its }) => (
        <Card
          key={its}
          title={<Input aria-label={t.sectionTitle} maxLength={40} value={section.title} onChange={(event) => change(n, { title: event.target.value })} />}
          extra={
            <Button
              type="text"
              icon={<DeleteOutlined />}
              disabled={section.fields.length > 0}
              title={section.fields.length > 0 ? t.sectionNotEmpty : undefined}
              aria-label={t.removeSection(section.title)}
              onClick={() => onChange({ ...form, sections: form.sections.toSpliced(n, 1) })}
            />
          }
          onDragOver={(event) => event.preventDefault()}
          onDrop={() => dragged !== undefined && carry(dragged, { section: n, at: section.fields.length - (dragged.section === n ? 1 : 0) })}
        >
          <Input aria-label={t.sectionHint} placeholder={t.sectionHint} maxLength={200} value={section.hint ?? ""} onChange={(event) => change(n, { hint: event.target.value || undefined })} />
          <ol className="rows design">
            {section.fields.map((field, at) => {
              const place = { section: n, at };
              return (
                <li key={field.key} className="row" draggable {...dragging(place)}>
                  <HolderOutlined aria-hidden className="quiet" />
                  <Described field={field} form={form} />
                  {props.faults
                    .filter((fault) => fault.field === `sections.${field.key}`)
                    .map((fault) => (
                      <span key={fault.message} className="timeline-fault">
                        {fault.message}
                      </span>
                    ))}
                  <span>
                    {([-1, 1] as const).map((step) => {
                      const to = stepFrom(form, place, step);
                      return (
                        <Button
                          key={step}
                          id={`${field.key}${step}`}
                          type="text"
                          icon={step === -1 ? <ArrowUpOutlined /> : <ArrowDownOutlined />}
                          disabled={to === undefined}
                          aria-label={step === -1 ? t.up(field.label) : t.down(field.label)}
                          onClick={() => {
                            if (to !== undefined) {
                              carry(place, to);
                              // where it went, so that the next step is one more key
                              setTimeout(() => document.getElementById(`${field.key}${step}`)?.focus());
                            }
                          }}
                        />
                      );
                    })}
                    <Button type="text" icon={<EditOutlined />} aria-label={t.edit(field.label)} onClick={() => setOpen(place)} />
                    <Button type="text" icon={<DeleteOutlined />} disabled={isFixed(field)} title={isFixed(field) ? t.fixed : undefined} aria-label={t.remove(field.label)} onClick={() => onChange(withoutField(form, place))} />
                  </span>
                </li>
              );
            })}
          </ol>
          <Dropdown
            trigger={["click"]}
            menu={{
              items: options(t.kinds).filter(({ value }) => value !== "notice").map(({ value, label }) => ({ key: value, label })),
              onClick: ({ key }) => {
                onChange(withNewField(form, n, freshField(key as Kind, t.newField)));
                setOpen({ section: n, at: section.fields.length });
              },
            }}
          >
            <Button style={{ marginTop: 12 }}>{t.addField}</Button>
          </Dropdown>
        </Card>
      ))}
      <div>
        <Button onClick={() => onChange({ ...form, sections: [...form.sections, { title: "", fields: [] }] })}>{t.addSection}</Button>
      </div>
      <output className="visually-hidden">{said}</output>
      {open !== undefined && opened !== undefined && (
        <FieldDialog
          field={opened}
          before={askedBefore(form, open)}
          scored={form.sections.flatMap((one) => one.fields).flatMap((one) => (one.kind === "scores" ? one.criteria : []))}
          rubric={current}
          onClose={() => setOpen(undefined)}
          onKept={(field) => {
            const kept = withField(form, open, field);
            onChange(field.kind === "scores" ? withCriteria(kept, field.criteria) : kept);
            setOpen(undefined);
          }}
        />
      )}
    </div>
  );
}

function Described(props: { field: Field; form: FormDefinition }) {
  const { field } = props;
  const depends = props.form.sections.flatMap((section) => section.fields).find((one) => one.key === field.when?.field);
  return (
    <div className="row-main">
      <span className="row-title">{field.label}</span>
      <div className="row-facts">
        <Tag>{t.kinds[field.kind]}</Tag>
        <span>{field.optional ? t.optional : t.required}</span>
        <span>{inShort(field)}</span>
        {depends !== undefined && <span>{t.conditional(depends.label)}</span>}
      </div>
    </div>
  );
}

function inShort(field: Field) {
  switch (field.kind) {
    case "text":
      return t.summary.text(field.max);
    case "choice":
      return t.summary.options(field.options.length);
    case "amount":
      return t.summary.range(field.min, field.max, field.unit ?? "");
    case "table":
      return t.summary.rows(field.min, field.max);
    case "scores":
      return t.criteriaOf(field.criteria.length);
    case "evidence":
      return t.summary.pieces(field.max);
    default:
      return "";
  }
}
