import { useBlocker, useParams } from "@tanstack/react-router";
import { Alert, App, Button, Card, Checkbox, Descriptions, Form, Input, InputNumber, Select, Table, Tag } from "antd";
import { useState } from "react";
import { options } from "../../shared/options";
import { DayPicker, DaysPicker } from "../../shared/DayPicker";
import { AskReason } from "../../shared/AskReason";
import { Loaded } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { day } from "../../texts/format";
import { common, shell, stages } from "../../texts/zh-CN";
import { programmes as t, running } from "../../texts/zh-CN.programmes";
import { categories } from "../../texts/zh-CN.public";
import { useRoles } from "../shell/session";
import {
  type CategoryRule,
  type LegalMode,
  type Programme,
  programmeCalls,
  type ProgrammeContent,
  programmesKey,
  useProgrammeById,
  type WeightName,
} from "./queries";
import { BurdenInputs, BurdenView } from "./Burden";
import { Editions } from "./Editions";
import { AdviceCard, Extensions, KeepingActions, Simulator } from "./Keeping";
import { Receipts } from "./Receipts";
import { SelectionRulesInputs, SelectionRulesView } from "./SelectionRules";
import { StageWindows } from "./StageWindows";

const weightNames = Object.keys(t.weightNames) as WeightName[];

export function ProgrammePage() {
  const { id } = useParams({ strict: false });
  const programme = useProgrammeById(id ?? "");
  const mayWrite = useRoles().has("party-office");
  const [correcting, setCorrecting] = useState(false);
  return (
    <Loaded query={programme}>
      {(found) =>
        mayWrite && (found.state === "DRAFT" || correcting) ? (
          <ProgrammeEditor key={found.version} programme={found} onCorrected={correcting ? () => setCorrecting(false) : undefined} />
        ) : (
          <ProgrammeView programme={found} onCorrect={() => setCorrecting(true)} />
        )
      }
    </Loaded>
  );
}

function ProgrammeView(props: { programme: Programme; onCorrect: () => void }) {
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
        <Card title={t.windows} styles={{ body: { padding: 0 } }}>
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

type FormValues = Omit<ProgrammeContent, "windows"> & { windows: { stage: ProgrammeContent["windows"][number]["stage"]; days: { opensOn: string; closesOn: string } }[] };

/** A draft is saved and published; what is in force is corrected, with a reason. */
function ProgrammeEditor(props: { programme: Programme; onCorrected: (() => void) | undefined }) {
  const { programme, onCorrected } = props;
  const { modal } = App.useApp();
  const [form] = Form.useForm<FormValues>();
  const [unsaved, setUnsaved] = useState(false);
  const weights = Form.useWatch("weights", form);
  const mode = Form.useWatch(["legalBasis", "mode"], form) as LegalMode | undefined;
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
                <InputNumber min={2018} max={2100} precision={0} />
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
          <Card title={t.windows}>
            <p className="quiet">{t.windowsHint}</p>
            <Form.List name="windows">
              {(fields) => (
                <div className="two">
                  {fields.map(({ name }) => {
                    const stage = programme.windows[name]?.stage;
                    return (
                      <Form.Item key={name} name={[name, "days"]} label={stage && stages[stage]} rules={[{ required: true, message: t.needDays }]}>
                        <DaysPicker />
                      </Form.Item>
                    );
                  })}
                </div>
              )}
            </Form.List>
          </Card>
          <Card title={t.categoriesTitle} extra={<Simulator rules={programme.categories} />}>
            <Form.List name="categories">
              {(fields) => (
                <ul className="rows">
                  {fields.map(({ name }) => (
                    <li key={name} className="row">
                      <span className="row-main row-title">{programme.categories[name]?.name}</span>
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
