import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Card, Flex, Form, InputNumber, Modal, Select, Tag } from "antd";
import { useState } from "react";
import { DayPicker } from "../../shared/DayPicker";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { day } from "../../texts/format";
import { common } from "../../texts/zh-CN";
import { jointComments as t } from "../../texts/zh-CN.oversight";
import { useSchools } from "../organisations/queries";
import { WithProgramme } from "../programmes/current";
import { useRoles } from "../shell/session";
import { type Arrangement, type Comment, type Session, sessionCalls, sessionsKey, useSessions } from "./queries";

/** The session on which every school hears what is good, what is not and what to do (R47). */
export function JointCommentsPage() {
  return <WithProgramme>{(programme) => <SessionsOf key={programme.id} programme={programme.id} />}</WithProgramme>;
}

function SessionsOf(props: { programme: string }) {
  const sessions = useSessions(props.programme);
  const runs = useRoles().has("party-office");
  const [arranging, setArranging] = useState(false);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        runs && (
          <Button type="primary" onClick={() => setArranging(true)}>
            {t.arrange}
          </Button>
        )
      }
    >
      <Loaded query={sessions}>
        {(all) => (
          <div className="stack">
            {all.length === 0 ? <Nothing text={t.empty} next={t.emptyHint} /> : all.map((session) => <SessionCard key={session.id} session={session} runs={runs} />)}
          </div>
        )}
      </Loaded>
      {arranging && <Arrange programme={props.programme} onClose={() => setArranging(false)} />}
    </Page>
  );
}

function SessionCard(props: { session: Session; runs: boolean }) {
  const { session, runs } = props;
  const [arranging, setArranging] = useState(false);
  const [commenting, setCommenting] = useState<string>();
  const [minuting, setMinuting] = useState(false);
  const hold = useMove({ run: () => sessionCalls.hold(session), refresh: [sessionsKey], done: t.held });
  const said = new Map(session.comments.map((comment) => [comment.schoolId, comment]));
  const minutes = session.agenda.reduce((total, one) => total + one.minutes, 0);
  return (
    <Card
      title={t.when(day(session.heldOn ?? session.plannedOn), session.venue)}
      extra={<Tag color={session.state === "MINUTED" ? "green" : "blue"}>{t.states[session.state]}</Tag>}
    >
      <Flex gap={8} wrap align="center" style={{ marginBottom: 12 }}>
        <span className="quiet">
          {t.total(session.agenda.length, minutes)}
          {runs && ` · ${t.commentsDone(session.comments.length, session.agenda.length)}`}
        </span>
        <span className="spacer" />
        {runs && session.state === "PLANNED" && (
          <>
            <Button onClick={() => setArranging(true)}>{t.rearrange}</Button>
            <Button type="primary" loading={hold.isPending} onClick={() => hold.mutate()}>
              {t.hold}
            </Button>
          </>
        )}
        {runs && session.state === "HELD" && (
          <Button type="primary" onClick={() => setMinuting(true)}>
            {t.minute}
          </Button>
        )}
      </Flex>
      {!runs && session.state !== "MINUTED" && <p className="quiet">{t.waiting}</p>}
      <ul className="rows">
        {session.agenda.map((place) => {
          const comment = said.get(place.schoolId);
          return (
            <li key={place.schoolId} className="row">
              <div className="row-main">
                <span className="row-title">{place.schoolName}</span>
                {comment !== undefined && <CommentText comment={comment} />}
              </div>
              {runs && session.state === "HELD" && (
                <Button size="small" aria-label={t.commentOf(place.schoolName ?? "")} onClick={() => setCommenting(place.schoolId)}>
                  {comment === undefined ? t.comment : common.edit}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {session.minutes && (
        <section>
          <strong>{t.minutes}</strong>
          <div className="prose">{session.minutes}</div>
        </section>
      )}
      {arranging && <Arrange programme={session.programmeId} before={session} onClose={() => setArranging(false)} />}
      {commenting !== undefined && <WriteComment session={session} schoolId={commenting} before={said.get(commenting)} onClose={() => setCommenting(undefined)} />}
      {minuting && <Minute session={session} onClose={() => setMinuting(false)} />}
    </Card>
  );
}

function CommentText(props: { comment: Comment }) {
  const { comment } = props;
  return (
    <div className="small">
      <div className="prose">
        <span className="quiet">{t.strengths}：</span>
        {comment.strengths}
      </div>
      <div className="prose">
        <span className="quiet">{t.problems}：</span>
        {comment.problems}
      </div>
      <div className="prose">
        <span className="quiet">{t.advice}：</span>
        {comment.advice}
      </div>
    </div>
  );
}

function Arrange(props: { programme: string; before?: Session; onClose: () => void }) {
  const { before } = props;
  const schools = useSchools();
  const [form] = Form.useForm<Arrangement>();
  const arrange = useMove({
    run: (said: Arrangement) => sessionCalls.arrange(props.programme, said, before),
    refresh: [sessionsKey],
    done: t.arranged,
    form,
    afterwards: props.onClose,
  });
  const initial: Partial<Arrangement> =
    before === undefined ? { agenda: [] } : { on: before.plannedOn, venue: before.venue, agenda: before.agenda.map(({ schoolId, minutes }) => ({ schoolId, minutes })) };
  return (
    <Modal open width={640} title={before === undefined ? t.arrange : t.rearrange} okText={common.save} confirmLoading={arrange.isPending} onCancel={props.onClose} onOk={form.submit}>
      <Form form={form} layout="vertical" initialValues={initial} onFinish={(said) => arrange.mutate(said)}>
        <div className="two">
          <Form.Item name="on" label={t.on} rules={[{ required: true, message: common.required }]}>
            <DayPicker />
          </Form.Item>
          <LimitedText name="venue" label={t.venue} limit={60} />
        </div>
        <Form.List name="agenda" rules={[{ validator: (_, rows: unknown[] | undefined) => (rows?.length ? Promise.resolve() : Promise.reject(new Error(t.needSchools))) }]}>
          {(rows, { add, remove }, { errors }) => (
            <fieldset className="plain">
              <legend>{t.agenda}</legend>
              {rows.map(({ key, name }) => (
                <Flex key={key} gap={8} align="start">
                  <Form.Item name={[name, "schoolId"]} rules={[{ required: true, message: common.required }]} style={{ flex: 1 }}>
                    <Select showSearch aria-label={`${t.school} ${name + 1}`} optionFilterProp="label" options={schools.map((one) => ({ value: one.id, label: one.name }))} />
                  </Form.Item>
                  <Form.Item name={[name, "minutes"]} rules={[{ required: true, message: common.required }]}>
                    <InputNumber aria-label={`${t.minutesFor} ${name + 1}`} min={1} max={60} precision={0} />
                  </Form.Item>
                  <Button type="text" icon={<DeleteOutlined />} aria-label={`${common.remove} ${name + 1}`} onClick={() => remove(name)} />
                </Flex>
              ))}
              <Form.ErrorList errors={errors} />
              <Flex gap={8} wrap>
                <Button icon={<PlusOutlined />} onClick={() => add({ minutes: 5 })}>
                  {t.addSchool}
                </Button>
                {rows.length === 0 && <Button onClick={() => form.setFieldValue("agenda", schools.map((one) => ({ schoolId: one.id, minutes: 5 })))}>{t.allSchools}</Button>}
              </Flex>
            </fieldset>
          )}
        </Form.List>
      </Form>
    </Modal>
  );
}

function WriteComment(props: { session: Session; schoolId: string; before: Comment | undefined; onClose: () => void }) {
  const [form] = Form.useForm<Omit<Comment, "schoolId">>();
  const school = props.session.agenda.find((one) => one.schoolId === props.schoolId)?.schoolName ?? "";
  const comment = useMove({
    run: (said: Omit<Comment, "schoolId">) => sessionCalls.comment(props.session.id, { schoolId: props.schoolId, ...said }),
    refresh: [sessionsKey],
    done: t.commented,
    form,
    afterwards: props.onClose,
  });
  return (
    <Modal open title={t.commentOf(school)} okText={common.save} confirmLoading={comment.isPending} onCancel={props.onClose} onOk={form.submit}>
      <Form form={form} layout="vertical" initialValues={props.before ?? {}} onFinish={(said) => comment.mutate(said)}>
        <LimitedText name="strengths" label={t.strengths} limit={500} rows={3} />
        <LimitedText name="problems" label={t.problems} limit={500} rows={3} />
        <LimitedText name="advice" label={t.advice} limit={500} rows={3} />
      </Form>
    </Modal>
  );
}

function Minute(props: { session: Session; onClose: () => void }) {
  const [form] = Form.useForm<{ minutes: string }>();
  const minute = useMove({
    run: ({ minutes }: { minutes: string }) => sessionCalls.minute(props.session, minutes.trim()),
    refresh: [sessionsKey],
    done: t.minuted,
    form,
    afterwards: props.onClose,
  });
  return (
    <Modal open title={t.minute} okText={t.minute} confirmLoading={minute.isPending} onCancel={props.onClose} onOk={form.submit}>
      <p className="quiet">{t.minuteText}</p>
      <Form form={form} layout="vertical" onFinish={(said) => minute.mutate(said)}>
        <LimitedText name="minutes" label={t.minutes} limit={4000} least={10} rows={5} />
      </Form>
    </Modal>
  );
}
