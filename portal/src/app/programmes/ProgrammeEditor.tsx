import { useBlocker } from "@tanstack/react-router";
import { Alert, App, Button, Card, Checkbox, Form, type FormInstance, Input, InputNumber, Select, Tag } from "antd";
import { useState } from "react";
import { AskReason } from "../../shared/AskReason";
import { DayPicker } from "../../shared/DayPicker";
import { options } from "../../shared/options";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { firstYear, lastYear } from "../../shared/years";
import { common } from "../../texts/zh-CN";
import { programmes as t, running } from "../../texts/zh-CN.programmes";
import { BurdenInputs } from "./Burden";
import { AdviceCard, Simulator } from "./Keeping";
import { type LegalMode, type Programme, programmeCalls, type ProgrammeContent, programmesKey, useFaults, weightNames } from "./queries";
import { SelectionRulesInputs } from "./SelectionRules";
import { FormEdition, Sheets } from "./Sheets";
import { WindowsInputs } from "./WindowsInputs";

export type FormValues = Omit<ProgrammeContent, "windows"> & { windows: { stage: ProgrammeContent["windows"][number]["stage"]; days: { opensOn: string; closesOn: string } }[] };

/** A draft is saved and published; what is in force is corrected, with a reason. */
export function ProgrammeEditor(props: { programme: Programme; onCorrected: (() => void) | undefined }) {
  const { programme, onCorrected } = props;
  const { modal } = App.useApp();
  const [form] = Form.useForm<FormValues>();
  const [unsaved, setUnsaved] = useState(false);
  const weights = Form.useWatch("weights", form);
  const mode = Form.useWatch(["legalBasis", "mode"], form) as LegalMode | undefined;
  const faults = useFaults(programme.id, contentOf(useWritten(form, programme), programme));
  const sum = weightNames.reduce((total, name) => total + (weights?.[name] ?? programme.weights[name]), 0);

  const refresh = [programmesKey];
  const save = useMove({
    run: (values: FormValues) => programmeCalls.save(programme.id, contentOf(values, programme), programme.version),
    refresh,
    done: t.saved,
    form,
    afterwards: () => setUnsaved(false),
  });
  const [asking, setAsking] = useState<FormValues>();
  const correct = useMove({
    run: ({ values, reason }: { values: FormValues; reason: string }) => programmeCalls.correct(programme, contentOf(values, programme), reason),
    refresh,
    done: running.corrected,
    form,
    afterwards: () => {
      setUnsaved(false);
      onCorrected?.();
    },
  });
  const publish = useMove({ run: () => programmeCalls.publish(programme.id, programme.version), refresh, done: t.published, form });

  useBlocker({ shouldBlockFn: () => unsaved && !confirm(t.unsaved), enableBeforeUnload: unsaved });

  const askToPublish = () =>
    modal.confirm({
      title: t.publishTitle,
      content: (
        <>
          <p>{t.publishText}</p>
          <p>
            {t.publishSummary(
              programme.windows.length,
              programme.categories.reduce((total, rule) => total + rule.quota, 0),
            )}
          </p>
        </>
      ),
      okText: t.publish,
      onOk: () => publish.mutateAsync().catch(() => undefined),
    });

  return (
    <Page title={programme.title} actions={<Tag>{t.states[programme.state]}</Tag>}>
      <Form<FormValues>
        form={form}
        layout="vertical"
        initialValues={valuesOf(programme)}
        // what was saved comes back as a new form, in which nothing may be missing that was typed meanwhile
        disabled={save.isPending || correct.isPending}
        onValuesChange={() => setUnsaved(true)}
        onFinish={(values) => (onCorrected === undefined ? save.mutate(values) : setAsking(values))}
      >
        <div className="stack">
          {onCorrected === undefined ? <AdviceCard programme={programme} /> : <Alert type="info" showIcon title={running.correctText} />}
          <Card title={t.basics}>
            <div className="two">
              <Form.Item name="title" label={t.title} rules={[{ required: true, message: t.titleRequired }]}>
                <Input maxLength={80} />
              </Form.Item>
              <Form.Item name="year" label={t.year} rules={[{ required: true, message: common.required }]}>
                <InputNumber min={firstYear} max={lastYear} precision={0} />
              </Form.Item>
            </div>
            <Form.Item name="demonstration" valuePropName="checked" extra={t.demonstrationHint} noStyle={false}>
              <Checkbox>{t.demonstration}</Checkbox>
            </Form.Item>
          </Card>
          <Card title={t.legalBasis}>
            <p className="quiet">{t.legalBasisHint}</p>
            <div className="two">
              <Form.Item name={["legalBasis", "mode"]} label={t.mode} extra={mode && t.modeHints[mode]} rules={[{ required: true, message: common.required }]}>
                <Select options={options(t.modes)} />
              </Form.Item>
              <Form.Item required name={["legalBasis", "documentNumber"]} label={t.documentNumber} extra={t.documentNumberExample}>
                <Input maxLength={60} />
              </Form.Item>
              <Form.Item required name={["legalBasis", "approvedBy"]} label={t.approvedBy}>
                <Input maxLength={60} />
              </Form.Item>
              <Form.Item required name={["legalBasis", "approvedOn"]} label={t.approvedOn}>
                <DayPicker />
              </Form.Item>
            </div>
            <Form.Item required name={["legalBasis", "listItem"]} label={t.listItem} extra={t.listItemHint}>
              <Input maxLength={120} />
            </Form.Item>
          </Card>
          <WindowsInputs programme={programme} faults={faults} />
          <Card title={t.categoriesTitle} extra={<Simulator rules={programme.categories} />}>
            <Form.List name="categories">
              {(fields) => (
                <ul className="rows">
                  {fields.map(({ name }) => (
                    <li key={name} className="row">
                      <span className="row-main row-title">{programme.categories[name]?.name}</span>
                      <Form.Item name={[name, "form"]} label={t.form} required style={{ marginBottom: 0 }}>
                        <FormEdition category={programme.categories[name]?.category} />
                      </Form.Item>
                      {(["minPerUnit", "maxPerUnit", "quota"] as const).map((count) => (
                        <Form.Item key={count} name={[name, count]} label={t[count]} rules={[{ required: true, message: common.required }]} style={{ marginBottom: 0 }}>
                          <InputNumber min={0} max={9999} precision={0} />
                        </Form.Item>
                      ))}
                    </li>
                  ))}
                </ul>
              )}
            </Form.List>
          </Card>
          <Card title={t.weights} extra={<span className="number">{t.weightSum(sum)}</span>}>
            <div className="row">
              {weightNames.map((name) => (
                <Form.Item key={name} name={["weights", name]} label={t.weightNames[name]} rules={[{ required: true, message: common.required }]}>
                  <InputNumber min={0} max={100} precision={0} suffix="%" />
                </Form.Item>
              ))}
            </div>
            {sum !== 100 && <Alert type="warning" showIcon title={t.weightSumWrong(sum)} />}
          </Card>
          <Sheets programme={programme} />
          <SelectionRulesInputs />
          <BurdenInputs programme={programme.id} />
        </div>
        <div className="foot-actions">
          <span className="quiet">{unsaved ? t.unsaved : ""}</span>
          <span className="spacer" />
          {onCorrected === undefined ? (
            <>
              <Button htmlType="submit" loading={save.isPending} disabled={sum !== 100}>
                {t.save}
              </Button>
              <Button type="primary" disabled={unsaved} title={unsaved ? t.publishSaveFirst : undefined} loading={publish.isPending} onClick={askToPublish}>
                {t.publish}
              </Button>
            </>
          ) : (
            <>
              <Button onClick={onCorrected}>{running.stopCorrecting}</Button>
              <Button type="primary" htmlType="submit" disabled={sum !== 100 || !unsaved}>
                {running.correct}
              </Button>
            </>
          )}
        </div>
      </Form>
      {asking !== undefined && (
        <AskReason
          title={running.correctReason}
          okText={running.correct}
          lead={running.correctText}
          pending={correct.isPending}
          onCancel={() => setAsking(undefined)}
          onGiven={(reason) => correct.mutate({ values: asking, reason }, { onSettled: () => setAsking(undefined) })}
        />
      )}
    </Page>
  );
}

/** What stands in the form now, with what was saved where nothing does. */
function useWritten(form: FormInstance<FormValues>, programme: Programme): FormValues {
  return { ...valuesOf(programme), ...(Form.useWatch([], form) as Partial<FormValues> | undefined) };
}

function valuesOf(programme: Programme): FormValues {
  return { ...programme, windows: programme.windows.map(({ stage, ...days }) => ({ stage, days })) };
}

/** What the form does not ask stays as it is. */
function contentOf(values: FormValues, programme: Programme): ProgrammeContent {
  return {
    ...values,
    legalBasis: { ...programme.legalBasis, ...values.legalBasis },
    burden: { ...programme.burden, ...values.burden },
    // a list's rows hold what is asked in them, and come in the order in which they were shown
    windows: programme.windows.map((window, n) => ({ ...window, ...values.windows[n]?.days })),
    categories: programme.categories.map((rule, n) => ({ ...rule, ...values.categories[n] })),
  };
}
