import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Card, Checkbox, Form, Modal, Radio } from "antd";
import { useState } from "react";
import { DaysPicker } from "../../shared/DayPicker";
import { LimitedText } from "../../shared/LimitedText";
import { Page } from "../../shared/Page";
import { ConflictNotice, SaveLine, useAutosave } from "../../shared/useAutosave";
import { useMove } from "../../shared/useMove";
import { applications as t, common } from "../../texts/zh-CN";
import { categories } from "../../texts/zh-CN.public";
import { useNames } from "../organisations/queries";
import { useRoles } from "../shell/session";
import { ApplicationTag } from "./ApplicationTag";
import { PhotosField } from "./Photos";
import { type Application, applicationCalls, type ApplicationContent, applicationsKey, longest } from "./queries";

/** The form holds the school's notice as one span of days; the service wants two dates. */
type FormValues = Omit<ApplicationContent, "schoolNotice"> & {
  schoolNotice: { days?: { opensOn: string; closesOn: string }; place: string; objections: boolean };
};

export function ApplicationEditor(props: { application: Application; onReload: () => void }) {
  const { application } = props;
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const nameOf = useNames();
  const isSecretary = useRoles().has("school-secretary");
  const [form] = Form.useForm<FormValues>();
  const [signing, setSigning] = useState(false);

  const { saver, state } = useAutosave<ApplicationContent>(async (content, version) => {
    const saved = await applicationCalls.save(application.id, content, version);
    queries.setQueryData([...applicationsKey, application.id], saved);
    return saved.version;
  }, application.version);
  const typed = () => saver.typed(contentOf(form.getFieldsValue(true) as FormValues));

  const refresh = [applicationsKey, ["tasks"]];
  const withdraw = useMove({ run: () => applicationCalls.withdraw({ id: application.id, version: saver.version }), refresh, done: t.withdrawn });

  const askToSign = async () => {
    const complete = await form.validateFields().then(
      () => true,
      ({ errorFields }: { errorFields: { name: (string | number)[] }[] }) => {
        form.scrollToField(errorFields[0]?.name ?? [], { block: "center", focus: true });
        return false;
      },
    );
    if (complete && (await saver.flush())) {
      setSigning(true);
    }
  };

  const askToWithdraw = () =>
    modal.confirm({
      title: t.withdrawTitle,
      content: t.withdrawText,
      okText: t.withdraw,
      okButtonProps: { danger: true },
      onOk: async () => {
        await saver.flush();
        await withdraw.mutateAsync().catch(() => undefined);
      },
    });

  return (
    <Page
      title={`${categories[application.category]}申报表`}
      lead={`${nameOf(application.schoolId)} · ${t.minutes(40)}`}
      actions={<ApplicationTag state={application.state} />}
    >
      <div className="stack">
        <ConflictNotice state={state} onReload={props.onReload} />
        {application.state === "CORRECTION" && <Alert type="warning" showIcon title={t.correctionBecause(application.correctBy ?? "")} description={<span className="prose">{application.reason}</span>} />}
        {application.state === "RETURNED" && <Alert type="warning" showIcon title={t.returnedBecause} description={<span className="prose">{application.reason}</span>} />}
        <Form<FormValues> form={form} layout="vertical" initialValues={valuesOf(application.content)} onValuesChange={typed} className="stack">
          <Card title={t.basics}>
            <LimitedText name="title" label={t.title} limit={longest.title} hint={t.titleHint[application.category]} />
            <Form.Item name="origin" label={t.origin} extra={t.originHint} rules={[{ required: true, message: common.required }]}>
              <Radio.Group options={Object.entries(t.origins).map(([value, label]) => ({ value, label }))} />
            </Form.Item>
            <LimitedText name="summary" label={t.summary} limit={longest.summary} rows={3} hint={t.summaryHint} />
          </Card>
          <Card title={t.main}>
            <LimitedText name="deeds" label={t.deeds} limit={longest.deeds} rows={8} />
            <LimitedText name="effect" label={t.effect} limit={longest.effect} rows={4} hint={t.effectHint} />
            <LimitedText name="teachingLink" label={t.teachingLink} limit={longest.teachingLink} rows={3} hint={t.teachingLinkHint} />
            <LimitedText name="mechanism" label={t.mechanism} limit={longest.mechanism} rows={3} />
          </Card>
          <Card title={t.photos}>
            <Form.Item
              name="photos"
              extra={t.photosHint(longest.photos)}
              style={{ marginBottom: 0 }}
              rules={[{ required: true, type: "array", min: 1, message: t.needPhoto }]}
            >
              <PhotosField schoolId={application.schoolId} />
            </Form.Item>
          </Card>
          <Card title={t.notice}>
            <div className="two">
              <Form.Item name={["schoolNotice", "days"]} label={t.noticeDays} extra={t.noticeHint} rules={[{ required: true, message: common.required }]}>
                <DaysPicker />
              </Form.Item>
              <LimitedText name={["schoolNotice", "place"]} label={t.noticePlace} limit={longest.place} placeholder={t.noticePlaceExample} />
            </div>
            <Form.Item name={["schoolNotice", "objections"]} valuePropName="checked" style={{ marginBottom: 0 }}>
              <Checkbox>{t.noticeObjections}</Checkbox>
            </Form.Item>
          </Card>
        </Form>
      </div>
      <div className="foot-actions">
        <SaveLine state={state} onRetry={() => void saver.flush()} />
        <span className="spacer" />
        {isSecretary ? (
          <>
            <Button onClick={askToWithdraw}>{t.withdraw}</Button>
            <Button type="primary" disabled={state.phase === "CONFLICT"} onClick={() => void askToSign()}>
              {t.submit}
            </Button>
          </>
        ) : (
          <span className="quiet">{t.onlySecretary}</span>
        )}
      </div>
      {signing && <Sign id={application.id} version={saver.version} form={form} onClose={() => setSigning(false)} />}
    </Page>
  );
}

/** The secretary's opinion and undertaking, then off it goes. */
function Sign(props: { id: string; version: number; form: ReturnType<typeof Form.useForm<FormValues>>[0]; onClose: () => void }) {
  const [form] = Form.useForm<{ secretaryOpinion: string; undertaking: boolean }>();
  const submit = useMove({
    run: (opinion: string) => applicationCalls.submit({ id: props.id, version: props.version }, opinion),
    refresh: [applicationsKey, ["tasks"]],
    done: t.submitted,
    form: props.form,
    afterwards: props.onClose,
  });
  return (
    <Modal
      open
      title={t.submitTitle}
      okText={t.submit}
      confirmLoading={submit.isPending}
      onCancel={props.onClose}
      onOk={form.submit}
    >
      <Form form={form} layout="vertical" onFinish={({ secretaryOpinion }) => submit.mutate(secretaryOpinion.trim())}>
        <LimitedText name="secretaryOpinion" label={t.secretaryOpinion} limit={longest.opinion} rows={4} hint={t.opinionHint} />
        <Form.Item
          name="undertaking"
          valuePropName="checked"
          rules={[{ validator: (_, given) => (given ? Promise.resolve() : Promise.reject(new Error(t.needUndertaking))) }]}
        >
          <Checkbox>{t.undertaking}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}

function valuesOf(content: ApplicationContent): FormValues {
  const { from, to, ...notice } = content.schoolNotice;
  const days = from !== undefined && to !== undefined ? { opensOn: from, closesOn: to } : undefined;
  return { ...content, schoolNotice: days === undefined ? notice : { ...notice, days } };
}

function contentOf(values: FormValues): ApplicationContent {
  const { days, ...notice } = values.schoolNotice;
  return { ...values, schoolNotice: days === undefined ? notice : { ...notice, from: days.opensOn, to: days.closesOn } };
}
