import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Alert, App, Button, Card, Descriptions, Form, Typography } from "antd";
import { useState } from "react";
import { AskReason } from "../../shared/AskReason";
import { DayPicker } from "../../shared/DayPicker";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { ConflictNotice, SaveLine, useAutosave } from "../../shared/useAutosave";
import { useMove } from "../../shared/useMove";
import { day } from "../../texts/format";
import { common, plans as t } from "../../texts/zh-CN";
import { useNames } from "../organisations/queries";
import { useRoles } from "../shell/session";
import { PlanTag } from "./PlanList";
import { type Aspect, type Plan, planCalls, type PlanContent, plansKey, usePlan } from "./queries";

const aspects = Object.keys(t.aspects) as Aspect[];

/** Longest texts of a plan, in signs. */
const longest = { aspect: 500, highlights: 500, brandName: 25, brandMeaning: 300, person: 20, target: 100, measure: 100 };

export function PlanPage() {
  const { id } = useParams({ strict: false });
  const plan = usePlan(id ?? "");
  const isWriter = useRoles().has("school-secretary", "info-officer");
  const [edition, setEdition] = useState(0);
  return (
    <Loaded query={plan}>
      {(found) =>
        isWriter && (found.state === "DRAFT" || found.state === "RETURNED") ? (
          <PlanEditor key={`${found.id} ${found.state} ${edition}`} plan={found} onReload={() => void plan.refetch().then(() => setEdition(edition + 1))} />
        ) : (
          <PlanView plan={found} />
        )
      }
    </Loaded>
  );
}

function PlanEditor(props: { plan: Plan; onReload: () => void }) {
  const { plan } = props;
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const nameOf = useNames();
  const isSecretary = useRoles().has("school-secretary");
  const [form] = Form.useForm<PlanContent>();

  const { saver, state } = useAutosave<PlanContent>(async (content, version) => {
    const saved = await planCalls.save(plan.id, content, version);
    queries.setQueryData([...plansKey, plan.id], saved);
    return saved.version;
  }, plan.version);

  const submit = useMove({
    run: () => planCalls.submit(plan.id, saver.version),
    refresh: [plansKey, ["tasks"]],
    done: t.submitted,
    form,
  });

  const askToSubmit = async () => {
    const complete = await form.validateFields().then(
      () => true,
      ({ errorFields }: { errorFields: { name: (string | number)[] }[] }) => {
        form.scrollToField(errorFields[0]?.name ?? [], { block: "center", focus: true });
        return false;
      },
    );
    if (complete && (await saver.flush())) {
      void modal.confirm({ title: t.submitTitle, content: t.submitText, okText: t.submit, onOk: () => submit.mutateAsync().catch(() => undefined) });
    }
  };

  return (
    <Page title={t.editTitle(nameOf(plan.schoolId))} actions={<PlanTag state={plan.state} />}>
      <div className="stack">
        <ConflictNotice state={state} onReload={props.onReload} />
        {plan.state === "RETURNED" && <Alert type="warning" showIcon title={t.returnedBecause} description={<span className="prose">{plan.reason}</span>} />}
        <Form<PlanContent> form={form} layout="vertical" initialValues={plan.content} onValuesChange={() => saver.typed(form.getFieldsValue(true) as PlanContent)} className="stack">
          <Card title={t.analysis}>
            <p className="quiet">{t.analysisHint}</p>
            {aspects.map((aspect) => (
              <LimitedText key={aspect} name={aspect} label={t.aspects[aspect]} limit={longest.aspect} rows={4} />
            ))}
          </Card>
          <Card title={t.brandTitle}>
            <LimitedText name="highlights" label={t.highlights} limit={longest.highlights} rows={3} />
            <LimitedText name="brandName" label={t.brandName} limit={longest.brandName} />
            <LimitedText name="brandMeaning" label={t.brandMeaning} limit={longest.brandMeaning} rows={3} />
          </Card>
          <Card title={t.targets}>
            <p className="quiet">{t.targetsHint}</p>
            <Targets />
          </Card>
          <Card title={t.people}>
            <p className="quiet">{t.peopleHint}</p>
            <div className="two">
              <LimitedText name="secretary" label={t.secretary} limit={longest.person} />
              <LimitedText name="infoOfficer" label={t.infoOfficer} limit={longest.person} />
            </div>
          </Card>
        </Form>
      </div>
      <div className="foot-actions">
        <SaveLine state={state} onRetry={() => void saver.flush()} />
        <span className="spacer" />
        {isSecretary ? (
          <Button type="primary" loading={submit.isPending} disabled={state.phase === "CONFLICT"} onClick={() => void askToSubmit()}>
            {t.submit}
          </Button>
        ) : (
          <span className="quiet">{t.onlySecretary}</span>
        )}
      </div>
    </Page>
  );
}

function Targets() {
  return (
    <Form.List
      name="targets"
      rules={[{ validator: (_, targets: unknown[] | undefined) => (targets?.length ? Promise.resolve() : Promise.reject(new Error(t.needTarget))) }]}
    >
      {(fields, { add, remove }, { errors }) => (
        <>
          {fields.map(({ key, name }) => (
            <Card
              key={key}
              size="small"
              type="inner"
              title={t.target(name + 1)}
              style={{ marginBottom: 12 }}
              extra={<Button type="text" icon={<DeleteOutlined />} aria-label={`${t.removeTarget} ${name + 1}`} onClick={() => remove(name)} />}
            >
              <LimitedText name={[name, "text"]} label={t.targetText} limit={longest.target} />
              <div className="two">
                <LimitedText name={[name, "measure"]} label={t.targetMeasure} limit={longest.measure} />
                <Form.Item name={[name, "dueOn"]} label={t.targetDue} rules={[{ required: true, message: common.required }]}>
                  <DayPicker />
                </Form.Item>
              </div>
            </Card>
          ))}
          <Form.ErrorList errors={errors} />
          <Button icon={<PlusOutlined />} onClick={() => add({ text: "", measure: "", dueOn: null })}>
            {t.addTarget}
          </Button>
        </>
      )}
    </Form.List>
  );
}

function PlanView(props: { plan: Plan }) {
  const { plan } = props;
  const { content } = plan;
  const nameOf = useNames();
  const mayGate = useRoles().has("street-reviewer", "direct-unit-reviewer") && plan.state === "SUBMITTED";
  return (
    <Page title={t.editTitle(nameOf(plan.schoolId))} actions={<PlanTag state={plan.state} />}>
      <div className="stack">
        {plan.state === "RETURNED" && <Alert type="warning" showIcon title={t.returnedBecause} description={<span className="prose">{plan.reason}</span>} />}
        <Card title={t.brandTitle}>
          <Descriptions
            column={1}
            items={[
              { key: "name", label: t.brandName, children: content.brandName || common.none },
              { key: "meaning", label: t.brandMeaning, children: <span className="prose">{content.brandMeaning || common.none}</span> },
              { key: "highlights", label: t.highlights, children: <span className="prose">{content.highlights || common.none}</span> },
              { key: "secretary", label: t.secretary, children: content.secretary || common.none },
              { key: "officer", label: t.infoOfficer, children: content.infoOfficer || common.none },
            ]}
          />
        </Card>
        <Card title={t.analysis}>
          {aspects.map((aspect) => (
            <section key={aspect} style={{ marginBottom: 12 }}>
              <Typography.Title level={2} style={{ fontSize: 15 }}>
                {t.aspects[aspect]}
              </Typography.Title>
              <div className="prose">{content[aspect] || common.none}</div>
            </section>
          ))}
        </Card>
        <Card title={t.targets}>
          <ol style={{ margin: 0, paddingLeft: 20 }}>
            {content.targets.map((target) => (
              <li key={target.text} style={{ padding: "4px 0" }}>
                {target.text}
                <div className="row-facts">
                  <span>
                    {t.targetMeasure}：{target.measure}
                  </span>
                  <span>
                    {t.targetDue}：{day(target.dueOn)}
                  </span>
                </div>
              </li>
            ))}
          </ol>
        </Card>
      </div>
      {mayGate && <Gate plan={plan} />}
    </Page>
  );
}

function Gate(props: { plan: Plan }) {
  const { plan } = props;
  const [returning, setReturning] = useState(false);
  const refresh = [plansKey, ["tasks"]];
  const pass = useMove({ run: () => planCalls.pass(plan.id, plan.version), refresh, done: t.passed });
  const sendBack = useMove({
    run: (reason: string) => planCalls.return(plan.id, plan.version, reason),
    refresh,
    done: t.returned,
    afterwards: () => setReturning(false),
  });
  return (
    <div className="foot-actions">
      <span className="spacer" />
      <Button onClick={() => setReturning(true)}>{t.return}</Button>
      <Button type="primary" loading={pass.isPending} onClick={() => pass.mutate()}>
        {t.pass}
      </Button>
      {returning && (
        <AskReason title={t.returnTitle} okText={t.return} pending={sendBack.isPending} onCancel={() => setReturning(false)} onGiven={(reason) => sendBack.mutate(reason)} />
      )}
    </div>
  );
}

