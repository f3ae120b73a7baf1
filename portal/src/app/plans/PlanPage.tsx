import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Alert, App, Button, Card, Form, InputNumber, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { DayPicker } from "../../shared/DayPicker";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { ConflictNotice, SaveLine, useAutosave } from "../../shared/useAutosave";
import { useMove } from "../../shared/useMove";
import { common } from "../../texts/zh-CN";
import { plans as t } from "../../texts/zh-CN.plans";
import { useNames } from "../organisations/queries";
import { useRoles } from "../shell/session";
import { PlanTag } from "./PlanList";
import { PlanText } from "./PlanText";
import { aspects, type Change, type Plan, planCalls, type PlanContent, plansKey, type Section, type SentBack, useChanges, useOriginality, usePlan } from "./queries";

/** Longest texts of a plan, in signs. */
const longest = { aspect: 800, leader: 20, duty: 50, publicity: 100, comment: 300, highlights: 500, brandName: 25, brandMeaning: 300, person: 20, target: 100, measure: 100 };

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
        <OriginalityNotice id={plan.id} version={plan.version} />
        {plan.state === "RETURNED" && <Alert type="warning" showIcon title={t.returnedBecause} description={<Reasons plan={plan} />} />}
        <Form<PlanContent> form={form} layout="vertical" initialValues={plan.content} onValuesChange={() => saver.typed(form.getFieldsValue(true) as PlanContent)} className="stack">
          <Card title={t.analysis}>
            <p className="quiet">{t.analysisHint}</p>
            {aspects.map((aspect) => (
              <LimitedText key={aspect} name={aspect} label={t.aspects[aspect]} limit={longest.aspect} rows={4} />
            ))}
          </Card>
          <Card title={t.brandTitle}>
            <LimitedText name="highlights" label={t.highlights} limit={longest.highlights} rows={3} hint={t.highlightsHint} />
            <LimitedText name="brandName" label={t.brandName} limit={longest.brandName} />
            <LimitedText name="brandMeaning" label={t.brandMeaning} limit={longest.brandMeaning} rows={3} />
            <LimitedText name="brandCarrier" label={t.brandCarrier} limit={longest.brandMeaning} rows={2} />
            <LimitedText name="brandMethod" label={t.brandMethod} limit={longest.brandMeaning} rows={2} />
            <LimitedText name="brandEffect" label={t.brandEffect} limit={longest.brandMeaning} rows={2} />
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
            <Rows name="leadGroup" label={t.leadGroup} needed={t.needLeader} blank={{ name: "", duty: "" }}>
              {(row) => (
                <div className="two">
                  <LimitedText name={[row, "name"]} label={t.leader} limit={longest.leader} />
                  <LimitedText name={[row, "duty"]} label={t.duty} limit={longest.duty} />
                </div>
              )}
            </Rows>
          </Card>
          <Card title={t.discussion}>
            <p className="quiet">{t.discussionHint}</p>
            <div className="two">
              <Form.Item name={["discussion", "heldOn"]} label={t.discussedOn}>
                <DayPicker />
              </Form.Item>
              <Form.Item name={["discussion", "participants"]} label={t.participants}>
                <InputNumber min={1} max={10000} precision={0} />
              </Form.Item>
            </div>
            <Rows name="publicity" label={t.publicity} blank={{ what: "" }}>
              {(row) => (
                <div className="two">
                  <LimitedText name={[row, "what"]} label={t.publicityWhat} limit={longest.publicity} />
                  <Form.Item name={[row, "on"]} label={t.publicityOn}>
                    <DayPicker />
                  </Form.Item>
                </div>
              )}
            </Rows>
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

/** Rows of a plan's list, each with a way to take it out again. */
function Rows(props: { name: string; label: string; needed?: string; blank: object; children: (row: number) => ReactNode }) {
  const { needed } = props;
  return (
    <Form.List
      name={props.name}
      rules={needed === undefined ? [] : [{ validator: (_, rows: unknown[] | undefined) => (rows?.length ? Promise.resolve() : Promise.reject(new Error(needed))) }]}
    >
      {(rows, { add, remove }, { errors }) => (
        <fieldset className="plain">
          <legend>{props.label}</legend>
          {rows.map(({ key, name }) => (
            <div key={key}>
              {props.children(name)}
              <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`${common.remove}：${props.label} ${name + 1}`} onClick={() => remove(name)}>
                {common.remove}
              </Button>
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          <Button icon={<PlusOutlined />} onClick={() => add(props.blank)}>
            {`${common.add}：${props.label}`}
          </Button>
        </fieldset>
      )}
    </Form.List>
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
  const nameOf = useNames();
  const { has } = useRoles();
  const mayGate = has("street-reviewer", "direct-unit-reviewer") && plan.state === "SUBMITTED";
  const mayReject = has("party-office") && plan.state === "BATCHED";
  return (
    <Page title={t.editTitle(nameOf(plan.schoolId))} actions={<PlanTag state={plan.state} />}>
      <div className="stack">
        {plan.state === "RETURNED" && <Alert type="warning" showIcon title={t.returnedBecause} description={<Reasons plan={plan} />} />}
        <PlanText content={plan.content} />
      </div>
      {plan.state !== "DRAFT" && <Changes id={plan.id} />}
      {mayGate && <Gate plan={plan} />}
      {mayReject && <Reject plan={plan} />}
    </Page>
  );
}

function Gate(props: { plan: Plan }) {
  const { plan } = props;
  const [returning, setReturning] = useState(false);
  const refresh = [plansKey, ["tasks"]];
  const pass = useMove({ run: () => planCalls.pass(plan.id, plan.version), refresh, done: t.passed });
  const sendBack = useMove({
    run: (review: SentBack) => planCalls.return(plan.id, plan.version, review),
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
        <AskReview pending={sendBack.isPending} onCancel={() => setReturning(false)} onGiven={(review) => sendBack.mutate(review)} />
      )}
    </div>
  );
}

/** What a reviewer says of the whole, and of the parts they mean. */
function AskReview(props: { pending: boolean; onCancel: () => void; onGiven: (review: SentBack) => void }) {
  const [form] = Form.useForm<SentBack>();
  return (
    <Modal open title={t.returnTitle} okText={t.return} confirmLoading={props.pending} onCancel={props.onCancel} onOk={form.submit} destroyOnHidden>
      <Form form={form} layout="vertical" onFinish={({ reason, comments }) => props.onGiven({ reason: reason.trim(), comments: comments ?? {} })}>
        <LimitedText name="reason" label={common.reason} limit={300} least={2} rows={2} hint={common.reasonSeen} />
        {(Object.keys(t.sections) as Section[]).map((section) => (
          <LimitedText key={section} name={["comments", section]} label={t.sections[section]} limit={longest.comment} rows={2} optional />
        ))}
      </Form>
    </Modal>
  );
}

function Reasons(props: { plan: Plan }) {
  const comments = props.plan.comments ?? {};
  return (
    <>
      <div className="prose">{props.plan.reason}</div>
      {(Object.keys(comments) as Section[]).map((section) => (
        <div key={section} className="prose">
          {t.sections[section]}：{comments[section]}
        </div>
      ))}
    </>
  );
}

/** Advice for this school only; it stops nothing. */
function OriginalityNotice(props: { id: string; version: number }) {
  const { data } = useOriginality(props.id, props.version);
  return data?.advice !== undefined && <Alert type="info" showIcon title={t.original} description={data.advice} />;
}

/** What became different since it was submitted before, in the texts themselves. */
function Changes(props: { id: string }) {
  const { data } = useChanges(props.id);
  if (data === undefined || data.changes.length === 0) {
    return null;
  }
  return (
    <Card title={t.changes}>
      {data.changes.map((change) => (
        <section key={`${change.section} ${change.label}`} style={{ marginBottom: 12 }}>
          <strong>{change.label}</strong>
          <div className="prose">
            {placed(change.pieces).map((piece) => (
              <PieceOfText key={piece.at} kind={piece.kind} text={piece.text} />
            ))}
          </div>
        </section>
      ))}
    </Card>
  );
}

/** Each piece with where it begins, by which it is known. */
function placed(pieces: Change["pieces"]) {
  let at = 0;
  return pieces.map((piece) => {
    const one = { ...piece, at };
    at += piece.text.length;
    return one;
  });
}

function PieceOfText(props: { kind: "KEPT" | "ADDED" | "REMOVED"; text: string }) {
  switch (props.kind) {
    case "KEPT":
      return <span>{props.text}</span>;
    case "ADDED":
      return <ins>{props.text}</ins>;
    case "REMOVED":
      return <del>{props.text}</del>;
  }
}

function Reject(props: { plan: Plan }) {
  const [rejecting, setRejecting] = useState(false);
  const reject = useMove({
    run: (review: SentBack) => planCalls.reject(props.plan.id, props.plan.version, review),
    refresh: [plansKey, ["tasks"]],
    done: t.returned,
    afterwards: () => setRejecting(false),
  });
  return (
    <div className="foot-actions">
      <span className="spacer" />
      <Button onClick={() => setRejecting(true)}>{t.return}</Button>
      {rejecting && <AskReview pending={reject.isPending} onCancel={() => setRejecting(false)} onGiven={(review) => reject.mutate(review)} />}
    </div>
  );
}
