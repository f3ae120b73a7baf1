import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Form, type FormInstance, Modal } from "antd";
import { useState } from "react";
import { asProblem, Problem } from "../../api/problem";
import { Page } from "../../shared/Page";
import { ConflictNotice, SaveLine, useAutosave } from "../../shared/useAutosave";
import { showBesideFields, useMove } from "../../shared/useMove";
import { day } from "../../texts/format";
import { applications as t } from "../../texts/zh-CN.applications";
import { categories } from "../../texts/zh-CN.public";
import { useNames } from "../organisations/queries";
import { useRoles } from "../shell/session";
import { ApplicationTag } from "./ApplicationTag";
import { type Content, type FormDefinition, isBlank } from "./form";
import { FormFields } from "./FormFields";
import { type Application, applicationCalls, applicationsKey, missingOf, useKnown } from "./queries";
import { SigningFields, type Word } from "./SigningFields";

/** The form as the service defines it, kept while it is typed. */
export function ApplicationEditor(props: { application: Application; definition: FormDefinition; onReload: () => void }) {
  const { application, definition } = props;
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const nameOf = useNames();
  const isSecretary = useRoles().has("school-secretary");
  const [form] = Form.useForm<Content>();
  const [signing, setSigning] = useState(false);

  const { saver, state } = useAutosave<Content>(async (content, version) => {
    const saved = await applicationCalls.save(application.id, content, version);
    queries.setQueryData([...applicationsKey, application.id], saved);
    return saved.version;
  }, application.version);
  const typed = () => saver.typed(form.getFieldsValue(true) as Content);

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
    if (complete && (await saver.flush()) && (await isComplete())) {
      setSigning(true);
    }
  };

  /** The service counts working days and knows what a page cannot; all it misses is shown at once. */
  const isComplete = async () => {
    try {
      const { errors } = await missingOf(application.id);
      if (errors.length === 0) {
        return true;
      }
      const unplaced = showBesideFields(new Problem(422, "invalid-input", t.incomplete(errors.length), errors), form);
      void message.warning({ content: unplaced ?? t.incomplete(errors.length), duration: 8 });
    } catch (error) {
      void message.error(asProblem(error).message);
    }
    return false;
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
      lead={`${nameOf(application.schoolId)} · ${t.minutes(definition.minutes)}`}
      actions={<ApplicationTag state={application.state} />}
    >
      <div className="stack">
        <ConflictNotice state={state} onReload={props.onReload} />
        {application.state === "CORRECTION" && (
          <Alert type="warning" showIcon title={t.correctionBecause(day(application.correctBy))} description={<span className="prose">{application.reason}</span>} />
        )}
        {application.state === "RETURNED" && <Alert type="warning" showIcon title={t.returnedBecause} description={<Returned application={application} />} />}
        <KnownAnswers application={application} definition={definition} form={form} onFilled={typed} />
        <Form<Content> form={form} layout="vertical" initialValues={application.content} onValuesChange={typed} className="stack">
          <FormFields form={definition} schoolId={application.schoolId} />
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
      {signing && <Sign id={application.id} version={saver.version} undertaking={definition.undertaking} form={form} onClose={() => setSigning(false)} />}
    </Page>
  );
}

/** What somebody wrote elsewhere already, to be taken over where nothing stands yet. */
function KnownAnswers(props: { application: Application; definition: FormDefinition; form: FormInstance<Content>; onFilled: () => void }) {
  const { message } = App.useApp();
  const known = useKnown(props.application).data ?? [];
  const labels = new Map(props.definition.sections.flatMap((section) => section.fields).map((field) => [field.key, field.label]));
  const [, again] = useState(0);
  const answers = { ...props.application.content, ...(props.form.getFieldsValue(true) as Content) };
  const open = known.filter((one) => isBlank(answers[one.key]));
  if (open.length === 0) {
    return null;
  }
  const fill = () => {
    props.form.setFieldsValue(Object.fromEntries(open.map((one) => [one.key, one.answer])));
    props.onFilled();
    again((n) => n + 1);
    void message.success(t.filledKnown(open.length));
  };
  return (
    <Alert
      type="info"
      showIcon
      title={t.knownTitle(open.length)}
      description={t.knownText(open.map((one) => t.known(labels.get(one.key) ?? one.key, t.sources[one.source])).join("、"))}
      action={<Button onClick={fill}>{t.fillKnown}</Button>}
    />
  );
}

/** Why the unit sent it back, and until when it can be submitted again. */
export function Returned(props: { application: Application }) {
  return (
    <>
      <span className="prose">{props.application.reason}</span>
      {props.application.dueOn && <div>{t.resubmitBy(day(props.application.dueOn))}</div>}
    </>
  );
}

/** The secretary's opinion and undertaking, then off it goes. */
function Sign(props: { id: string; version: number; undertaking: string; form: FormInstance<Content>; onClose: () => void }) {
  const [form] = Form.useForm<Word>();
  const submit = useMove({
    run: (word: Word) =>
      applicationCalls.submit({ id: props.id, version: props.version }, word.secretaryOpinion.trim(), word.undertaking),
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
      <Form form={form} layout="vertical" onFinish={(word) => submit.mutate(word)}>
        <SigningFields undertaking={props.undertaking} />
      </Form>
    </Modal>
  );
}
